/**
 * 17TRACK's numbers of carriers. Source: its public list (res.17track.net,
 * asset/carrier/info/apicarrier.all.json). A national post's number is its country's in that list and
 * a 1. A parcel without one is found by its number.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  ups: '100002',
  fedex: '100003',
  usps: '21051',
  mydhl: '100001',
  'dhl-parcel-de': '7041',
  canadapost: '3041',
  australiapost: '1151',
  royalmail: '11031',
  laposte: '6051',
  postnl: '14041',
  gls: '100005',
  dpd: '100007',
  'russian-post': '18031',
  aramex: '100006',
  smsa: '100034',
  'thailand-post': '20041',
  'sf-express': '100012',
  correios: '2151',
  spl: '19071',
  'emirates-post': '5031',
  flash: '100235',
  kex: '100236',
  '7-eleven': '190456',
  familymart: '100227',
  'chunghwa-post': '20011',
}
