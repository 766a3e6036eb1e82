/**
 * ShipEngine's codes of carriers. Source: "Carriers" in its documentation. Those below the line are
 * none of ours, and may be named by their code.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  ups: 'ups',
  fedex: 'fedex',
  usps: 'stamps_com',
  dhl: 'dhl_express',
  mydhl: 'dhl_express',
  canadapost: 'canada_post',
  purolator: 'purolator_ca',
  australiapost: 'australia_post',
  royalmail: 'royal_mail',
  hermes: 'hermes',
  dpd: 'dpd',
  sendle: 'sendle',
  landmark: 'landmark_global',
  // —
  asendia: 'asendia',
  'dhl-ecommerce': 'dhl_ecommerce',
  endicia: 'endicia',
  firstmile: 'firstmile',
  globegistics: 'globegistics',
  lasership: 'lasership',
  newgistics: 'newgistics',
  ontrac: 'ontrac',
}
