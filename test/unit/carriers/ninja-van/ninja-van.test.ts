import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { credentials } from '../../../../worker/carriers/ninja-van/client.ts'
import { CODES } from '../../../../worker/carriers/ninja-van/codes.ts'
import { ninjaVan } from '../../../../worker/carriers/ninja-van/index.ts'
import { goesTo, NOW, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const ACCOUNT = { client_id: 'ninja-client', client_key: 'ninja-client-key', country: 'th' }
const NUMBER = 'NVTHSHOP000000001'

const event = (name: string, minute: number, more: object = {}) => ({
  shipper_id: 12345,
  tracking_number: NUMBER,
  shipper_order_ref_no: '1001',
  timestamp: `2026-03-10T09:${String(minute).padStart(2, '0')}:00+0700`,
  status: name.split(',')[0],
  event: name,
  is_parcel_on_rts_leg: false,
  ...more,
})
const parcel = (...events: readonly unknown[]) => ({
  tracking_number: NUMBER,
  is_full_history_available: true,
  events,
})

describeCarrier({
  carrier: ninjaVan,
  asking: {
    credentials: ACCOUNT,
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    token: {
      path: '/th/2.0/oauth/access_token',
      answer: { access_token: 'ninja-token', expires: 1_773_200_000, expires_in: 43_200 },
    },
    request: {
      method: 'GET',
      path: `/th/1.0/orders/tracking-events/${NUMBER}`,
      headers: expect.objectContaining({ authorization: 'Bearer ninja-token' }),
    },
    answer: parcel(event('Pending Pickup', 1), event('Arrived at Origin Hub', 2)),
    changed: { number: NUMBER, history: [event('Pending Pickup', 1)] },
    statuses: { 404: 'not_found' },
  },
})

describe('Ninja Van', () => {
  const read = (body: unknown) => ninjaVan.read({ contentType: null, body: JSON.stringify(body) })
  const only = (said: unknown) => read(parcel(said)).reports[0]?.scans[0]

  it('keeps the offset of an event and names its hub', () => {
    const hub = { country: 'TH', city: 'Bangkok', hub: 'BKK-1' }
    expect(
      only(event('Arrived at Origin Hub', 5, { arrived_at_origin_hub_information: hub })),
    ).toMatchObject({
      at: '2026-03-10T09:05:00+07:00',
      local: '2026-03-10T09:05:00',
      location: 'BKK-1, Bangkok, TH',
      city: 'Bangkok',
      milestone: 'in_transit',
    })
  })

  it.each([
    ['Pending Pickup', 'label_created', null],
    ['Picked Up, In Transit To Origin Hub', 'accepted', null],
    ['On Vehicle for Delivery', 'out_for_delivery', null],
    ['At PUDO, Pending Customer Collection', 'ready_for_pickup', null],
    ['Delivered, Left at Doorstep', 'delivered', null],
    ['International Transit, Customs Held', 'in_transit', 'customs_hold'],
    ['Delivery Exception, Parcel Lost', 'ended', 'lost'],
    ['Delivery Exception, Return to Sender Initiated', 'returning_to_sender', null],
    ['Parcel Measurements Update', null, null],
    ['Teleported', null, null],
  ])('%s is %s, %s', (name, milestone, reason) => {
    expect(only(event(name, 1))).toMatchObject({ milestone, reason })
  })

  it('an event nobody knows is as good as its status', () => {
    expect(only(event('Delivered, Handed to a Robot', 1))?.milestone).toBe('delivered')
  })

  it.each([
    ['Delivered, Received by Customer', 'returned_to_sender'],
    ['On Vehicle for Delivery', 'returning_to_sender'],
    ['Delivery Exception, Pending Reschedule', 'returning_to_sender'],
  ])('on the way back %s is %s', (name, milestone) => {
    expect(only(event(name, 1, { is_parcel_on_rts_leg: true }))?.milestone).toBe(milestone)
  })

  it('says why an attempt failed and when the next one is', () => {
    const failed = event('Delivery Exception, Pending Reschedule', 1, {
      delivery_exception: {
        failure_reason: 'Customer not available',
        rescheduled_date: '2026-03-11',
      },
    })
    expect(read(parcel(failed)).reports[0]).toMatchObject({
      next_attempt: '2026-03-11',
      scans: [{ milestone: 'attempt_failed', reason: 'recipient_absent' }],
    })
    const out = event('On Vehicle for Delivery', 2)
    expect(read(parcel(out, failed)).reports[0]?.next_attempt).toBeNull()
  })

  it.each([
    ['Delivered, Received by Customer', {}, 'recipient', null],
    ['Delivered, Left at Doorstep', {}, 'safe_place', null],
    ['Delivered', { left_in_safe_place: true }, 'safe_place', null],
    [
      'Delivered, Received by Customer',
      { proof: { signed_by: { name: 'Somchai', relationship: 'Neighbour' } } },
      'neighbour',
      'Somchai',
    ],
  ])('%s with %j is handed to %s', (name, delivery_information, to, signed_by) => {
    const { handover } = read(parcel(event(name, 1, { delivery_information }))).reports[0] ?? {}
    expect(handover).toMatchObject({ to, signed_by, at: '2026-03-10T09:01:00+07:00' })
  })

  it('reads the statuses of version 1, of several parcels', () => {
    const old = { ...event('', 1), event: undefined, status: 'Successful Delivery' }
    const { reports, problems } = read({
      data: [parcel(old), { tracking_number: 'NVTHSHOP000000002', events: [] }],
    })
    expect(reports[0]?.scans[0]?.milestone).toBe('delivered')
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: 'NVTHSHOP000000002' }])
  })

  it('half a history is not all of it', () => {
    const half = { ...parcel(event('Delivered', 1)), is_full_history_available: false }
    expect(read(half).reports[0]?.whole).toBe(false)
    expect(read(parcel(event('Delivered', 1))).reports[0]?.whole).toBe(true)
  })

  it.each([
    ['Order not found', 'not_found'],
    ['Invalid access token', 'unauthorized'],
    ['Something else', 'bad_answer'],
  ])('the error “%s” is %s', (message, code) => {
    expect(read({ error: { code: 100, message } }).problems).toMatchObject([
      { code, carrier_code: '100' },
    ])
  })

  it('the sandbox speaks of Singapore alone', async () => {
    const access = {
      credentials: { ...credentials.parse(ACCOUNT), environment: 'sandbox' },
      token: { value: 't', expiresAt: NOW + 1 },
      origin: null,
      now: NOW,
    }
    const parcels = [{ number: NUMBER, since: 0, courier: null }]
    expect(await goesTo(() => ninjaVan.track(parcels, access))).toBe(
      `https://api-sandbox.ninjavan.co/sg/1.0/orders/tracking-events/${NUMBER}`,
    )
  })

  it('has a page for each number, in the country it names', () => {
    expect(ninjaVan.trackingUrl(NUMBER)).toBe(`https://www.ninjavan.co/en-th/tracking?id=${NUMBER}`)
    expect(ninjaVan.trackingUrl('SHOP 1')).toBe(
      'https://www.ninjavan.co/en-sg/tracking?id=SHOP%201',
    )
  })

  it('keeps codes and words apart: every code of its table is one', () => {
    for (const code of CODES.keys()) expect(code).toMatch(/^[a-z0-9_]+$/)
  })
})

describe('a call of Ninja Van’s', () => {
  const BODY = JSON.stringify({
    ...event('On Vehicle for Delivery', 7),
    tracking_id: NUMBER,
    tracking_number: undefined,
  })
  const signed = (body: string, key: string) =>
    createHmac('sha256', key).update(body).digest('base64')
  const verify = (signature: string | null, body = BODY) =>
    ninjaVan.verifyPush?.(
      pushed(signature === null ? {} : { 'X-Ninjavan-Hmac-Sha256': signature }, body),
      ACCOUNT,
    )

  it('is signed with the client key', async () => {
    expect(await verify(signed(BODY, ACCOUNT.client_key))).toBe(true)
  })

  it('is not Ninja Van’s without a signature, under another key, or with another body', async () => {
    expect(await verify(null)).toBe(false)
    expect(await verify('')).toBe(false)
    expect(await verify(signed(BODY, 'another key'))).toBe(false)
    expect(await verify(signed(BODY, ACCOUNT.client_key), BODY.replace('2026', '2025'))).toBe(false)
  })

  it('says one event', () => {
    const { reports } = ninjaVan.read({ contentType: null, body: BODY })
    expect(reports).toMatchObject([
      { tracking_number: NUMBER, whole: false, scans: [{ milestone: 'out_for_delivery' }] },
    ])
  })
})
