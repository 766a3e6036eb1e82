import { afterEach, describe, expect, it, vi } from 'vitest'
import { shippo } from '../../../../worker/carriers/shippo/index.ts'
import { parcel, sign, subscribing, takes } from '../../../support/aggregators.ts'
import { ask, failureOf, NOW, pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_token: 'shippo_test_token' }

const event = (status: string, code: string | null, words: string, date: string) => ({
  object_id: 'a',
  status,
  substatus: code && { code, text: words, action_required: false },
  status_details: words,
  status_date: date,
  location: { city: 'Las Vegas', state: 'NV', zip: '89101', country: 'US' },
})

const HISTORY = [
  event('TRANSIT', 'package_accepted', 'Your shipment has been accepted.', '2026-03-08T15:33:00Z'),
  event('TRANSIT', 'package_departed', 'Departed.', '2026-03-09T03:00:00Z'),
]

const track = (over: object = {}) => ({
  carrier: 'usps',
  tracking_number: '9205590164917312751089',
  eta: '2026-03-12T00:00:00Z',
  tracking_status: HISTORY[1],
  tracking_history: HISTORY,
  ...over,
})

const END = {
  number: '9205590164917312751089',
  scans: 2,
  milestone: 'delivered',
  from: '2023-07-21T15:33:00Z',
  to: '2023-07-23T13:03:00Z',
} as const

describeCarrier({
  carrier: shippo,
  recorded: {
    folder: 'shippo',
    ends: { delivered_2_events: [END], get_tracking_status: [END] },
    errors: {},
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9205590164917312751089', 'usps')],
    request: {
      method: 'GET',
      path: '/tracks/usps/9205590164917312751089',
      headers: expect.objectContaining({ authorization: 'ShippoToken shippo_test_token' }),
    },
    answer: track(),
    changed: { carrier: 'usps', number: '9205590164917312751089', history: HISTORY },
    statuses: { 404: 'not_found' },
  },
})

describe('Shippo', () => {
  const read = (body: unknown) =>
    shippo.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const meanings = (...events: readonly unknown[]) =>
    read(track({ tracking_history: events })).reports[0]?.scans.map(({ milestone, reason }) => [
      milestone,
      reason,
    ])

  it('the sub-status says what the status hides', () => {
    expect(
      meanings(
        event('TRANSIT', 'out_for_delivery', '', ''),
        event('TRANSIT', 'package_damaged', '', ''),
        event('TRANSIT', 'notice_left', '', ''),
        event('RETURNED', 'package_unclaimed', '', ''),
        event('FAILURE', 'package_lost', '', ''),
        event('UNKNOWN', 'other', '', ''),
        event('TRANSIT', null, '', ''),
      ),
    ).toEqual([
      ['out_for_delivery', null],
      ['in_transit', 'damaged'],
      ['attempt_failed', null],
      ['returning_to_sender', 'unclaimed'],
      ['ended', 'lost'],
      ['pending', null],
      ['in_transit', null],
    ])
  })

  it('a sub-status left over from earlier does not undo a delivery', () => {
    expect(meanings(event('DELIVERED', 'information_received', 'Delivered.', ''))).toEqual([
      ['delivered', null],
    ])
  })

  it('RETURNED is there, or on its way, as the words say', () => {
    expect(
      meanings(
        event('RETURNED', 'return_to_sender', 'Returned to sender.', ''),
        event('RETURNED', 'return_to_sender', 'On its way back.', ''),
        event('DELIVERED', 'delivered', 'Delivered to sender.', ''),
      ),
    ).toEqual([
      ['returned_to_sender', null],
      ['returning_to_sender', null],
      ['returned_to_sender', null],
    ])
  })

  it('unknown words mean nothing', () => {
    expect(meanings(event('BEAMED', 'package_beamed', 'Out for delivery', ''))).toEqual([
      [null, null],
    ])
  })

  it('the day to expect is a day, and over with the delivery', () => {
    expect(read(track()).reports[0]?.estimate).toEqual({ from: '2026-03-12', to: '2026-03-12' })
    const there = event('DELIVERED', 'delivered', 'Left in the mailbox.', '2026-03-10T10:00:00Z')
    expect(read(track({ tracking_history: [there] })).reports[0]).toMatchObject({
      estimate: null,
      handover: { to: 'mailbox', at: '2026-03-10T10:00:00Z' },
    })
  })

  it('the header speaks only where there is no event', () => {
    const header = event('TRANSIT', 'out_for_delivery', 'On its way', '2026-03-10T10:00:00Z')
    const scans = (history: readonly unknown[]) =>
      read(track({ tracking_status: header, tracking_history: history })).reports[0]?.scans
    expect(scans([])).toMatchObject([{ milestone: 'out_for_delivery' }])
    expect(scans(HISTORY)).toHaveLength(2)
    expect(read(track({ tracking_status: null, tracking_history: [] })).reports[0]?.scans).toEqual(
      [],
    )
  })

  it.each([
    [{ detail: 'Invalid token' }, 'unauthorized'],
    [{ detail: 'Request was throttled. Expected available in 12 seconds.' }, 'throttled'],
    [{ tracking_number: ['This field is required.'] }, 'invalid_number'],
    [{ carrier: ['Carrier not supported.'] }, 'invalid_number'],
    [{ detail: 'Not found.' }, 'not_found'],
    [{ detail: 'Lorem ipsum' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })

  it('says what to do where it cannot tell the carrier, and asks nothing', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const access = { credentials: CREDENTIALS, token: null, origin: null, now: NOW }
    const { problems } = await ask(shippo, access, '123456')
    expect(problems).toMatchObject([{ code: 'invalid_number', tracking_number: '123456' }])
    expect(problems[0]?.message).toContain('default_carrier')
    const named = await shippo.track([parcel('123456', 'Hedwig')], access)
    expect(named.problems[0]?.message).toContain('Hedwig')
    expect(fetched).not.toHaveBeenCalled()
  })

  it('asks the account’s carrier about parcels that name none', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(track()))
    const credentials = { ...CREDENTIALS, default_carrier: 'ontrac' }
    await ask(shippo, { credentials, token: null, origin: null, now: NOW }, 'A/1')
    expect(fetched.mock.calls[0]?.[0]).toBe('https://api.goshippo.com/tracks/ontrac/A%2F1')
  })

  it('registers a number with its carrier', async () => {
    const { reading, asked } = await subscribing(
      shippo,
      CREDENTIALS,
      [parcel('9205590164917312751089', 'USPS'), parcel('2')],
      { status: 201, body: track() },
    )
    expect(asked.map(({ url, method, body }) => [url, method, body])).toEqual([
      [
        'https://api.goshippo.com/tracks/',
        'POST',
        { carrier: 'usps', tracking_number: '9205590164917312751089' },
      ],
    ])
    expect(reading.reports).toHaveLength(1)
    expect(reading.problems).toMatchObject([{ code: 'invalid_number', tracking_number: '2' }])
  })

  it('a refused token fails the registration as a whole', async () => {
    const refused = subscribing(shippo, CREDENTIALS, [parcel('1', 'ups')], {
      status: 401,
      body: { detail: 'Invalid token' },
    })
    expect((await failureOf(refused)).problem.code).toBe('unauthorized')
  })
})

describe('Shippo’s webhook', () => {
  const credentials = { ...CREDENTIALS, webhook_secret: 'agreed-on-it' }
  const body = JSON.stringify({ event: 'track_updated', test: false, data: track() })
  const seconds = NOW / 1000
  const header = (time: number, text = body, secret = 'agreed-on-it') => ({
    'Shippo-Auth-Signature': `t=${time},v1=${sign(`${time}.${text}`, secret, 'hex')}`,
  })

  it('is read like an answer; other events say nothing', () => {
    expect(shippo.read({ contentType: null, body }).reports[0]?.scans).toHaveLength(2)
    const other = JSON.stringify({ event: 'transaction_created', data: {} })
    expect(shippo.read({ contentType: null, body: other })).toEqual({ reports: [], problems: [] })
  })

  it('is taken with the token in its URL, or with a fresh signature', async () => {
    expect(await takes(shippo, credentials, pushed({}, body, { token: 'agreed-on-it' }))).toBe(true)
    expect(await takes(shippo, credentials, pushed(header(seconds), body))).toBe(true)
    expect(await takes(shippo, credentials, pushed(header(seconds - 299), body))).toBe(true)
  })

  it.each([
    ['nothing', pushed({}, body)],
    ['another token', pushed({}, body, { token: 'agreed-on-i' })],
    ['a signature of another secret', pushed(header(seconds, body, 'another-one'), body)],
    ['an altered body', pushed(header(seconds), `${body} `)],
    ['an old signature', pushed(header(seconds - 301), body)],
    ['one from the future', pushed(header(seconds + 301), body)],
    ['a header that is none', pushed({ 'Shippo-Auth-Signature': 'v1=abc' }, body)],
    ['a bad signature beside a good token', pushed(header(0), body, { token: 'agreed-on-it' })],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(shippo, credentials, push)).toBe(false)
  })

  it('is refused where the merchant entered no secret', async () => {
    expect(await takes(shippo, CREDENTIALS, pushed({}, body, { token: '' }))).toBe(false)
  })
})
