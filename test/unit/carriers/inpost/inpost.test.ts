import { describe, expect, it } from 'vitest'
import { inpost } from '../../../../worker/carriers/inpost/index.ts'
import { pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = '602677439331630337653846'

const DETAILS = [
  { status: 'ready_to_pickup', origin_status: 'DOR', datetime: '2026-03-10T09:13:15.000+01:00' },
  { status: 'out_for_delivery', origin_status: 'WYD', datetime: '2026-03-10T05:43:59.000+01:00' },
]

const MACHINE = {
  target_machine_id: 'WRO23A',
  target_machine_detail: {
    name: 'WRO23A',
    opening_hours: '24/7',
    location_description: 'Przy Centrum Handlowym Gaj',
    address: { line1: 'Świeradowska 70', line2: '50-559 Wrocław' },
  },
}

const shipx = (more: object = {}) => ({
  tracking_number: NUMBER,
  service: 'inpost_locker_standard',
  status: 'ready_to_pickup',
  tracking_details: DETAILS,
  custom_attributes: MACHINE,
  ...more,
})

describeCarrier({
  carrier: inpost,
  recorded: {
    folder: 'inpost',
    ends: {
      courier_parcel: [
        {
          number: '954928772800409758129169',
          scans: 7,
          milestone: 'delivered',
          from: '2022-12-09T15:16:04Z',
          to: '2022-12-13T11:20:59Z',
        },
      ],
      parcel_locker: [
        {
          number: '991798006092038618752844',
          scans: 8,
          milestone: 'delivered',
          from: '2022-11-29T12:51:55Z',
          to: '2022-11-30T13:00:46Z',
        },
      ],
      parcel_locker_multi_main: [
        {
          number: '662025956250559113851741',
          scans: 8,
          milestone: 'delivered',
          from: '2022-12-07T05:35:37Z',
          to: '2022-12-08T20:22:35Z',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { market: 'PL' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: { method: 'GET', path: `/v1/tracking/${NUMBER}` },
    answer: shipx(),
    changed: { number: NUMBER, history: DETAILS },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  inpost.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]
const meaningOf = (status: string) => {
  const details = [{ status, datetime: '2026-03-10T09:13:15.000+01:00' }]
  const { milestone, reason } = reportOf(shipx({ tracking_details: details }))?.scans[0] ?? {}
  return [milestone, reason]
}

describe('a status of InPost', () => {
  it.each([
    ['dispatched_by_sender', 'accepted', null],
    ['stack_in_box_machine', 'ready_for_pickup', null],
    ['unstack_from_box_machine', 'in_transit', null],
    ['pickup_reminder_sent_address', 'attempt_failed', 'recipient_absent'],
    ['avizo', 'returning_to_sender', 'recipient_absent'],
    ['returned_to_sender', 'returning_to_sender', null],
    ['pickup_time_expired', null, 'unclaimed'],
    ['canceled', 'cancelled', null],
    ['other', null, null],
    ['something_new', null, null],
    ['DELIVERED', 'delivered', null],
    ['LMD.1005', 'ready_for_pickup', null],
    ['RTS.1002', 'returned_to_sender', null],
  ])('%s is %s, %s', (status, milestone, reason) => {
    expect(meaningOf(status)).toEqual([milestone, reason])
  })
})

describe('a parcel of ShipX', () => {
  it('that waits says in which locker, until it was fetched', () => {
    expect(reportOf(shipx())?.pickup).toEqual({
      name: 'WRO23A',
      address: 'Świeradowska 70, 50-559 Wrocław, Przy Centrum Handlowym Gaj',
      hours: '24/7',
      until: null,
      code: null,
    })
    const fetched = { status: 'delivered', datetime: '2026-03-10T20:00:00.000+01:00' }
    const report = reportOf(shipx({ tracking_details: [fetched, ...DETAILS] }))
    expect(report).toMatchObject({ pickup: null, handover: { at: '2026-03-10T20:00:00+01:00' } })
  })

  it('on its way does not say yet that it waits', () => {
    expect(reportOf(shipx({ tracking_details: DETAILS.slice(1) }))?.pickup).toBeNull()
  })

  it('without a history has its status alone', () => {
    const body = shipx({ tracking_details: [], updated_at: '2026-03-09T10:00:00.000+01:00' })
    expect(reportOf(body)?.scans).toMatchObject([
      { code: 'ready_to_pickup', at: '2026-03-09T10:00:00+01:00' },
    ])
  })
})

describe('a parcel of the group’s API', () => {
  const event = (eventCode: string, more: object = {}) => ({
    eventCode,
    timestamp: '2026-03-10T14:02:55.374675Z',
    trackingNumber: NUMBER,
    ...more,
  })

  it('has its events, its places and its point', () => {
    const location = {
      type: 'LOCKER_POINT',
      name: 'XYZ',
      address: 'street 1',
      postalCode: '00-001',
      city: 'Warszawa',
      country: 'PL',
    }
    const parcel = { trackingNumber: NUMBER, events: [event('LMD.1005', { location })] }
    const [report] = read({ parcels: [parcel] }).reports
    expect(report?.scans).toMatchObject([
      { at: '2026-03-10T14:02:55.374Z', city: 'Warszawa', location: 'Warszawa, 00-001, PL' },
    ])
    expect(report?.pickup).toMatchObject({ name: 'XYZ', address: 'street 1, 00-001 Warszawa' })
  })

  it('that is a return and delivered is back at the shop', () => {
    const back = event('EOL.1001', { shipment: { type: 'RETURN' } })
    expect(reportOf(back)?.scans[0]?.milestone).toBe('returned_to_sender')
    const there = event('EOL.1004', {
      shipment: { type: 'OUTBOUND' },
      delivery: { recipientName: 'John Doe' },
    })
    expect(reportOf(there)).toMatchObject({
      whole: false,
      handover: { to: 'neighbour', signed_by: 'John Doe' },
    })
  })
})

describe('a webhook call of InPost', () => {
  const CALL = {
    event_ts: '2026-03-20 15:08:42 +0100',
    event: 'shipment_status_changed',
    organization_id: 1,
    payload: { shipment_id: 49, status: 'delivered', tracking_number: NUMBER },
  }
  const SECRET = 'a secret of some length'

  it('is one scan with its time', () => {
    expect(reportOf(CALL)).toMatchObject({
      tracking_number: NUMBER,
      whole: false,
      scans: [{ code: 'delivered', at: '2026-03-20T15:08:42+01:00', milestone: 'delivered' }],
    })
  })

  it('about a confirmed shipment is its label, and without a number nobody’s', () => {
    const confirmed = { ...CALL, event: 'shipment_confirmed', payload: { tracking_number: NUMBER } }
    expect(reportOf(confirmed)?.scans[0]?.milestone).toBe('label_created')
    const offered = { ...CALL, event: 'offers_prepared', payload: { shipment_id: 349 } }
    expect(read(offered)).toEqual({ reports: [], problems: [] })
  })

  const verify = (
    headers: Record<string, string>,
    query: Record<string, string>,
    secret: string | undefined = SECRET,
  ) => inpost.verifyPush?.(pushed(headers, 'the body', query), { webhook_secret: secret })

  // Made with `openssl dgst -sha256 -hmac "a secret of some length" -binary | base64`.
  const OVER_BODY = 'aR6HUaG87AWvJqcwS7HPZOOTSDVUOfb9kPw4yDw+BhQ='
  const OVER_BOTH = 'kDnOoCVcNVzKh8OMowIrygHitTbYW4BEo0CdUAzO1vg='
  const STAMP = '2026-03-10T10:00:00Z'

  it.each([
    ['the secret in its URL', {}, { secret: SECRET }, true],
    ['another secret', {}, { secret: `${SECRET}.` }, false],
    ['none', {}, {}, false],
    ['a signature over the body', { 'x-inpost-signature': OVER_BODY }, {}, true],
    [
      'a signature over time and body',
      { 'x-inpost-signature': OVER_BOTH, 'x-inpost-timestamp': STAMP },
      {},
      true,
    ],
    [
      'a signature over another time',
      { 'x-inpost-signature': OVER_BOTH, 'x-inpost-timestamp': '2026-03-10T10:00:01Z' },
      {},
      false,
    ],
    [
      'a wrong signature, whatever its URL',
      { 'x-inpost-signature': 'x' },
      { secret: SECRET },
      false,
    ],
  ])('with %s: %s', async (_what, headers, query, is) => {
    expect(await verify(headers as Record<string, string>, query as Record<string, string>)).toBe(
      is,
    )
  })

  it('is nobody’s where no secret was agreed', async () => {
    const none = pushed({}, 'the body', { secret: '' })
    expect(await inpost.verifyPush?.(none, {})).toBe(false)
  })
})

describe('an error of InPost', () => {
  it.each([
    [{ status: 404, error: 'resource_not_found', message: 'No such tracking' }, 'not_found'],
    [{ status: 400, error: 'invalid_parameter', description: 'Bad' }, 'invalid_number'],
    [{ status: 401, error: 'token_invalid' }, 'unauthorized'],
    [{ title: 'NOT_FOUND', status: 404 }, 'not_found'],
    [{ status: 400, error: 'something_new' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
