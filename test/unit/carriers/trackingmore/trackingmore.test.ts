import { afterEach, describe, expect, it, vi } from 'vitest'
import { trackingmore } from '../../../../worker/carriers/trackingmore/index.ts'
import { parcel, sign, subscribing, takes } from '../../../support/aggregators.ts'
import { NOW, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_key: 'trackingmore-key', webhook_secret: 'webhook-secret' }

const event = (status: string, substatus: string | null, words: string, date: string) => ({
  checkpoint_date: date,
  checkpoint_delivery_status: status,
  checkpoint_delivery_substatus: substatus,
  tracking_detail: words,
  location: 'PASADENA,MD,US',
  country_iso2: 'US',
  state: 'MD',
  city: 'PASADENA',
  zip: null,
  raw_status: null,
})

const EVENTS = [
  event('transit', 'transit002', 'Arrived at Facility', '2026-03-09 21:07'),
  event('inforeceived', 'inforeceived001', 'Label created', '2026-03-08 10:31'),
]

const tracking = (tracking_number: string, over: object = {}) => ({
  id: '9a035f5cdd0437c55d48e223c705a66c',
  tracking_number,
  courier_code: 'usps',
  delivery_status: 'transit',
  substatus: 'transit002',
  latest_event: 'Arrived at Facility,PASADENA,MD,US,2026-03-09 21:07',
  latest_checkpoint_time: '2026-03-09 21:07',
  scheduled_delivery_date: '2026-03-11',
  signed_by: null,
  origin_info: { courier_code: 'usps', trackinfo: EVENTS },
  destination_info: { courier_code: null, trackinfo: [] },
  ...over,
})

const META = { code: 200, type: 'Success', message: 'Success' }
const ok = (data: unknown) => ({ meta: META, data })

describeCarrier({
  carrier: trackingmore,
  recorded: {
    folder: 'trackingmore',
    ends: {
      // Abridged in the documentation: a status and no event.
      webhook: [{ number: '...', scans: 1, milestone: 'delivered', from: null, to: null }],
    },
    errors: {
      error_already_exists: ['bad_answer', '4101'],
      error_unauthorized: ['unauthorized', '4001'],
    },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9400100110368068953525'), parcel('RR123456789CN')],
    request: {
      method: 'GET',
      path: '/v4/trackings/get?tracking_numbers=9400100110368068953525,RR123456789CN&limit=200',
      headers: expect.objectContaining({ 'tracking-api-key': 'trackingmore-key' }),
    },
    answer: ok([tracking('9400100110368068953525'), tracking('RR123456789CN')]),
    changed: ok([{ number: '9400100110368068953525', state: 'transit', events: EVENTS }]),
  },
})

describe('TrackingMore', () => {
  const read = (body: unknown) =>
    trackingmore.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read(ok([tracking('A', over)])).reports[0]

  it('the sub-status says it, the status where there is none, and plain words before a coarse one', () => {
    const trackinfo = [
      event('pickup', 'pickup002', 'At the post office', ''),
      event('pickup', null, 'On the van', ''),
      event('exception', 'exception010', 'Back', ''),
      event('exception', 'exception007', 'Lost or damaged', ''),
      event('transit', 'transit001', 'Out for delivery', ''),
      event('delivered', 'delivered001', 'Returned to sender', ''),
      event('shrunk', null, 'Out for delivery', ''),
    ]
    const scans = report({ origin_info: { trackinfo } })?.scans
    expect(scans?.map(({ milestone, reason }) => [milestone, reason])).toEqual([
      ['ready_for_pickup', null],
      ['out_for_delivery', null],
      ['returning_to_sender', null],
      [null, 'investigation'],
      ['out_for_delivery', null],
      ['returned_to_sender', null],
      [null, null],
    ])
  })

  it('both carriers’ events are one report, with the number it goes on with', () => {
    const arrived = event('transit', 'transit004', 'Arrived', '2026-03-09 08:00')
    const over = {
      destination_track_number: '9400',
      destination_info: { courier_code: 'usps', trackinfo: [arrived] },
    }
    expect(report(over)).toMatchObject({
      scans: { length: 3 },
      legs: [{ carrier: 'usps', tracking_number: '9400' }],
    })
    expect(report({ destination_track_number: 'A' })?.legs).toBeNull()
  })

  it('times are wall clocks of their places, in their zone where that is known of all', () => {
    const nowhere = { ...event('transit', null, 'Moved', '2026-03-09 08:00'), country_iso2: null }
    const zones = (...trackinfo: readonly unknown[]) =>
      report({ origin_info: { trackinfo } })?.scans.map(({ at, local, zone }) => [at, local, zone])
    expect(zones(EVENTS[0])).toEqual([[null, '2026-03-09T21:07:00', 'America/New_York']])
    expect(zones(EVENTS[0], nowhere)).toEqual([
      [null, '2026-03-09T21:07:00', null],
      [null, '2026-03-09T08:00:00', null],
    ])
  })

  it('reads version 2: other names, in a page', () => {
    const old = {
      tracking_number: 'RR1',
      carrier_code: 'phlpost',
      status: 'delivered',
      lastEvent: 'Delivered,RENTON, WA 98056,2015-11-02 17:11',
      lastUpdateTime: '2015-11-02 17:11',
      origin_info: {
        trackinfo: [
          {
            Date: '2015-11-02 17:11',
            StatusDescription: 'Delivered',
            Details: 'RENTON, WA 98056',
            checkpoint_status: 'delivered',
          },
        ],
      },
      destination_info: null,
    }
    const page = ok({ page: 1, limit: 25, total: '1', items: [old] })
    expect(read(page).reports).toMatchObject([
      {
        tracking_number: 'RR1',
        scans: [
          {
            milestone: 'delivered',
            local: '2015-11-02T17:11:00',
            location: 'RENTON, WA 98056',
            text: 'Delivered',
          },
        ],
      },
    ])
  })

  it('the header speaks only where there is no event, with the latest event’s words and time', () => {
    const none = { origin_info: { trackinfo: [] }, destination_info: null }
    expect(report({ ...none, delivery_status: 'delivered', substatus: null })?.scans).toMatchObject(
      [{ milestone: 'delivered', local: '2026-03-09T21:07:00' }],
    )
    expect(report({ ...none, delivery_status: 'pending', substatus: null })?.scans).toEqual([])
    expect(report({ delivery_status: 'delivered' })?.scans).toHaveLength(2)
  })

  it('expects the day, until the parcel is there with a signature', () => {
    expect(report({})?.estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const there = event('delivered', 'delivered003', 'Delivered', '2026-03-10 10:00')
    expect(report({ origin_info: { trackinfo: [there] }, signed_by: 'JD' })).toMatchObject({
      estimate: null,
      handover: { signed_by: 'JD' },
    })
  })

  it('a list without the number is told apart from a tracking without an event', () => {
    expect(read(ok([])).problems).toMatchObject([{ code: 'not_found', carrier_code: '4102' }])
  })

  it.each([
    ['429', 'throttled'],
    ['4110', 'invalid_number'],
    ['4190', 'throttled'],
    ['4016', 'bad_answer'],
    ['9999', 'bad_answer'],
  ])('meta code %s is %s', (code, meant) => {
    const body = { meta: { code: Number(code), type: 'X', message: 'Words' }, data: [] }
    expect(read(body).problems).toMatchObject([
      { code: meant, carrier_code: code, message: 'Words' },
    ])
  })

  it('a throttle that does not say how long is two minutes', async () => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 429 }))
    const access = { credentials: CREDENTIALS, token: null, origin: null, now: NOW }
    await expect(trackingmore.track([parcel('A')], access)).rejects.toMatchObject({
      retryAfter: 120,
    })
  })

  it('registers forty numbers a request; one that is registered already is done', async () => {
    const parcels = Array.from({ length: 41 }, (_, index) =>
      parcel(`RR${index}`, index === 0 ? 'bpost' : null),
    )
    const error = [
      { tracking_number: 'RR0', errorCode: 4101, errorMessage: 'Tracking already exists' },
      { tracking_number: 'RR1', errorCode: 4121, errorMessage: 'Cannot detect courier' },
    ]
    const { reading, asked } = await subscribing(
      trackingmore,
      CREDENTIALS,
      parcels,
      { body: ok({ success: [{ tracking_number: 'RR2' }], error }) },
      { body: ok({ success: [{ tracking_number: 'RR40' }], error: [] }) },
    )
    expect(asked).toHaveLength(2)
    expect(asked[0]).toMatchObject({
      url: 'https://api.trackingmore.com/v4/trackings/batch',
      body: {
        length: 40,
        0: { tracking_number: 'RR0', courier_code: 'belgium-post' },
        1: { tracking_number: 'RR1' },
      },
    })
    expect(reading.problems).toMatchObject([
      { code: 'invalid_number', carrier_code: '4121', tracking_number: 'RR1' },
    ])
  })
})

describe('TrackingMore’s webhook', () => {
  const seconds = NOW / 1000
  const body = JSON.stringify(ok(tracking('RR123456789CN')))
  const headers = (time: number, secret = CREDENTIALS.webhook_secret) => ({
    Timestamp: String(time),
    Signature: sign(String(time), secret, 'hex'),
  })
  const old = (time: number, secret = CREDENTIALS.webhook_secret) =>
    JSON.stringify({
      ...ok(tracking('RR123456789CN')),
      verifyInfo: { timeStr: time, signature: sign(String(time), secret, 'hex') },
    })

  it('is read like an answer', () => {
    expect(trackingmore.read({ contentType: null, body }).reports[0]?.scans).toHaveLength(2)
  })

  it('is taken with a fresh signature in its headers, or in the body as before', async () => {
    expect(await takes(trackingmore, CREDENTIALS, pushed(headers(seconds), body))).toBe(true)
    expect(await takes(trackingmore, CREDENTIALS, pushed(headers(seconds - 899), body))).toBe(true)
    expect(await takes(trackingmore, CREDENTIALS, pushed({}, old(seconds)))).toBe(true)
  })

  it.each([
    ['nothing', pushed({}, body)],
    ['a time alone', pushed({ Timestamp: String(seconds) }, body)],
    ['another secret', pushed(headers(seconds, 'other'), body)],
    ['an old signature', pushed(headers(seconds - 901), body)],
    ['an old signature in the body', pushed({}, old(seconds - 901))],
    ['another secret in the body', pushed({}, old(seconds, 'other'))],
    ['a time that is none', pushed({ ...headers(seconds), Timestamp: 'now' }, body)],
    ['a body that is no JSON', pushed({}, 'verifyInfo')],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(trackingmore, CREDENTIALS, push)).toBe(false)
  })

  it('is refused where the merchant entered no secret', async () => {
    const push = pushed(headers(seconds, ''), body)
    expect(await takes(trackingmore, { api_key: 'key' }, push)).toBe(false)
  })
})
