import { expect, it } from 'vitest'
import type { Milestone } from '../../../../schema/vocabulary.ts'
import type { Reading, Scan } from '../../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { read } from '../../../../worker/carriers/ups/read.ts'
import { fold } from '../../../../worker/order/fold.ts'
import { mergeScans } from '../../../../worker/order/scans.ts'
import type { Payload } from '../../../support/shared.ts'
import { shared } from '../../../support/shared.ts'

/** What was derived mechanically from the payload: right about codes, texts, places and wall clocks. */
interface Derived {
  readonly tracking_number: string
  readonly delivered: boolean
  readonly estimated_delivery: string | null
  readonly events: readonly {
    readonly timestamp: string
    readonly tz: string
    readonly code: string | null
    readonly description: string
    readonly location: string | null
    readonly status: string
  }[]
}

/** `status` is coarse and, for what is filed under X, only "on hold": what it can be for us. */
const SENSIBLE: Readonly<Record<string, readonly (Milestone | null)[]>> = {
  delivered: ['delivered'],
  out_for_delivery: ['out_for_delivery'],
  in_transit: ['in_transit', 'accepted'],
  picked_up: ['accepted'],
  pending: ['label_created'],
  on_hold: ['in_transit', null],
}

type End = readonly [number: string, scans: number, milestone: Milestone, signed: string | null]

/** Answers of the XML tool and the SOAP service, read off by hand. */
const FORMER: Readonly<Record<string, readonly End[]>> = {
  'karrio.tracking__2020-05-31': [['1Z12345E6205277936', 6, 'delivered', null]],
  'karrio.tracking__2021-11-11': [['1Z12345E6205277936', 6, 'delivered', null]],
  'shipit.ups_2nd_trk_number': [
    ['1Z12345E0390515214', 1, 'delivered', 'D. DELUISE'],
    ['1Z12345E0393657226', 1, 'delivered', 'D. DELUISE'],
  ],
  'shipit.ups_delivered': [['1Z12345E0291980793', 2, 'delivered', 'HELEN SMITH']],
  'shipit.ups_delivery_attempt': [['1Z12345E6892410845', 6, 'delivered', null]],
  'shipit.ups_rescheduled': [['1ZA428Y20293526026', 4, 'in_transit', null]],
  'shipit.ups_transit': [['1Z12345E1392654435', 1, 'accepted', null]],
}

const FORMER_ERRORS: Readonly<Record<string, readonly [code: string, carrierCode: string]>> = {
  'karrio.tracking_auth_error__2021-11-11': ['unauthorized', '250003'],
  'karrio.tracking_unknown__2020-05-31': ['invalid_number', '151018'],
  'karrio.tracking_unknown__2021-11-11': ['invalid_number', '151018'],
}

const derivedOf = ({ strict, expected }: Payload): Derived =>
  (strict ? (strict as Derived[])[0] : expected) as Derived

const readPayload = (payload: Payload): Reading =>
  read({ contentType: payload.content_type, body: payload.response })

const isJson = (payload: Payload) => payload.content_type === 'application/json'

const find = (name: string): Payload => {
  const found = shared.payloads('ups').find((payload) => payload.name === name)
  if (!found) throw new Error(`there is no payload ${name}`)
  return found
}

const scansOf = (name: string): readonly Scan[] => readPayload(find(name)).reports[0]?.scans ?? []

shared.describe('recorded UPS answers', () => {
  const payloads = shared.payloads('ups')
  const tracked = payloads.filter((payload) => isJson(payload) && payload.kind !== 'error')

  it('are as many as expected', () => {
    expect(tracked.map(({ name }) => name)).toHaveLength(7)
    expect(payloads.filter((payload) => !isJson(payload)).length).toBeGreaterThan(8)
  })

  it.each(tracked)('$name: every scan is kept, in code, text, place and time', (payload) => {
    const { events } = derivedOf(payload)
    const [report, ...more] = readPayload(payload).reports
    expect(more).toEqual([])
    expect(report?.scans).toHaveLength(events.length)
    report?.scans.forEach((scan, index) => {
      const event = events[index]
      expect(scan).toMatchObject({
        code: event?.code,
        text: event?.description.trim(),
        location: event?.location,
        local: event?.timestamp.slice(0, 19),
      })
      if (event?.tz === 'offset') expect(scan.at).toBe(event.timestamp)
      expect(SENSIBLE[event?.status ?? '']).toContain(scan.milestone)
    })
  })

  it.each(tracked)('$name: number, delivery and estimate', (payload) => {
    const derived = derivedOf(payload)
    const report = readPayload(payload).reports[0]
    const expected =
      derived.tracking_number === 'string' ? '1Z023E2X0214323462' : derived.tracking_number
    expect(report?.tracking_number).toBe(expected)
    expect(report?.scans.some(({ milestone }) => milestone === 'delivered')).toBe(derived.delivered)
    const day = derived.estimated_delivery?.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3')
    expect(report?.estimate).toEqual(day ? { from: day, to: day } : null)
  })

  it('a parcel held by customs tells holds from releases', () => {
    const meanings = scansOf('omniship.ups_left_not_arrived').map(
      ({ milestone, reason }) => reason ?? milestone,
    )
    expect(meanings).toEqual([
      'customs_hold',
      ...Array(6).fill('in_transit'),
      'in_transit',
      'customs_hold',
      'in_transit',
      'accepted',
      'in_transit',
      'customs_documents',
      'customs_hold',
      'in_transit',
      'accepted',
      'label_created',
    ])
  })

  it('an alert says one thing: its offset follows from its two clocks', () => {
    const [report] = readPayload(find('track_alert_webhook_1')).reports
    expect(report).toMatchObject({ whole: false, tracking_number: '1Z204W4R0308071865' })
    expect(report?.scans[0]).toMatchObject({
      at: '2024-04-23T09:15:19-04:00',
      milestone: 'out_for_delivery',
    })
  })

  it('placeholders say nothing', () => {
    const { reports } = readPayload(find('omniship.ups_mi'))
    expect(reports[0]).toMatchObject({
      estimate: null,
      window: null,
      pickup: null,
      handover: null,
      payment_due: null,
      legs: null,
    })
  })

  it('a number at another carrier is a leg, a number of unknown kind is none', () => {
    const [report] = readPayload(find('karrio.tracking')).reports
    expect(report?.legs).toEqual([
      { carrier: 'usps', tracking_number: '92419900000033499522966220' },
    ])
  })

  it.each([
    ['karrio.invalid_tracking_number', 'invalid_number', 'TV1002', null],
    ['karrio.tracking_auth_error', 'unauthorized', '250003', null],
    ['karrio.tracking_number_not_found', 'not_found', 'TW0001', null],
    ['omniship.ups_mi_not_found', 'not_found', 'TW0001', '1Z9912350341235622'],
  ])('%s is %s', (name, code, carrierCode, number) => {
    const { reports, problems } = readPayload(find(name))
    expect(reports).toEqual([])
    expect(problems).toMatchObject([{ code, carrier_code: carrierCode, tracking_number: number }])
  })

  it('of the former services are all known', () => {
    const former = payloads.filter((payload) => !isJson(payload)).map(({ name }) => name)
    expect(former.sort()).toEqual([...Object.keys(FORMER), ...Object.keys(FORMER_ERRORS)].sort())
  })

  it.each(Object.keys(FORMER))('%s, of a former service: every parcel and how it ends', (name) => {
    const { reports, problems } = readPayload(find(name))
    expect(problems).toEqual([])
    const ends = reports.map(({ tracking_number, scans, handover }) => {
      const { scans: kept } = mergeScans(
        { scans: [], truncated: false },
        scans.map((scan) => ({ ...scan, leg: 0, map: 1 })),
        [],
      )
      expect(kept.every(({ at, local }) => at === null && local !== null)).toBe(true)
      const { milestone } = fold(kept, 0)
      return [tracking_number, scans.length, milestone, handover?.signed_by ?? null]
    })
    expect(ends).toEqual(FORMER[name])
  })

  it.each(Object.entries(FORMER_ERRORS))('%s, of a former service, is %s', (name, expected) => {
    const [code, carrier_code] = expected
    expect(readPayload(find(name)).problems).toMatchObject([{ code, carrier_code }])
  })

  it('a day it was moved to goes before the first one', () => {
    const [report] = readPayload(find('shipit.ups_rescheduled')).reports
    expect(report?.estimate).toEqual({ from: '2014-10-24', to: '2014-10-24' })
  })

  it('XML that is none of UPS’s answers is bad_answer', () => {
    const body = '<TrackResponse><Response/></TrackResponse>'
    expect(() => read({ contentType: 'text/xml', body })).toThrow(CarrierError)
  })
})
