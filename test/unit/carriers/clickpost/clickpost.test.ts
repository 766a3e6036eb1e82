import { afterEach, describe, expect, it, vi } from 'vitest'
import { clickpost } from '../../../../worker/carriers/clickpost/index.ts'
import { parcel, subscribing, takes } from '../../../support/aggregators.ts'
import { ask, NOW, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { username: 'shop', key: 'clickpost-key', webhook_secret: 'webhook-key' }

const scan = (code: number, name: string, remark: string, timestamp: string) => ({
  clickpost_status_code: code,
  clickpost_status_description: name,
  status: remark,
  remark,
  location: 'DEL_GeetaColony',
  timestamp,
})

const SCANS = [
  scan(6, 'OutForDelivery', 'Out for Delivery', '2026-03-10 08:53:01'),
  scan(4, 'PickedUp', 'Picked up', '2026-03-09 18:01:00'),
]

const META = { meta: { message: 'SUCCESS', status: 200, success: true } }
const shipment = (over: object = {}) => ({
  latest_status: SCANS[0],
  additional: { courier_partner_edd: '2026-03-11' },
  scans: SCANS,
  valid: true,
  ...over,
})

const event = (over: object) => ({
  waybill: 'W1',
  cp_id: 4,
  ...scan(9, 'FailedDelivery', 'Failed Delivery', '2026-03-10T17:12:36Z'),
  additional: { ndr_status_code: 1, courier_partner_edd: null },
  ...over,
})

const pushEnd = (number: string, milestone: 'delivered' | 'out_for_delivery', at: string) => ({
  number,
  scans: 1,
  milestone,
  from: at,
  to: at,
})

describeCarrier({
  carrier: clickpost,
  recorded: {
    folder: 'clickpost',
    ends: {
      polling_L490: [
        {
          number: 'SF18399217NER',
          scans: 8,
          milestone: 'delivered',
          from: '2018-07-06T05:41:13+05:30',
          to: '2018-07-07T19:34:46+05:30',
        },
      ],
      webhook_delivered_4: [pushEnd('12527345', 'delivered', '2019-05-06T15:01:00+05:30')],
      webhook_faileddelivery_2: [
        {
          number: 'XYZABC',
          scans: 1,
          milestone: 'attempt_failed',
          reason: 'recipient_absent',
          from: '2016-07-12T17:12:36+05:30',
          to: '2016-07-12T17:12:36+05:30',
        },
      ],
      webhook_outfordelivery_1: [
        pushEnd('SF49245NER', 'out_for_delivery', '2019-05-06T10:04:20+05:30'),
      ],
      // A shopper asked for a return, which has no waybill yet: nothing of the parcel that was sent.
      webhook_return_order_placed_5: [
        {
          number: '5522110373319',
          scans: 1,
          milestone: 'pending',
          from: '2019-04-29T07:47:07.161+05:30',
          to: '2019-04-29T07:47:07.161+05:30',
          silent: ['101'],
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('W1', 'delhivery')],
    request: {
      method: 'GET',
      path: '/api/v2/track-order/?username=shop&key=clickpost-key&waybill=W1&cp_id=4',
    },
    answer: { ...META, result: { W1: shipment() } },
    changed: { ...META, result: { W1: { ...shipment(), scans: undefined, history: SCANS } } },
  },
})

describe('ClickPost', () => {
  const read = (body: unknown) =>
    clickpost.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read({ ...META, result: { W1: shipment(over) } }).reports[0]
  const meanings = (...scans: readonly unknown[]) =>
    report({ scans })?.scans.map(({ milestone, reason }) => [milestone, reason])

  it('the number says it; its name, however written, where the number is new', () => {
    expect(
      meanings(
        scan(11, 'RTO-Requested', 'Return asked for', ''),
        scan(14, 'RTO-Delivered', 'Delivered', ''),
        scan(7, 'NotServiceable', 'Not served', ''),
        scan(1004, 'DestinationHubIn', 'At the hub', ''),
        scan(9999, 'OUT_FOR_DELIVERY', 'On the way', ''),
        scan(9999, 'Teleported', 'Out for delivery', ''),
        scan(5, 'InTransit', 'Out for delivery', ''),
        scan(8, 'Delivered', 'Delivered to seller', ''),
      ),
    ).toEqual([
      ['returning_to_sender', null],
      ['returned_to_sender', null],
      [null, 'out_of_area'],
      ['in_transit', null],
      ['out_for_delivery', null],
      [null, null],
      ['out_for_delivery', null],
      ['returned_to_sender', null],
    ])
  })

  it('why an attempt failed belongs to the last one', () => {
    const scans = [
      scan(9, 'FailedDelivery', 'Not at home', '2026-03-08 10:00:00'),
      scan(9, 'FailedDelivery', 'Refused', '2026-03-09 10:00:00'),
    ]
    const ndr = (code: number) =>
      report({ scans, additional: { ndr: { ndr_bucket_code: code } } })?.scans.map(
        ({ reason }) => reason,
      )
    expect(ndr(2)).toEqual([null, 'refused'])
    expect(ndr(0)).toEqual([null, null])
    expect(ndr(77)).toEqual([null, null])
  })

  it('the clock is India’s, polled and pushed alike', () => {
    const written = ['2026-03-10 17:12:36', '2026-03-10T17:12:36Z', '2026-03-10T17:12:36.000']
    const scans = report({ scans: written.map((at) => scan(5, 'InTransit', '', at)) })?.scans
    expect(scans?.map(({ at }) => at)).toEqual(written.map(() => '2026-03-10T17:12:36+05:30'))
  })

  it('the header speaks only where there is no scan', () => {
    expect(report({ scans: [] })?.scans).toMatchObject([{ milestone: 'out_for_delivery' }])
    expect(report({ latest_status: scan(8, 'Delivered', 'Delivered', '') })?.scans).toHaveLength(2)
  })

  it('expects the day, until the parcel is there', () => {
    expect(report({})?.estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const there = scan(8, 'Delivered', 'Delivered to consignee', '2026-03-10 12:00:00')
    expect(report({ scans: [there, ...SCANS] })).toMatchObject({
      estimate: null,
      handover: { to: 'recipient', at: '2026-03-10T12:00:00+05:30' },
    })
  })

  it('a waybill that is not valid is not found, by itself', () => {
    const both = { ...META, result: { W1: shipment(), W2: { valid: false } } }
    expect(read(both)).toMatchObject({
      reports: [{ tracking_number: 'W1' }],
      problems: [{ code: 'not_found', tracking_number: 'W2' }],
    })
    expect(read({ ...META, result: null }).problems).toMatchObject([{ code: 'not_found' }])
  })

  it.each([
    [301, 'unauthorized'],
    [302, 'invalid_number'],
    [330, 'not_found'],
    [429, 'throttled'],
    [504, 'down'],
    [999, 'bad_answer'],
  ])('error %i is %s', (status, code) => {
    const meta = { success: false, status, message: 'Words' }
    const problem = { code, carrier_code: String(status), message: 'Words' }
    expect(read({ meta, result: null }).problems).toMatchObject([problem])
    expect(read({ success: false, status_code: status, message: 'Words' }).problems).toMatchObject([
      problem,
    ])
  })

  it('says what to do where it cannot tell the courier; a number of ClickPost’s is one', async () => {
    const answer = { ...META, result: { W1: shipment() } }
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(async () => Response.json(answer))
    const access = { credentials: CREDENTIALS, token: null, origin: null, now: NOW }
    const { problems } = await ask(clickpost, access, 'W1')
    expect(problems).toMatchObject([{ code: 'invalid_number', tracking_number: 'W1' }])
    expect(problems[0]?.message).toContain('cp_id')
    expect(fetched).not.toHaveBeenCalled()
    await clickpost.track([parcel('W1', '23')], access)
    const credentials = { ...CREDENTIALS, cp_id: '9' }
    await clickpost.track([parcel('W1')], { ...access, credentials })
    expect(fetched.mock.calls.map(([url]) => String(url).split('cp_id=')[1])).toEqual(['23', '9'])
  })

  it('registers waybill by waybill; one that is registered already is done', async () => {
    const { reading, asked } = await subscribing(
      clickpost,
      CREDENTIALS,
      [parcel('W1', 'delhivery'), parcel('W2', '5'), parcel('W3', '5'), parcel('W4')],
      { body: { ...META, result: { tracking_id: 1188264 } } },
      { body: { meta: { success: false, status: 303, message: 'waybill already registered' } } },
      { body: { meta: { success: false, status: 302, message: 'Invalid Courier Partner Id' } } },
    )
    expect(asked.map(({ body }) => body)).toEqual([
      { key: 'clickpost-key', waybill: 'W1', cp_id: 4 },
      { key: 'clickpost-key', waybill: 'W2', cp_id: 5 },
      { key: 'clickpost-key', waybill: 'W3', cp_id: 5 },
    ])
    expect(reading.problems.map(({ code, tracking_number }) => [code, tracking_number])).toEqual([
      ['invalid_number', 'W4'],
      ['invalid_number', 'W3'],
    ])
  })
})

describe('ClickPost’s webhook', () => {
  const read = (body: unknown) =>
    clickpost.read({ contentType: null, body: JSON.stringify(body) }).reports[0]
  const body = JSON.stringify(event({}))

  it('is one event, with why an attempt failed', () => {
    expect(read(event({}))).toMatchObject({
      tracking_number: 'W1',
      whole: false,
      scans: [{ milestone: 'attempt_failed', reason: 'recipient_absent', code: '9' }],
    })
  })

  it('may have the event one level deeper', () => {
    const latest_status = scan(6, 'OutForDelivery', 'Out', '2026-03-10 08:53:01')
    expect(read({ waybill: 'W1', latest_status })?.scans).toMatchObject([{ code: '6' }])
    expect(read({ waybill: 'W1', additional: { latest_status } })?.scans).toMatchObject([
      { code: '6' },
    ])
    expect(() => read({ waybill: 'W1', additional: {} })).toThrow('no event')
  })

  it('is taken with its key in the header or in the URL', async () => {
    const header = pushed({ webhook_key: 'webhook-key' }, body)
    expect(await takes(clickpost, CREDENTIALS, header)).toBe(true)
    expect(await takes(clickpost, CREDENTIALS, pushed({}, body, { key: 'webhook-key' }))).toBe(true)
  })

  it.each([
    ['nothing', pushed({}, body)],
    ['another key', pushed({ webhook_key: 'webhook-ke' }, body)],
    ['an empty key', pushed({ webhook_key: '' }, body)],
    [
      'a wrong header beside a good URL',
      pushed({ webhook_key: 'x' }, body, { key: 'webhook-key' }),
    ],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(clickpost, CREDENTIALS, push)).toBe(false)
  })

  it('is refused where the merchant entered no key', async () => {
    const { webhook_secret: _, ...without } = CREDENTIALS
    expect(await takes(clickpost, without, pushed({ webhook_key: '' }, body))).toBe(false)
  })
})
