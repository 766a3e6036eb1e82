/**
 * EasyPost's names of carriers. Source: "Carriers" in its documentation and the `carrier` of its
 * trackers. A parcel without one is found by its number; DHL's several companies are better found so.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  ups: 'UPS',
  fedex: 'FedEx',
  usps: 'USPS',
  mydhl: 'DHLExpress',
  'dhl-parcel-de': 'DHLPaket',
  canadapost: 'CanadaPost',
  purolator: 'Purolator',
  australiapost: 'AustraliaPost',
  sendle: 'Sendle',
  royalmail: 'RoyalMail',
  laposte: 'LaPoste',
  postnl: 'PostNL',
  dpd: 'DPD',
  hermes: 'Hermes',
  aramex: 'Aramex',
  'sf-express': 'SFExpress',
}
