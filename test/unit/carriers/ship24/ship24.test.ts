import { afterEach, describe, expect, it, vi } from 'vitest'
import { ship24 } from '../../../../worker/carriers/ship24/index.ts'
import { parcel, subscribing, takes } from '../../../support/aggregators.ts'
import { failureOf, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_key: 'apik_ship24-key', webhook_secret: 'whs_secret' }

const event = (
  statusCode: string | null,
  statusMilestone: string | null,
  status: string,
  occurrenceDatetime: string,
  over: object = {},
) => ({
  eventId: 'e',
  trackingNumber: '9400111202544843610364',
  eventTrackingNumber: '9400111202544843610364',
  status,
  occurrenceDatetime,
  order: 1,
  location: 'SAN RAFAEL, CA 94901',
  courierCode: 'us-post',
  statusCode,
  statusCategory: null,
  statusMilestone,
  ...over,
})

const EVENTS = [
  event(null, 'in_transit', 'Arrived at Hub', '2026-03-09T06:12:57'),
  event('data_order_created', 'info_received', 'Package Received', '2026-03-08T15:38:57Z'),
]

const tracking = (over: object = {}, shipment: object = {}) => ({
  tracker: { trackerId: 't', trackingNumber: '9400111202544843610364', isTracked: true },
  shipment: {
    statusCode: null,
    statusMilestone: 'in_transit',
    delivery: {
      estimatedDeliveryDate: '2026-03-12T18:00:00',
      courierEstimatedDeliveryDate: { from: '2026-03-11T17:00:00', to: '2026-03-11T18:00:00' },
      signedBy: null,
    },
    trackingNumbers: [{ tn: '9400111202544843610364' }],
    recipient: { name: 'Jane Roe', address: '1 Secret St' },
    ...shipment,
  },
  events: EVENTS,
  ...over,
})

const LIFE = {
  scans: 9,
  milestone: 'delivered',
  from: '2021-03-02T15:38:57',
  to: '2021-03-04T17:12:57',
} as const

describeCarrier({
  carrier: ship24,
  recorded: {
    folder: 'ship24',
    ends: {
      openapi_schema_tracking_0: [{ ...LIFE, number: '9400115901047177598206' }],
      openapi_tracking_1: [{ ...LIFE, number: '9400111202544843610364' }],
      openapi_webhook_1: [
        {
          number: '9400115901047177598206',
          scans: 1,
          milestone: 'delivered',
          from: '2025-03-04T17:12:57',
          to: '2025-03-04T17:12:57',
        },
      ],
    },
    errors: {
      openapi_error_1: ['invalid_number', 'validation_error'],
      openapi_error_2: ['not_found', 'tracker_not_found'],
      openapi_error_3: ['bad_answer', 'tracker_not_updatable'],
      openapi_error_4: ['not_found', 'tracker_not_found'],
      // About the destination's country, not about the number.
      openapi_error_5: ['bad_answer', 'validation_error'],
    },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9400111202544843610364')],
    request: {
      method: 'GET',
      path: '/public/v1/trackers/search/9400111202544843610364/results',
      headers: expect.objectContaining({ authorization: 'Bearer apik_ship24-key' }),
    },
    answer: { data: { trackings: [tracking()] } },
    changed: { data: { trackings: [{ ...tracking(), events: undefined, scans: EVENTS }] } },
    statuses: { 402: 'unauthorized', 404: 'not_found' },
  },
})

describe('Ship24', () => {
  const read = (body: unknown) =>
    ship24.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object, shipment: object = {}) =>
    read({ data: { trackings: [tracking(over, shipment)] } }).reports[0]

  it('the code says it, the milestone where there is none, words where neither is', () => {
    const scans = report({
      events: [
        event('customs_exception', 'in_transit', 'Held', ''),
        event('delivery_refused', 'exception', 'Refused', ''),
        event('exception_lost', 'exception', 'Lost', ''),
        event(null, 'exception', 'Oops', ''),
        event(null, 'in_transit', 'Out for delivery', ''),
        event(null, null, 'Delivered', ''),
        event('new_code', null, 'Delivered', ''),
      ],
    })?.scans
    expect(scans?.map(({ milestone, reason }) => [milestone, reason])).toEqual([
      ['in_transit', 'customs_hold'],
      ['attempt_failed', 'refused'],
      ['ended', 'lost'],
      [null, 'carrier_exception'],
      ['out_for_delivery', null],
      ['delivered', null],
      [null, null],
    ])
  })

  it('times are as written: with an offset an instant, without one a wall clock, or a day', () => {
    const written = ['2026-03-04T17:12:57', '2026-03-04T10:12:57+02:00', '2026-03-04']
    const scans = report({ events: written.map((at) => event(null, 'in_transit', '', at)) })?.scans
    expect(scans?.map(({ at, local }) => [at, local])).toEqual([
      [null, '2026-03-04T17:12:57'],
      ['2026-03-04T10:12:57+02:00', '2026-03-04T10:12:57'],
      [null, '2026-03-04'],
    ])
  })

  it('names the other numbers of the shipment with their carriers', () => {
    const over = { events: [event(null, 'in_transit', '', '', { eventTrackingNumber: 'LX1' })] }
    const numbers = [{ tn: '9400111202544843610364' }, { tn: 'LX1' }, { tn: 'ZZ9' }]
    expect(report(over, { trackingNumbers: numbers })?.legs).toEqual([
      { carrier: 'usps', tracking_number: 'LX1' },
      { carrier: null, tracking_number: 'ZZ9' },
    ])
  })

  it('the carrier’s range goes before the day', () => {
    expect(report({})?.estimate).toEqual({ from: '2026-03-11T17:00:00', to: '2026-03-11T18:00:00' })
    const delivery = { estimatedDeliveryDate: '2026-03-12T18:00:00' }
    expect(report({}, { delivery })?.estimate).toEqual({
      from: '2026-03-12T18:00:00',
      to: '2026-03-12T18:00:00',
    })
  })

  it('the recipient is not kept, the signature is', () => {
    const there = event('delivery_delivered', 'delivered', 'Delivered to the addressee', '')
    const said = report({ events: [there] }, { delivery: { signedBy: 'JD' } })
    expect(said?.handover).toMatchObject({ to: 'recipient', signed_by: 'JD' })
    expect(JSON.stringify(said)).not.toMatch(/Jane Roe|Secret/)
  })

  it('the header speaks only where there is no event', () => {
    expect(report({ events: [] }, { statusMilestone: 'delivered' })?.scans).toMatchObject([
      { milestone: 'delivered', at: null },
    ])
    expect(report({ events: [] }, { statusMilestone: 'pending' })?.scans).toEqual([])
  })

  it('an answer without a tracking is told apart from a tracking without an event', () => {
    expect(read({ data: { trackings: [] } }).problems).toMatchObject([
      { code: 'not_found', carrier_code: 'tracker_not_found' },
    ])
  })

  it('a tracker without results is a number of which nothing is said', () => {
    const tracker = { trackerId: 't', trackingNumber: 'RR1' }
    for (const data of [{ tracker }, { trackers: [tracker] }]) {
      expect(read({ data })).toMatchObject({
        reports: [{ tracking_number: 'RR1', whole: false, scans: [] }],
        problems: [],
      })
    }
  })

  it('registers a hundred numbers a request, and tells what became of each', async () => {
    const invalid = { code: 'validation_error', message: 'The trackingNumber seems invalid' }
    const numbers = Array.from({ length: 101 }, (_, index) => `RR${10000 + index}CN`)
    const { reading, asked } = await subscribing(
      ship24,
      CREDENTIALS,
      numbers.map((number) => parcel(number, number === 'RR10000CN' ? 'usps' : null)),
      {
        status: 207,
        body: {
          status: 'partial',
          data: [
            { itemStatus: 'existing', inputData: { trackingNumber: 'RR10000CN' }, errors: null },
            { itemStatus: 'error', inputData: { trackingNumber: 'RR10001CN' }, errors: [invalid] },
          ],
          error: null,
        },
      },
      {
        status: 201,
        body: {
          status: 'success',
          data: [{ itemStatus: 'created', inputData: { trackingNumber: 'RR10100CN' } }],
        },
      },
    )
    expect(asked.map(({ url }) => url)).toEqual([
      'https://api.ship24.com/public/v1/trackers/bulk',
      'https://api.ship24.com/public/v1/trackers/bulk',
    ])
    expect(asked[0]?.body).toHaveLength(100)
    expect(asked[0]?.body).toMatchObject({
      0: { trackingNumber: 'RR10000CN', courierCode: ['us-post'] },
      1: { trackingNumber: 'RR10001CN' },
    })
    expect(reading.problems).toMatchObject([
      { code: 'invalid_number', tracking_number: 'RR10001CN' },
    ])
  })

  it('a quota that is used up is a throttle', async () => {
    const error = { code: 'quota_limit_reached', message: 'No more quota left.' }
    const refused = subscribing(ship24, CREDENTIALS, [parcel('RR123456789CN')], {
      status: 403,
      body: { status: 'error', summary: null, data: null, error },
    })
    expect((await failureOf(refused)).problem.code).toBe('throttled')
  })
})

describe('Ship24’s webhook', () => {
  const metadata = { messageId: 'm', topic: 'tracking/events' }
  const body = JSON.stringify({ trackings: [tracking({ metadata })] })

  it('has the new events alone; a proof of delivery says nothing', () => {
    expect(ship24.read({ contentType: null, body }).reports).toMatchObject([
      { whole: false, scans: EVENTS.map(() => ({})) },
    ])
    const pod = { trackings: [{ metadata: { topic: 'tracking/pod' }, tracker: {} }, tracking()] }
    expect(ship24.read({ contentType: null, body: JSON.stringify(pod) }).reports).toHaveLength(1)
    const alone = JSON.stringify({ trackings: pod.trackings.slice(0, 1) })
    expect(ship24.read({ contentType: null, body: alone })).toEqual({ reports: [], problems: [] })
  })

  it('is taken with the secret as a bearer token', async () => {
    const push = pushed({ authorization: 'Bearer whs_secret' }, body)
    expect(await takes(ship24, CREDENTIALS, push)).toBe(true)
  })

  it.each([
    ['nothing', pushed({}, body)],
    ['another secret', pushed({ authorization: 'Bearer whs_secre' }, body)],
    ['the secret alone', pushed({ authorization: 'whs_secret' }, body)],
    ['an empty token', pushed({ authorization: 'Bearer ' }, body)],
    ['the secret in the query', pushed({}, body, { token: 'whs_secret' })],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(ship24, CREDENTIALS, push)).toBe(false)
  })

  it('is refused where the merchant entered no secret', async () => {
    const push = pushed({ authorization: 'Bearer whs_secret' }, body)
    expect(await takes(ship24, { api_key: 'key' }, push)).toBe(false)
  })
})
