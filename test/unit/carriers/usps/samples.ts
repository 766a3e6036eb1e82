/** Small answers in USPS's shape, made for these tests. */
import { usps } from '../../../../worker/carriers/usps/index.ts'

export const NUMBER = '9400111899223344556677'

export const event = (eventCode: string, eventType: string, more: object = {}) => ({
  eventType,
  eventTimestamp: '2026-03-10T08:29:00',
  GMTTimestamp: '2026-03-10T13:29:45Z',
  GMTOffset: '-05:00',
  eventCountry: null,
  eventCity: 'HANNA CITY',
  eventState: 'IL',
  eventZIP: '61536',
  firm: null,
  name: null,
  authorizedAgent: 'false',
  eventCode,
  additionalProp: null,
  ...more,
})

export const OUT = event('OF', 'Out for Delivery')

export const parcel = (trackingEvents: readonly unknown[], more: object = {}) => ({
  trackingNumber: NUMBER,
  status: 'Out for Delivery',
  statusCategory: 'Out for Delivery',
  trackingEvents,
  ...more,
})

export const read = (body: unknown) =>
  usps.read({ contentType: 'application/json', body: JSON.stringify(body) })

export function reportOf(events: readonly unknown[], more: object = {}) {
  const [report] = read(parcel(events, more)).reports
  if (!report) throw new Error('no report')
  return report
}
