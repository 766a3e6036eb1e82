/**
 * TrackingMore's codes of carriers. Source: its list (GET /v4/couriers/all) and its carriers' pages. A
 * parcel without one is found by its number, where that tells it; else registering it is refused.
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
  laposte: 'laposte',
  postnl: 'postnl-parcels',
  bpost: 'belgium-post',
  gls: 'gls',
  dpd: 'dpd',
  inpost: 'inpost-paczkomaty',
  hermes: 'hermes-de',
  bring: 'bring',
  cdek: 'cdek',
  'russian-post': 'russian-post',
  'nova-poshta': 'nova-poshta',
  aramex: 'aramex',
  smsa: 'smsa-express',
  delhivery: 'delhivery',
  'thailand-post': 'thailand-post',
  'sf-express': 'sf-express',
  correios: 'brazil-correios',
  spl: 'saudi-post',
  'emirates-post': 'emirates-post',
  'blue-dart': 'bluedart',
  dtdc: 'dtdc',
  xpressbees: 'xpressbees',
  ekart: 'ekart',
  kex: 'kerryexpress-th',
  'chunghwa-post': 'taiwan-post',
}
