/** Small answers in FedEx's shape, made for these tests. */
import { fedex } from '../../../../worker/carriers/fedex/index.ts'

export const LEESBURG = {
  city: 'LEESBURG',
  stateOrProvinceCode: 'VA',
  postalCode: '20176',
  countryCode: 'US',
}

export const event = (eventType: string, date: string, more: object = {}) => ({
  date,
  eventType,
  eventDescription: 'In transit',
  exceptionCode: '',
  exceptionDescription: '',
  scanLocation: { streetLines: [''], residential: false, ...LEESBURG },
  derivedStatusCode: 'IT',
  ...more,
})

export const OUT = event('OD', '2026-03-10T08:12:00-04:00', {
  eventDescription: 'On FedEx vehicle for delivery',
})
export const PICKED_UP = event('PU', '2026-03-09T17:15:00-05:00', {
  eventDescription: 'Picked up',
  derivedStatusCode: 'PU',
})

export const result = (
  trackingNumber: string,
  scanEvents: readonly unknown[],
  more: object = {},
) => ({
  trackingNumberInfo: { trackingNumber, carrierCode: 'FDXE' },
  latestStatusDetail: { code: 'OD', derivedCode: 'OD', description: 'Out for delivery' },
  scanEvents,
  ...more,
})

export const entry = (trackingNumber: string, ...trackResults: readonly unknown[]) => ({
  trackingNumber,
  trackResults,
})

export const answer = (...completeTrackResults: readonly unknown[]) => ({
  transactionId: 'x',
  output: { completeTrackResults },
})

export const read = (body: unknown) =>
  fedex.read({ contentType: 'application/json', body: JSON.stringify(body) })

export function reportOf(events: readonly unknown[], more: object = {}) {
  const [report] = read(answer(entry('1', result('1', events, more)))).reports
  if (!report) throw new Error('no report')
  return report
}
