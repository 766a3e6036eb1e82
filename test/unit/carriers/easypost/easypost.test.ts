import { afterEach, describe, expect, it, vi } from 'vitest'
import { easypost } from '../../../../worker/carriers/easypost/index.ts'
import { parcel, sign, subscribing, takes } from '../../../support/aggregators.ts'
import { pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const event = (status: string, detail: string, message: string, datetime: string) => ({
  object: 'TrackingDetail',
  message,
  status,
  status_detail: detail,
  datetime,
  carrier_code: '',
  tracking_location: { city: 'HOUSTON', state: 'TX', zip: '77063', country: null },
})

const EVENTS = [
  event('pre_transit', 'label_created', 'Shipping Label Created', '2026-03-08T09:00:00Z'),
  event('in_transit', 'received_at_origin_facility', 'Accepted', '2026-03-08T16:00:00Z'),
  event('in_transit', 'arrived_at_facility', 'Arrived at facility', '2026-03-09T03:00:00Z'),
]

const tracker = (code: string, over: object = {}) => ({
  id: 'trk_1',
  object: 'Tracker',
  tracking_code: code,
  status: 'in_transit',
  status_detail: 'arrived_at_facility',
  signed_by: null,
  est_delivery_date: '2026-03-11T00:00:00Z',
  carrier: 'USPS',
  tracking_details: EVENTS,
  carrier_detail: { est_delivery_date_local: '2026-03-11' },
  ...over,
})

const label = (number: string, from: string, to: string) => ({
  number,
  scans: 2,
  milestone: 'label_created' as const,
  from,
  to,
})

describeCarrier({
  carrier: easypost,
  recorded: {
    folder: 'easypost',
    ends: {
      'creates-a-tracker_0': [
        label('EZ1000000001', '2024-06-30T16:06:32Z', '2024-07-01T04:43:32Z'),
      ],
      'deletes-a-tracker_0': [
        label('EZ1000000001', '2025-10-05T23:25:43Z', '2025-10-06T12:02:43Z'),
      ],
      'karrio.tracking': [label('EZ1000000001', '2022-03-11T03:34:58Z', '2022-03-11T16:11:58Z')],
      'retrieves-a-batch-of-trackers_1': [
        label('EZ1000000001', '2025-10-05T23:25:43Z', '2025-10-06T12:02:43Z'),
      ],
      'retrieves-a-tracker_1': [
        label('EZ1000000001', '2024-06-30T16:06:32Z', '2024-07-01T04:43:32Z'),
      ],
      'retrieves-all-trackers_0': [
        label('9400100110368068953525', '2024-06-30T16:12:27Z', '2024-07-01T04:49:27Z'),
        label('9400100110368068953495', '2024-06-30T16:12:25Z', '2024-07-01T04:49:25Z'),
        label('9400100110368068953440', '2024-06-30T16:12:23Z', '2024-07-01T04:49:23Z'),
        label('9400100110368068953365', '2024-06-30T16:12:17Z', '2024-07-01T04:49:17Z'),
        label('9400100110368068953341', '2024-06-30T16:12:15Z', '2024-07-01T04:49:15Z'),
      ],
      'retrieves-next-page-of-trackers_1': [
        label('9400100110368068953303', '2024-06-30T16:12:14Z', '2024-07-01T04:49:14Z'),
        label('9400100110368068953242', '2024-06-30T16:12:11Z', '2024-07-01T04:49:11Z'),
        label('9400100110368068953228', '2024-06-30T16:12:09Z', '2024-07-01T04:49:09Z'),
        label('9400100110368068953143', '2024-06-30T16:12:01Z', '2024-07-01T04:49:01Z'),
        label('9400100110368068953112', '2024-06-30T16:11:59Z', '2024-07-01T04:48:59Z'),
      ],
      // Abridged in the documentation: no code, no event, a status.
      webhook_event_doc: [
        { number: 'trk_...', scans: 1, milestone: 'in_transit', from: null, to: null },
      ],
    },
    errors: {
      'karrio.error': ['invalid_number', 'TRACKER.CREATE.ERROR'],
      error_doc: ['bad_answer', 'ADDRESS.VERIFY.FAILURE'],
    },
  },
  asking: {
    credentials: { api_key: 'EZAK-easypost-key' },
    parcels: [parcel('EZ2000000002'), parcel('EZ3000000003')],
    request: {
      method: 'POST',
      path: '/v2/trackers/batch',
      headers: expect.objectContaining({ authorization: `Basic ${btoa('EZAK-easypost-key:')}` }),
      body: JSON.stringify({ tracking_codes: ['EZ2000000002', 'EZ3000000003'] }),
    },
    answer: { trackers: [tracker('EZ2000000002'), tracker('EZ3000000003')], has_more: false },
    changed: { trackers: [{ code: 'EZ2000000002', events: EVENTS }] },
    statuses: { 402: 'unauthorized', 404: 'not_found' },
  },
})

describe('EasyPost', () => {
  const read = (body: unknown) =>
    easypost.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read(tracker('EZ1', over)).reports[0]
  const meanings = (...events: readonly unknown[]) =>
    report({ tracking_details: events })?.scans.map(({ milestone, reason }) => [milestone, reason])

  it('a detail places what moves, and adds the reason of any trouble', () => {
    expect(
      meanings(
        event('in_transit', 'received_at_origin_facility', 'Accepted', ''),
        event('in_transit', 'weather_delay', 'Delayed', ''),
        event('available_for_pickup', 'arrived_at_destination', 'At the post office', ''),
        event('return_to_sender', 'in_transit', 'Moving', ''),
        event('failure', 'lost', 'Lost', ''),
        event('failure', 'damaged', 'Damaged', ''),
      ),
    ).toEqual([
      ['accepted', null],
      ['in_transit', 'weather'],
      ['ready_for_pickup', null],
      ['returning_to_sender', null],
      ['ended', 'lost'],
      [null, 'damaged'],
    ])
  })

  it('the carrier’s plain words go before a status that contradicts them', () => {
    expect(meanings(event('delivered', 'delivered', 'Delivered to original sender', ''))).toEqual([
      ['returned_to_sender', null],
    ])
    expect(meanings(event('in_transit', 'status_update', 'Notice Left', ''))).toEqual([
      ['attempt_failed', null],
    ])
  })

  it('a status it does not know is kept as the code and means nothing', () => {
    const [scan] =
      report({ tracking_details: [event('teleported', 'delivered', 'Out for delivery', '')] })
        ?.scans ?? []
    expect(scan).toMatchObject({ code: 'teleported', milestone: null, reason: null })
  })

  it('the header speaks only where there is no event', () => {
    expect(report({ tracking_details: [], status: 'delivered' })?.scans).toMatchObject([
      { milestone: 'delivered', at: null, local: null },
    ])
    expect(
      report({ tracking_details: [], status: 'unknown', status_detail: 'unknown' })?.scans,
    ).toEqual([])
    expect(report({ status: 'delivered' })?.scans).toHaveLength(3)
  })

  it('tells the day to expect, and who took the parcel', () => {
    expect(report({})?.estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const there = event(
      'delivered',
      'delivered',
      'Delivered, In/At Mailbox',
      '2026-03-10T10:00:00Z',
    )
    expect(report({ tracking_details: [...EVENTS, there], signed_by: 'J TESTER' })).toMatchObject({
      estimate: null,
      handover: { to: 'mailbox', at: '2026-03-10T10:00:00Z', signed_by: 'J TESTER' },
    })
  })

  it('a number it has no tracker for is told apart from one without a scan', () => {
    expect(read({ trackers: [], has_more: false }).problems).toMatchObject([
      { code: 'not_found', carrier_code: 'NOT_FOUND' },
    ])
    expect(
      read({ trackers: [tracker('EZ1', { tracking_details: [], status: 'unknown' })] }),
    ).toMatchObject({
      reports: [{ tracking_number: 'EZ1', scans: [] }],
      problems: [],
    })
  })

  it('events of other objects say nothing, and a tracker’s event has to be readable', () => {
    const other = { object: 'Event', description: 'batch.updated', result: { object: 'Batch' } }
    expect(read(other)).toEqual({ reports: [], problems: [] })
    const broken = {
      object: 'Event',
      description: 'tracker.updated',
      result: { object: 'Tracker' },
    }
    expect(() => read(broken)).toThrow('structure')
  })

  it('registers number by number, with the carrier where it is known', async () => {
    const { reading, asked } = await subscribing(
      easypost,
      { api_key: 'key' },
      [parcel('EZ1', 'usps'), parcel('EZ2')],
      { body: tracker('EZ1') },
      { body: tracker('EZ2') },
    )
    expect(asked.map(({ url, body }) => [url, body])).toEqual([
      [
        'https://api.easypost.com/v2/trackers',
        { tracker: { tracking_code: 'EZ1', carrier: 'USPS' } },
      ],
      ['https://api.easypost.com/v2/trackers', { tracker: { tracking_code: 'EZ2' } }],
    ])
    expect(reading.reports.map(({ tracking_number }) => tracking_number)).toEqual(['EZ1', 'EZ2'])
    expect(reading.problems).toEqual([])
  })

  it('a number it cannot register is a problem of its own', async () => {
    const refused = { error: { code: 'TRACKER.CREATE.ERROR', message: 'No carrier', errors: [] } }
    const { reading } = await subscribing(
      easypost,
      { api_key: 'key' },
      [parcel('EZ1'), parcel('EZ2')],
      { status: 422, body: refused },
      { body: tracker('EZ2') },
    )
    expect(reading.problems).toMatchObject([{ code: 'invalid_number', tracking_number: 'EZ1' }])
    expect(reading.reports).toHaveLength(1)
  })
})

describe('EasyPost’s webhook', () => {
  const credentials = { api_key: 'key', webhook_secret: 'sécret' }
  const body = '{"description":"tracker.updated"}'
  const signature = (text: string, secret: string) =>
    `hmac-sha256-hex=${sign(text, secret.normalize('NFKD'), 'hex')}`
  const call = (signed: string | null, text = body) =>
    pushed(signed === null ? {} : { 'X-Hmac-Signature': signed }, text)

  it('is taken with its signature, whatever way the secret’s accents are written', async () => {
    for (const form of ['NFC', 'NFD'] as const) {
      const entered = { ...credentials, webhook_secret: 'sécret'.normalize(form) }
      expect(await takes(easypost, entered, call(signature(body, 'sécret')))).toBe(true)
    }
  })

  it.each([
    ['no signature', call(null)],
    ['another secret', call(signature(body, 'other'))],
    ['an altered body', call(signature(body, 'sécret'), `${body} `)],
    ['no prefix', call(sign(body, 'sécret'.normalize('NFKD'), 'hex'))],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(easypost, credentials, push)).toBe(false)
  })

  it('is refused where the merchant entered no secret', async () => {
    expect(await takes(easypost, { api_key: 'key' }, call(signature(body, '')))).toBe(false)
  })
})
