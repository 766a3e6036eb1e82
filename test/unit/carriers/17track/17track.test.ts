import { createHash } from 'node:crypto'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { seventeentrack } from '../../../../worker/carriers/17track/index.ts'
import { parcel, subscribing, takes } from '../../../support/aggregators.ts'
import { failureOf, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_key: '17track-security-key' }

const event = (sub_status: string | null, description: string, time_iso: string | null) => ({
  time_iso,
  time_utc: null,
  time_raw: { date: '2026-03-09', time: '08:00:00', timezone: null },
  description,
  location: 'LOS ANGELES, CA',
  stage: null,
  sub_status,
  address: { country: 'US', state: 'CA', city: 'LOS ANGELES', street: 'secret', postal_code: null },
})

const EVENTS = [
  event('OutForDelivery_Other', 'Out for delivery', '2026-03-10T08:46:06-07:00'),
  event('InTransit_PickedUp', 'Picked up', '2026-03-08T14:30:00+08:00'),
]

const record = (number: string, over: object = {}) => ({
  number,
  carrier: 21051,
  track_info: {
    latest_status: { status: 'OutForDelivery', sub_status: 'OutForDelivery_Other' },
    latest_event: EVENTS[0],
    time_metrics: {
      estimated_delivery_date: {
        source: 'Official',
        from: '2026-03-10T08:00:00-07:00',
        to: '2026-03-10T20:00:00-07:00',
      },
    },
    misc_info: { local_number: '', local_provider: '', local_key: 0 },
    tracking: { providers: [{ provider: { key: 21051, name: 'USPS' }, events: EVENTS }] },
    ...over,
  },
})

const found = (...accepted: readonly unknown[]) => ({ code: 0, data: { accepted, rejected: [] } })

const silent = (number: string) =>
  ({ number, scans: 0, milestone: 'pending', from: null, to: null }) as const

describeCarrier({
  carrier: seventeentrack,
  recorded: {
    folder: '17track',
    ends: {
      delivered_4_events: [
        {
          number: 'RR123456789CN',
          scans: 4,
          milestone: 'delivered',
          from: '2022-04-25T10:00:00+08:00',
          to: '2022-05-02T14:34:00-04:00',
        },
      ],
      gettrackinfo_full: [
        {
          number: 'RR123456789CN',
          scans: 3,
          milestone: 'delivered',
          from: '2022-04-25T10:00:00+08:00',
          to: '2022-05-02T14:34:00-04:00',
        },
      ],
      minimal_3: [{ number: 'x', scans: 1, milestone: 'in_transit', from: null, to: null }],
      minimal_9: [{ number: 'x', scans: 1, milestone: 'delivered', from: null, to: null }],
      register_response: [silent('RR123456789CN')],
      webhook_tracking_stopped: [silent('RR123456789CN')],
    },
    errors: {
      error_18010002_4: ['unauthorized', '-18010002'],
      error_18010003_6: ['down', '-18010003'],
      error_18019901_2: ['bad_answer', '-18019901'],
      error_18019903_5: ['invalid_number', '-18019903'],
      error_18019909_7: ['not_found', '-18019909'],
      error_invalid: ['unauthorized', '-18010002'],
      rate_limited_429: ['throttled', '429'],
    },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9400100110368068953525', 'usps'), parcel('RR123456789CN')],
    request: {
      method: 'POST',
      path: '/track/v2.2/gettrackinfo',
      headers: expect.objectContaining({ '17token': '17track-security-key' }),
      body: JSON.stringify([
        { number: '9400100110368068953525', carrier: 21051 },
        { number: 'RR123456789CN' },
      ]),
    },
    answer: found(record('9400100110368068953525'), record('RR123456789CN')),
    changed: found({ number: '9400100110368068953525', info: record('').track_info }),
  },
})

describe('17TRACK', () => {
  const read = (body: unknown) =>
    seventeentrack.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read(found(record('RR1', over))).reports[0]
  const ofEvents = (...events: readonly unknown[]) =>
    report({ tracking: { providers: [{ events }] } })

  it('the events speak, not a latest status that contradicts them', () => {
    const ready = event('AvailableForPickup_Other', 'Awaiting collection', '2026-03-10T10:00:00Z')
    const { scans } =
      report({
        latest_status: { status: 'Exception', sub_status: 'Exception_Other' },
        tracking: { providers: [{ events: [ready] }] },
      }) ?? {}
    expect(scans).toMatchObject([{ milestone: 'ready_for_pickup', reason: null }])
  })

  it('the latest status speaks where there is no event, at the time of the latest', () => {
    expect(report({ tracking: { providers: [] } })?.scans).toMatchObject([
      { milestone: 'out_for_delivery', at: '2026-03-10T08:46:06-07:00', city: 'LOS ANGELES' },
    ])
    expect(
      report({ tracking: null, latest_status: { status: 'NotFound' }, latest_event: null })?.scans,
    ).toEqual([])
  })

  it('a number of two carriers has the scans of both, and the number it goes on with', () => {
    const first = event('InTransit_Departure', 'Left China', '2026-03-01T10:00:00+08:00')
    const answer = report({
      misc_info: { local_number: '9400100110368068953525', local_key: 21051 },
      tracking: { providers: [{ events: [first] }, { events: EVENTS }] },
    })
    expect(answer?.scans).toHaveLength(3)
    expect(answer?.legs).toEqual([{ carrier: 'usps', tracking_number: '9400100110368068953525' }])
    expect(report({ misc_info: { local_number: 'RR1', local_key: 3011 } })?.legs).toBeNull()
    expect(report({ misc_info: { local_number: 'ZZ9', local_key: 3 } })?.legs).toEqual([
      { carrier: null, tracking_number: 'ZZ9' },
    ])
  })

  it('without an offset the time is the carrier’s wall clock', () => {
    expect(ofEvents(event('InTransit_Other', 'Moved', null))?.scans).toMatchObject([
      { at: null, local: '2026-03-09T08:00:00', zone: null },
    ])
  })

  it('keeps the place as written, and never its street', () => {
    const [scan] = ofEvents(EVENTS[0])?.scans ?? []
    expect(scan).toMatchObject({ location: 'LOS ANGELES, CA', city: 'LOS ANGELES' })
    expect(JSON.stringify(scan)).not.toContain('secret')
  })

  it('words speak where an event has no status, and put a coarse one right', () => {
    const scans = ofEvents(
      event(null, 'Arrived at Facility', '2026-03-09T01:00:00Z'),
      event('Delivered_Other', 'Returned to sender', '2026-03-09T02:00:00Z'),
      event('InTransit_New', 'Out for delivery', '2026-03-09T03:00:00Z'),
    )?.scans
    expect(scans?.map(({ milestone }) => milestone)).toEqual([
      'in_transit',
      'returned_to_sender',
      null,
    ])
  })

  it('expects the parcel in a range of instants', () => {
    expect(report({})?.estimate).toEqual({
      from: '2026-03-10T08:00:00-07:00',
      to: '2026-03-10T20:00:00-07:00',
    })
  })

  it('reads a record one level higher as well, and tells an empty one from a changed one', () => {
    const { track_info } = record('RR1')
    const flat = { event: 'TRACKING_UPDATED', data: { number: 'RR1', ...track_info } }
    expect(read(flat).reports[0]?.scans).toHaveLength(2)
    expect(read(found({ number: 'RR1', track_info: null })).reports[0]?.scans).toEqual([])
    expect(() => read(found({ number: 'RR1', track_info: { status: 'Delivered' } }))).toThrow()
  })

  it('each refused number is a problem of its own', () => {
    const rejected = [
      { number: 'A', error: { code: -18019902, message: 'Not registered.' } },
      { number: 'B', error: { code: -18010012, message: 'The format of B is invalid.' } },
    ]
    expect(read({ code: 0, data: { accepted: [record('C')], rejected } })).toMatchObject({
      reports: [{ tracking_number: 'C' }],
      problems: [
        { code: 'not_found', carrier_code: '-18019902', tracking_number: 'A' },
        { code: 'invalid_number', tracking_number: 'B' },
      ],
    })
  })

  it('registers forty numbers a request; one that is registered already is done', async () => {
    const parcels = Array.from({ length: 41 }, (_, index) => parcel(`RR${10000 + index}CN`))
    const already = { number: 'RR10000CN', error: { code: -18019901, message: 'Registered.' } }
    const unknown = { number: 'RR10040CN', error: { code: -18019903, message: 'No carrier.' } }
    const { reading, asked } = await subscribing(
      seventeentrack,
      CREDENTIALS,
      parcels,
      { body: { code: 0, data: { accepted: [], rejected: [already] } } },
      { body: { code: 0, data: { accepted: [], rejected: [unknown] } } },
    )
    expect(asked.map(({ url, body }) => [url, (body as unknown[]).length])).toEqual([
      ['https://api.17track.net/track/v2.2/register', 40],
      ['https://api.17track.net/track/v2.2/register', 1],
    ])
    expect(reading.problems).toMatchObject([
      { code: 'invalid_number', carrier_code: '-18019903', tracking_number: 'RR10040CN' },
    ])
  })

  it('a quota that is used up is a throttle', async () => {
    const error = { code: -18019908, message: 'Quota exhausted.' }
    const refused = subscribing(seventeentrack, CREDENTIALS, [parcel('RR123456789CN')], {
      body: { code: 0, data: { accepted: [], rejected: [{ number: 'RR123456789CN', error }] } },
    })
    expect((await failureOf(refused)).problem).toMatchObject({ code: 'throttled' })
  })
})

describe('17TRACK’s webhook', () => {
  const body = JSON.stringify({ event: 'TRACKING_UPDATED', data: record('RR123456789CN') })
  const signed = (text: string, key: string) =>
    createHash('sha256').update(`${text}/${key}`).digest('hex')
  const good = signed(body, CREDENTIALS.api_key)

  it('is read like an answer', () => {
    expect(seventeentrack.read({ contentType: null, body }).reports).toMatchObject([
      { tracking_number: 'RR123456789CN', whole: true, scans: EVENTS.map(() => ({})) },
    ])
  })

  it('is taken with the digest of body and key, in small or capital letters', async () => {
    expect(await takes(seventeentrack, CREDENTIALS, pushed({ sign: good }, body))).toBe(true)
    const capital = pushed({ sign: good.toUpperCase() }, body)
    expect(await takes(seventeentrack, CREDENTIALS, capital)).toBe(true)
  })

  it.each([
    ['nothing', pushed({}, body)],
    ['an empty signature', pushed({ sign: '' }, body)],
    ['another key', pushed({ sign: signed(body, 'another') }, body)],
    ['an altered body', pushed({ sign: good }, body.replace('Out', 'Not'))],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(seventeentrack, CREDENTIALS, push)).toBe(false)
  })
})
