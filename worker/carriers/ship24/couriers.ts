/**
 * Ship24's codes of carriers. Source: its list (GET /public/v1/couriers), as far as its documentation
 * shows it. A parcel without one is found by its number.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  ups: 'ups',
  fedex: 'fedex',
  usps: 'us-post',
  dhl: 'dhl',
  mydhl: 'dhl',
  canadapost: 'ca-post',
}
