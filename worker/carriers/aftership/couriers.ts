/**
 * AfterShip's slugs of carriers. Source: "Supported couriers" in its documentation. A parcel without
 * one is found by its number, among the couriers that the account has activated.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  ups: 'ups',
  fedex: 'fedex',
  usps: 'usps',
  // DHL's companies are told apart by the number; `dhl` alone is DHL Express.
  dhl: undefined,
  mydhl: 'dhl',
  'dhl-parcel-de': 'dhl-germany',
  canadapost: 'canada-post',
  purolator: 'purolator',
  australiapost: 'australia-post',
  sendle: 'sendle',
  royalmail: 'royal-mail',
  laposte: 'la-poste-colissimo',
  postnl: 'postnl-3s',
  bpost: 'bpost',
  gls: 'gls',
  dpd: 'dpd',
  inpost: 'inpost-paczkomaty',
  hermes: 'hermes-de',
  bring: 'bring',
  cdek: 'cdek',
  'russian-post': 'russian-post',
  'nova-poshta': 'nova-poshta',
  aramex: 'aramex',
  delhivery: 'delhivery',
  'thailand-post': 'thailand-post',
  'sf-express': 'sf-express',
  correios: 'brazil-correios',
  landmark: 'landmark-global',
  spl: 'saudi-post',
  naqel: 'naqel-express',
  'emirates-post': 'emirates-post',
  'blue-dart': 'bluedart',
  dtdc: 'dtdc',
  xpressbees: 'xpressbees',
  ekart: 'ekart',
  'chunghwa-post': 'taiwan-post',
}
