import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/smsa/codes.ts'
import { smsa } from '../../../../worker/carriers/smsa/index.ts'
import { pushed } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const SECRET = 'a-secret-in-the-query'

const OUT = {
  ReferenceID: 2,
  City: 'Riyadh',
  ScanType: 'OD',
  ScanDescription: 'Out for Delivery',
  ScanDateTime: '2026-03-10T10:00:00',
  ScanTimeZone: '+03:00',
}
const DELIVERED = {
  ...OUT,
  ReferenceID: 3,
  ReceivedBy: 'Abdulaziz',
  ScanType: 'DL',
  ScanDescription: 'Delivered',
  ScanDateTime: '2026-03-10T11:00:00',
}
const shipment = (AWB: string, Scans: readonly unknown[]) => ({ AWB, Pieces: 1, Scans })

describeCarrier({
  carrier: smsa,
  recorded: {
    folder: 'smsa',
    ends: {
      webhook_two_shipments: [
        {
          number: '231200021000',
          scans: 3,
          milestone: 'delivered',
          from: '2024-01-10T09:00:00+03:00',
          to: '2024-01-10T11:00:00+03:00',
        },
        {
          number: '231200022000',
          scans: 2,
          milestone: 'out_for_delivery',
          from: '2024-01-10T09:00:00+03:00',
          to: '2024-01-10T10:00:00+03:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { api_key: 'smsa-api-key', webhook_secret: SECRET },
    parcels: [{ number: '231200021000', since: 0, courier: null }],
    request: {
      method: 'GET',
      path: '/api/track/single/231200021000',
      headers: expect.objectContaining({ apikey: 'smsa-api-key' }),
    },
    answer: shipment('231200021000', [DELIVERED, OUT]),
    changed: { Awb: '231200021000', Events: [OUT] },
    statuses: { 404: 'not_found' },
  },
})

describe('SMSA Express', () => {
  const read = (body: unknown) => smsa.read({ contentType: null, body: JSON.stringify(body) })

  it('puts a clock and its offset together, and leaves a clock without one local', () => {
    const local = { ...OUT, ScanTimeZone: null }
    expect(read(shipment('A', [OUT, local])).reports[0]?.scans).toMatchObject([
      { at: '2026-03-10T10:00:00+03:00', local: '2026-03-10T10:00:00' },
      { at: null, local: '2026-03-10T10:00:00' },
    ])
  })

  it('who took a parcel is the handover’s', () => {
    expect(read(shipment('A', [DELIVERED, OUT])).reports[0]?.handover?.signed_by).toBe('Abdulaziz')
    expect(read(shipment('A', [OUT])).reports[0]?.handover).toBeNull()
  })

  it.each([
    ['OD', 'Out for Delivery', 'out_for_delivery', null],
    ['DL', 'Delivered to shipper', 'returned_to_sender', null],
    ['DEX07', 'Refused by consignee', 'attempt_failed', 'refused'],
    ['XX', 'Departed facility', 'in_transit', null],
    ['XX', 'Some words nobody knows', null, null],
  ])('%s, %s: %s, %s', (type, words, milestone, reason) => {
    expect(meaningOf(type, words)).toEqual({ milestone, reason })
  })

  it.each([
    [{ title: 'Not Found', status: 404 }, 'not_found'],
    [{ message: 'Invalid API key' }, 'unauthorized'],
    [{ detail: 'Invalid AWB number' }, 'invalid_number'],
    [{ title: 'Something else' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})

describe('a call of SMSA’s', () => {
  const verify = (query: Record<string, string>, credentials: object) =>
    smsa.verifyPush?.(pushed({}, '[]', query), credentials)
  const agreed = { api_key: 'smsa-api-key', webhook_secret: SECRET }

  it('has the secret in its query', async () => {
    expect(await verify({ secret: SECRET }, agreed)).toBe(true)
  })

  it.each([{}, { secret: '' }, { secret: 'another' }, { token: SECRET }])(
    'with %j is not SMSA’s',
    async (query) => {
      expect(await verify(query, agreed)).toBe(false)
    },
  )

  it('is nobody’s where no secret was agreed', async () => {
    expect(await verify({ secret: '' }, { api_key: 'smsa-api-key' })).toBe(false)
  })
})
