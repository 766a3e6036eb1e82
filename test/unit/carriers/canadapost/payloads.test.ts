import { expect, it } from 'vitest'
import type { Milestone } from '../../../../schema/vocabulary.ts'
import { canadapost } from '../../../../worker/carriers/canadapost/index.ts'
import type { Reading } from '../../../../worker/carriers/contract.ts'
import { fold } from '../../../../worker/order/fold.ts'
import { mergeScans } from '../../../../worker/order/scans.ts'
import type { Payload } from '../../../support/shared.ts'
import { shared } from '../../../support/shared.ts'

/** What upstream's own tests assert, where they assert anything. */
interface Partial {
  readonly tracking_number?: string
  readonly delivered?: boolean
  readonly event_count?: number
  readonly latest_event?: { readonly code: string; readonly location: string }
}

interface Upstream {
  readonly events: readonly {
    readonly code: string
    readonly description: string
    readonly location: string | null
    /** Local wall clock, to the minute, with a Z that is wrong */
    readonly timestamp?: string
  }[]
}

/** Number, scans, how it ends, the day to expect. */
const ENDS: Readonly<Record<string, readonly [string, number, Milestone, string | null]>> = {
  'active_shipping.canadapost_pws__dnc_tracking_details_en': [
    '1680678172650919',
    7,
    'delivered',
    null,
  ],
  'active_shipping.canadapost_pws__tracking_details_en': [
    '1371134583769923',
    10,
    'delivered',
    null,
  ],
  'active_shipping.canadapost_pws__tracking_details_en_undelivered': [
    '1371134583769923',
    7,
    'out_for_delivery',
    '2011-02-11',
  ],
  'active_shipping.canadapost_pws__tracking_details_fr': [
    '1371134583769923',
    10,
    'delivered',
    null,
  ],
  'active_shipping.canadapost_pws__tracking_details_no_expected_delivery_date': [
    '8213295707205355',
    1,
    'label_created',
    null,
  ],
  'karrio.tracking': ['7023210039414604', 6, 'delivered', null],
  'karrio.tracking__2020-05-31': ['7023210039414604', 1, 'label_created', '2011-04-05'],
  'shipit.canada_post_delayed': ['8193030646706337', 9, 'ready_for_pickup', '2016-01-20'],
  'shipit.canada_post_delivered': ['2001698038081172', 7, 'delivered', null],
  'shipit.canada_post_delivered2': ['LM029042024CA', 7, 'delivered', null],
  'shipit.canada_post_departed': ['2116634025912396', 6, 'in_transit', '2016-03-14'],
  'shipit.canada_post_en_route': ['7316971138510136', 4, 'in_transit', '2015-10-01'],
  'shipit.canada_post_shipping': ['2046989277836191', 1, 'label_created', null],
}

const LEG = {
  carrier: 'canadapost',
  tracking_number: '1',
  account: null,
  digest: '',
  outcome: 'found',
  looked: null,
} as const

const readPayload = ({ content_type, response }: Payload): Reading =>
  canadapost.read({ contentType: content_type, body: response })

/** The elements of one name, by a reader that knows nothing else of XML. */
const written = ({ response }: Payload, element: string): string[] =>
  [...response.matchAll(new RegExp(`<${element}(?:>([^<]*)</${element}>|\\s*/>)`, 'g'))].map(
    ([, text = '']) =>
      text
        .replace(/&#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))
        .replace(/\s+/g, ' ')
        .trim(),
  )

shared.describe('recorded Canada Post answers', () => {
  const payloads = shared.payloads('canadapost')
  const tracked = payloads.filter(({ kind }) => kind === 'tracking')
  const details = tracked.filter(({ response }) => response.includes('<occurrence>'))

  it('are those that are known', () => {
    expect(tracked.map(({ name }) => name).sort()).toEqual(Object.keys(ENDS).sort())
    expect(details).toHaveLength(12)
  })

  it.each(details)('$name: every event is kept, in order, as it is written', (payload) => {
    const [report] = readPayload(payload).reports
    const column = (element: string) => written(payload, element)
    const [dates, times] = [column('event-date'), column('event-time')]
    const [sites, provinces] = [column('event-site'), column('event-province')]
    expect(report?.scans.map(({ code }) => code)).toEqual(column('event-identifier'))
    expect(report?.scans.map(({ text }) => text)).toEqual(column('event-description'))
    expect(report?.scans.map(({ local }) => local)).toEqual(
      dates.map((date, index) => `${date}T${times[index]}`),
    )
    expect(report?.scans.map(({ location }) => location ?? '')).toEqual(
      sites.map((site, index) => [site, provinces[index]].filter(Boolean).join(', ')),
    )
    expect(report?.scans.every(({ at }) => at === null)).toBe(true)
    expect(report?.scans.map(({ zone }) => zone !== null)).toEqual(
      column('event-time-zone').map((zone) => zone !== ''),
    )
  })

  it.each(tracked)('$name: number, end and estimate', (payload) => {
    const { reports, problems } = readPayload(payload)
    const [report] = reports
    expect([reports.length, problems]).toEqual([1, []])
    const kept = (report?.scans ?? []).map((scan) => ({ ...scan, leg: 0, map: 1 }))
    const { scans } = mergeScans({ scans: [], truncated: false }, kept, [LEG])
    expect(scans).toHaveLength(kept.length)
    const estimate = report?.estimate?.to ?? null
    expect([report?.tracking_number, kept.length, fold(scans, 0).milestone, estimate]).toEqual(
      ENDS[payload.name],
    )
  })

  it.each(tracked)('$name: agrees with what upstream’s tests say', (payload) => {
    const { expected, expected_partial } = payload as Payload & { expected_partial?: Partial }
    const [report] = readPayload(payload).reports
    const { tracking_number, event_count, latest_event } = expected_partial ?? {}
    if (tracking_number) expect(report?.tracking_number).toBe(tracking_number)
    if (event_count) expect(report?.scans).toHaveLength(event_count)
    if (latest_event) expect(report?.scans[0]).toMatchObject({ location: latest_event.location })
    const { events } = (expected ?? { events: [] }) as Upstream
    events.forEach((event, index) => {
      const scan = report?.scans[index]
      expect(scan).toMatchObject({ code: event.code, text: event.description })
      if (event.location) expect(scan?.location).toBe(event.location)
      if (event.timestamp) expect(event.timestamp).toContain(scan?.local?.slice(0, 16))
    })
  })

  it('no identifier of a recorded event is unknown', () => {
    const scans = details.flatMap((payload) => readPayload(payload).reports[0]?.scans ?? [])
    const silent = scans.filter(({ milestone, reason }) => !milestone && !reason)
    expect([...new Set(silent.map(({ code }) => code))]).toEqual(['20'])
  })

  it('who signed is the handover’s, and of the delivery alone', () => {
    const signed = Object.fromEntries(
      tracked.map((payload) => [
        payload.name,
        readPayload(payload).reports[0]?.handover?.signed_by,
      ]),
    )
    expect(signed).toMatchObject({
      'active_shipping.canadapost_pws__tracking_details_en': 'HETU',
      'active_shipping.canadapost_pws__tracking_details_fr': 'HETU',
      'karrio.tracking': 'R GREGOIRE',
      'shipit.canada_post_delivered': null,
    })
    expect(signed['active_shipping.canadapost_pws__tracking_details_en_undelivered']).toBe(
      undefined,
    )
  })

  it('a parcel that waits at a post office says at which', () => {
    const payload = tracked.find(({ name }) => name === 'shipit.canada_post_delayed')
    expect(payload && readPayload(payload).reports[0]?.pickup).toEqual({
      name: 'BP GALERIES CHAGNON',
      address: 'LEVIS, QC',
      hours: null,
      until: null,
      code: null,
    })
  })

  it.each([
    ['active_shipping.canadapost_pws__tracking_details_en_error', 'not_found', '004'],
    ['karrio.tracking_unknown', 'not_found', '004'],
    ['karrio.tracking_auth_error', 'unauthorized', 'E002'],
  ])('%s is %s', (name, code, carrierCode) => {
    const payload = payloads.find((one) => one.name === name)
    expect(payload?.kind).toBe('error')
    expect(payload && readPayload(payload)).toMatchObject({
      reports: [],
      problems: [{ code, carrier_code: carrierCode, tracking_number: null }],
    })
  })
})
