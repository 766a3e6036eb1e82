/** Small answers in Canada Post's shape, made for these tests. */

export const PIN = '1371134583769923'

export interface SampleEvent {
  readonly id?: string
  readonly date?: string
  readonly time?: string
  readonly zone?: string
  readonly words?: string
  readonly site?: string
  readonly province?: string
  readonly signatory?: string
  readonly retail?: string
}

export const event = ({
  id = '0100',
  date = '2026-03-09',
  time = '10:15:00',
  zone = 'EST',
  words = 'Item processed',
  site = 'OTTAWA',
  province = 'ON',
  signatory = '',
  retail = '',
}: SampleEvent = {}): string => `<occurrence>
  <event-identifier>${id}</event-identifier>
  <event-date>${date}</event-date>
  <event-time>${time}</event-time>
  <event-time-zone>${zone}</event-time-zone>
  <event-description>${words}</event-description>
  <signatory-name>${signatory}</signatory-name>
  <event-site>${site}</event-site>
  <event-province>${province}</event-province>
  <event-retail-location-id/>
  <event-retail-name>${retail}</event-retail-name>
</occurrence>`

/** `events` newest first, as Canada Post orders them. */
export const detail = (events: readonly string[], more = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<tracking-detail xmlns="http://www.canadapost.ca/ws/track">
  <pin>${PIN}</pin>
  <changed-expected-date/>
  <expected-delivery-date>2026-03-11</expected-delivery-date>
  <customer-ref-1>ORDER 1</customer-ref-1>
  ${more}
  <significant-events>${events.join('')}</significant-events>
</tracking-detail>`

export const OUT = event({ id: '0174', date: '2026-03-10', words: 'Item out for delivery' })

export const DELIVERED = event({
  id: '1421',
  date: '2026-03-10',
  time: '14:02:29',
  words: 'Delivered to recipient&apos;s front door',
})
