import { afterEach, describe, expect, it, vi } from 'vitest'
import { aftership } from '../../../../worker/carriers/aftership/index.ts'
import { parcel, subscribing } from '../../../support/aggregators.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_key: 'asat_aftership-key' }

const checkpoint = (subtag: string | null, message: string, time: string, over: object = {}) => ({
  slug: 'usps',
  checkpoint_time: time,
  message,
  tag: subtag?.split('_')[0] ?? null,
  subtag,
  raw_tag: 'RAW',
  location: null,
  city: 'HOUSTON',
  state: 'TX',
  postal_code: '77063',
  country_region: 'USA',
  ...over,
})

const CHECKPOINTS = [
  checkpoint('InfoReceived_001', 'Label created', '2026-03-08T09:00:00-06:00'),
  checkpoint('InTransit_002', 'Accepted', '2026-03-08T16:00:00-06:00'),
  checkpoint('InTransit_007', 'Departed', '2026-03-09T03:00:00-05:00'),
]

const tracking = (tracking_number: string, over: object = {}) => ({
  id: 'id',
  tracking_number,
  slug: 'usps',
  tag: 'InTransit',
  subtag: 'InTransit_007',
  subtag_message: 'Departure Scan',
  signed_by: null,
  checkpoints: CHECKPOINTS,
  courier_estimated_delivery_date: { estimated_delivery_date: '2026-03-11' },
  ...over,
})

const ok = (data: unknown) => ({ meta: { code: 200 }, data })

const bare = (number: string) =>
  ({ number, scans: 0, milestone: 'pending', from: null, to: null }) as const

const POSTNL = {
  number: '3SKAAG5995399',
  scans: 6,
  milestone: 'in_transit',
  from: '2021-03-20T15:29:27+01:00',
  to: '2021-03-25T10:59:00+01:00',
} as const

const FEDEX = {
  number: '1111111111111',
  scans: 11,
  milestone: 'delivered',
  from: '2018-07-31T10:33:00-04:00',
  to: '2018-08-01T13:19:47-04:00',
} as const

describeCarrier({
  carrier: aftership,
  recorded: {
    folder: 'aftership',
    ends: {
      java_createtracking: [bare('1111111111111')],
      java_deletetracking: [bare('772857780801111')],
      java_getlastcheckpoint: [
        {
          number: '111111111111',
          scans: 1,
          milestone: 'delivered',
          from: '2018-08-01T13:19:47-04:00',
          to: '2018-08-01T13:19:47-04:00',
        },
      ],
      // The two others expired: nothing was heard of them.
      java_gettrackings: [FEDEX, bare('2222222222222'), bare('1231231231231')],
      // Delivered in Japan by its events; the header is what a merchant made of it afterwards.
      java_markascompleted: [
        {
          number: '111111111111',
          scans: 14,
          milestone: 'delivered',
          from: '2018-07-23T01:21:39-05:00',
          to: '2018-07-25T10:10:00+09:00',
        },
      ],
      java_retrack: [bare('RA223547577RU')],
      // Without an offset: wall clocks.
      java_updatetracking: [{ ...FEDEX, from: '2018-07-31T14:33:00', to: '2018-08-01T17:19:47' }],
      py_create_tracking_0: [bare('HH19260817')],
      py_create_tracking_af_0: [bare('3SKAAG5995399')],
      py_get_last_checkpoint_0: [bare('19260817')],
      py_get_last_checkpoint_af_0: [{ ...POSTNL, scans: 1, from: '2021-03-25T10:59:00+01:00' }],
      py_get_tracking_0: [bare('HH19260817')],
      py_get_tracking_af_0: [POSTNL],
      py_get_tracking_by_id_af_0: [POSTNL],
      py_list_trackings_0: [bare('HH19260817')],
      py_retrack_0: [bare('19260817')],
      py_update_tracking_0: [bare('19260817')],
      py_update_tracking_af_0: [
        { ...POSTNL, from: '2021-03-20T14:29:27Z', to: '2021-03-25T09:59:00Z' },
      ],
      restkit_demo_createtracking_response_body: [bare('123456789')],
      restkit_demo_gettracking: [
        {
          number: '012345678901',
          scans: 1,
          milestone: 'in_transit',
          from: '2016-07-16T12:39:49',
          to: '2016-07-16T12:39:49',
        },
      ],
    },
    errors: { restkit_demo_createtracking_error: ['invalid_number', '4015'] },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9400100110368068953525'), parcel('RR123456789CN')],
    request: {
      method: 'GET',
      path: '/tracking/2025-07/trackings?tracking_numbers=9400100110368068953525,RR123456789CN&limit=200',
      headers: expect.objectContaining({ 'as-api-key': 'asat_aftership-key' }),
    },
    answer: ok({ trackings: [tracking('9400100110368068953525'), tracking('RR123456789CN')] }),
    changed: ok({ trackings: [{ ...tracking('9400'), checkpoints: undefined, events: [] }] }),
    statuses: { 402: 'unauthorized', 404: 'not_found' },
  },
})

describe('AfterShip', () => {
  const read = (body: unknown) =>
    aftership.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read(ok(tracking('A', over))).reports[0]

  it('the sub-tag says it, the tag where there is none, words where neither is', () => {
    const scans = report({
      checkpoints: [
        checkpoint('Exception_010', 'On the way back', ''),
        checkpoint('Exception_017', 'Snow', ''),
        checkpoint(null, 'Foo', '', { tag: 'AttemptFail' }),
        checkpoint(null, 'Out for delivery', ''),
        checkpoint('InTransit_099', 'Bar', ''),
        checkpoint('Delivered_001', 'Delivered to sender', ''),
      ],
    })?.scans
    expect(scans?.map(({ milestone, reason }) => [milestone, reason])).toEqual([
      ['returning_to_sender', null],
      [null, 'weather'],
      ['attempt_failed', null],
      ['out_for_delivery', null],
      ['in_transit', null],
      ['returned_to_sender', null],
    ])
  })

  it('the header speaks only where there is no checkpoint', () => {
    expect(
      report({ checkpoints: [], tag: 'Delivered', subtag: 'Delivered_001' })?.scans,
    ).toMatchObject([{ milestone: 'delivered', code: 'Delivered_001', at: null }])
    expect(report({ tag: 'Exception', subtag: 'Exception_013' })?.scans).toHaveLength(3)
  })

  it('places are of old and new versions', () => {
    const old = { postal_code: undefined, zip: '1', country_region: undefined, country_iso3: 'NLD' }
    const scans = report({
      checkpoints: [
        CHECKPOINTS[0],
        checkpoint('InTransit_001', 'Moved', '', old),
        checkpoint('InTransit_001', 'Moved', '', { location: 'Houston hub' }),
      ],
    })?.scans
    expect(scans?.map(({ location }) => location)).toEqual([
      'HOUSTON, TX, 77063, USA',
      'HOUSTON, TX, 1, NLD',
      'Houston hub',
    ])
  })

  it.each([
    [{}, { from: '2026-03-11', to: '2026-03-11' }],
    [
      {
        courier_estimated_delivery_date: {
          estimated_delivery_date_min: '2026-03-11',
          estimated_delivery_date_max: '2026-03-13',
        },
      },
      { from: '2026-03-11', to: '2026-03-13' },
    ],
    [
      {
        courier_estimated_delivery_date: null,
        latest_estimated_delivery: { datetime: '2026-03-12T18:00:00-05:00' },
        aftership_estimated_delivery_date: { estimated_delivery_date: '2026-03-20' },
      },
      { from: '2026-03-12T18:00:00-05:00', to: '2026-03-12T18:00:00-05:00' },
    ],
    [
      { courier_estimated_delivery_date: null, expected_delivery: '2026-03-14' },
      { from: '2026-03-14', to: '2026-03-14' },
    ],
    [{ courier_estimated_delivery_date: null }, null],
    [{ checkpoints: [checkpoint('Delivered_001', 'Delivered', '')] }, null],
  ])('%j expects it %j', (over, estimate) => {
    expect(report(over)?.estimate).toEqual(estimate)
  })

  it('tells who took it, and where to collect it', () => {
    const there = checkpoint('Delivered_005', 'Delivered', '2026-03-10T10:00:00-05:00')
    const over = {
      checkpoints: [...CHECKPOINTS, there],
      signed_by: 'Signature not required',
      delivery_type: 'pickup_at_store',
      pickup_location: 'Flagship Store',
    }
    expect(report(over)).toMatchObject({
      handover: { to: 'neighbour', at: '2026-03-10T10:00:00-05:00', signed_by: null },
      pickup: { name: 'Flagship Store' },
    })
    expect(report({ ...over, signed_by: 'KOSUTOKO' })?.handover?.signed_by).toBe('KOSUTOKO')
    expect(report({ pickup_location: 'Flagship Store' })?.pickup).toBeNull()
  })

  it('names the numbers of the carriers before and after', () => {
    const over = {
      first_mile: { tracking_number: 'A', slug: 'china-post' },
      last_mile: { tracking_number: '9400', slug: 'usps' },
    }
    expect(report(over)?.legs).toEqual([{ carrier: 'usps', tracking_number: '9400' }])
    expect(report({})?.legs).toBeNull()
  })

  it('a list without the number is told apart from a tracking without a checkpoint', () => {
    expect(read(ok({ trackings: [] })).problems).toMatchObject([
      { code: 'not_found', carrier_code: '4004' },
    ])
    expect(
      read(
        ok({
          trackings: [tracking('A', { checkpoints: [], tag: 'Pending', subtag: 'Pending_001' })],
        }),
      ),
    ).toMatchObject({
      reports: [{ tracking_number: 'A', scans: [] }],
      problems: [],
    })
  })

  it.each([
    ['401', 'unauthorized'],
    ['429', 'throttled'],
    ['4005', 'invalid_number'],
    ['4012', 'invalid_number'],
    ['4999', 'bad_answer'],
  ])('meta code %s is %s', (code, meant) => {
    const body = { meta: { code: Number(code), message: 'Words', type: 'BadRequest' }, data: {} }
    expect(read(body).problems).toMatchObject([
      { code: meant, carrier_code: code, message: 'Words' },
    ])
  })

  it('a refusal that names a tracking is a refusal', () => {
    const meta = { code: 4003, message: 'Tracking already exists.', type: 'BadRequest' }
    expect(read({ meta, data: { tracking: tracking('A') } })).toMatchObject({
      reports: [],
      problems: [{ code: 'bad_answer', carrier_code: '4003' }],
    })
  })

  it('registers number by number; one that is registered already is done', async () => {
    const exists = { code: 4003, message: 'Tracking already exists.', type: 'BadRequest' }
    const undetected = { code: 4012, message: 'Cannot detect courier.', type: 'BadRequest' }
    const { reading, asked } = await subscribing(
      aftership,
      CREDENTIALS,
      [parcel('A', 'dhl-parcel-de'), parcel('B'), parcel('C')],
      { status: 201, body: { meta: { code: 201 }, data: tracking('A') } },
      { status: 400, body: { meta: exists, data: { tracking: { tracking_number: 'B' } } } },
      { status: 400, body: { meta: undetected, data: {} } },
    )
    expect(asked.map(({ method, body }) => [method, body])).toEqual([
      ['POST', { tracking_number: 'A', slug: 'dhl-germany' }],
      ['POST', { tracking_number: 'B' }],
      ['POST', { tracking_number: 'C' }],
    ])
    expect(reading.problems).toMatchObject([{ code: 'invalid_number', tracking_number: 'C' }])
    expect(reading.reports[0]).toMatchObject({
      tracking_number: 'A',
      scans: CHECKPOINTS.map(() => ({})),
    })
  })
})
