import { describe, expect, it } from 'vitest'
import { CODES } from '../../../../worker/carriers/amazon-shipping/codes.ts'
import { amazonShipping } from '../../../../worker/carriers/amazon-shipping/index.ts'
import { goesTo, NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const event = (eventCode: string, eventTime: string, more: object = {}) => ({
  eventCode,
  eventTime,
  location: { city: 'Bethpage', stateOrRegion: 'NY', countryCode: 'US', postalCode: '11714' },
  shipmentType: 'FORWARD',
  ...more,
})

const OUT = event('OutForDelivery', '2026-03-10T12:59:47Z')

const parcel = (eventHistory: readonly unknown[], more: object = {}) => ({
  payload: {
    trackingId: '23AA47DE2B3B6',
    alternateLegTrackingId: null,
    eventHistory,
    promisedDeliveryDate: '2026-03-11T03:00:00Z',
    summary: { status: 'OutForDelivery' },
    ...more,
  },
})

const CREDENTIALS = {
  client_id: 'amzn1.application-oa2-client.1',
  client_secret: 'amzn1.oa2-cs.v1.1',
  refresh_token: 'Atzr|refresh-token',
}

describeCarrier({
  carrier: amazonShipping,
  recorded: {
    folder: 'amazon_shipping',
    ends: {
      'karrio.tracking': [
        {
          number: '89108749065090',
          scans: 3,
          milestone: 'delivered',
          from: '2024-01-16T10:00:00Z',
          to: '2024-01-17T14:30:00Z',
        },
      ],
      'karrio.tracking__2025-05-30': [
        {
          number: '89108749065090',
          scans: 1,
          milestone: 'delivered',
          from: '2019-04-04T06:45:12Z',
          to: '2019-04-04T06:45:12Z',
        },
      ],
      'omniship.arrived_amazon': [
        {
          number: '23AA47DE2B3B6',
          scans: 12,
          milestone: 'delivered',
          from: '2019-03-19T12:36:03Z',
          to: '2019-03-21T14:29:51Z',
        },
      ],
      // Its status says delivered, its events do not yet.
      'omniship.shipped_amazon': [
        {
          number: '23AA47DE2B3B6',
          scans: 11,
          milestone: 'out_for_delivery',
          from: '2019-03-19T12:36:03Z',
          to: '2019-03-21T12:59:47Z',
        },
      ],
    },
    errors: {
      'karrio.error': ['invalid_number', 'InvalidTrackingId'],
      'karrio.error__2025-05-30': ['bad_answer', 'incididunt qui'],
    },
  },
  asking: {
    credentials: { ...CREDENTIALS, business: 'AmazonShipping_UK', carrier_id: 'AMZN_UK' },
    parcels: [{ number: '23AA47DE2B3B6', since: 0, courier: null }],
    token: {
      path: '/auth/o2/token',
      answer: { access_token: 'Atza|access-token', token_type: 'bearer', expires_in: 3600 },
    },
    request: {
      method: 'GET',
      path: '/shipping/v2/tracking?trackingId=23AA47DE2B3B6&carrierId=AMZN_UK',
      headers: expect.objectContaining({
        'x-amz-access-token': 'Atza|access-token',
        'x-amzn-shipping-business-id': 'AmazonShipping_UK',
      }),
    },
    answer: parcel([event('PickupDone', '2026-03-09T18:49:41Z'), OUT]),
    changed: { payload: { trackingId: '23AA47DE2B3B6', events: [OUT] } },
  },
})

describe('Amazon Shipping', () => {
  const read = (body: unknown) =>
    amazonShipping.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const reportOf = (events: readonly unknown[], more: object = {}) => {
    const [report] = read(parcel(events, more)).reports
    if (!report) throw new Error('no report')
    return report
  }
  const meanings = (events: readonly unknown[], more: object = {}) =>
    reportOf(events, more).scans.map(({ milestone, reason }) => [milestone, reason])

  it('knows every code of the connectors’ maps', () => {
    expect(unknownTo('amazon_shipping', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['Delivered', 'returned_to_sender'],
    ['Departed', 'returning_to_sender'],
    ['PickupDone', 'returning_to_sender'],
    ['ReadyForReceive', 'label_created'],
    ['Lost', 'ended'],
    ['New', null],
  ])('%s on the way back', (code, milestone) => {
    const back = event(code, '2026-03-12T10:00:00Z', { shipmentType: 'RETURNS' })
    expect(meanings([back])[0]?.[0]).toBe(milestone)
  })

  it('details say why, of the latest event of the status and of no other', () => {
    const events = [
      event('DeliveryAttempted', '2026-03-09T10:00:00Z'),
      event('DeliveryAttempted', '2026-03-10T10:00:00Z'),
      event('Departed', '2026-03-10T20:00:00Z'),
    ]
    const trackingDetailCodes = { forward: ['Signed', 'BusinessClosed'], returns: [] }
    expect(
      meanings(events, { summary: { status: 'DeliveryAttempted', trackingDetailCodes } }),
    ).toEqual([
      ['attempt_failed', null],
      ['attempt_failed', 'business_closed'],
      ['in_transit', null],
    ])
  })

  it('without events the status is one', () => {
    expect(meanings([], { summary: { status: 'AwaitingCustomerPickup' } })).toEqual([
      ['ready_for_pickup', null],
    ])
    expect(meanings([], { summary: null })).toEqual([])
  })

  it('promises an instant until it is over', () => {
    const promised = '2026-03-11T03:00:00Z'
    expect(reportOf([OUT]).estimate).toEqual({ from: promised, to: promised })
    expect(reportOf([OUT, event('Delivered', '2026-03-10T14:00:00Z')]).estimate).toBeNull()
  })

  it('to whom it was handed over', () => {
    const summary = {
      status: 'Delivered',
      trackingDetailCodes: { forward: ['DeliveredToNeighbor'], returns: [] },
      proofOfDelivery: { receivedBy: 'A ROY', deliveryImageURL: 'https://img.example/1.jpg' },
    }
    expect(reportOf([event('Delivered', '2026-03-10T14:00:00Z')], { summary }).handover).toEqual({
      to: 'neighbour',
      at: '2026-03-10T14:00:00Z',
      signed_by: 'A ROY',
      photo: 'https://img.example/1.jpg',
    })
    expect(reportOf([OUT], { summary }).handover).toBeNull()
  })

  it('the number of the way back is a leg; the word null is none', () => {
    expect(reportOf([OUT], { alternateLegTrackingId: 'null' }).legs).toBeNull()
    expect(reportOf([OUT], { alternateLegTrackingId: '23BACK' }).legs).toEqual([
      { carrier: 'amazon-shipping', tracking_number: '23BACK' },
    ])
  })

  it.each([
    ['InvalidInput', 'Invalid trackingId', 'invalid_number'],
    ['InvalidInput', 'Invalid carrierId', 'bad_answer'],
    ['NotFound', 'No such package', 'not_found'],
    ['Unauthorized', 'Access to requested resource is denied.', 'unauthorized'],
    ['QuotaExceeded', 'You exceeded your quota for the requested resource.', 'throttled'],
    ['InternalFailure', 'Try again later', 'down'],
  ])('%s: %s', (code, message, ours) => {
    expect(read({ errors: [{ code, message, details: '' }] }).problems).toMatchObject([
      { code: ours, carrier_code: code },
    ])
  })

  it.each([
    [{}, 'https://sellingpartnerapi-na.amazon.com/'],
    [{ region: 'eu' }, 'https://sellingpartnerapi-eu.amazon.com/'],
    [{ region: 'fe', environment: 'sandbox' }, 'https://sandbox.sellingpartnerapi-fe.amazon.com/'],
  ])('credentials %j go to their region', async (more, origin) => {
    const credentials = { ...CREDENTIALS, ...more }
    const token = { value: 'Atza|1', expiresAt: NOW }
    const parcels = [{ number: '23AA47DE2B3B6', since: 0, courier: null }]
    const access = { credentials, token, origin: null, now: NOW }
    expect(await goesTo(() => amazonShipping.track(parcels, access))).toContain(origin)
  })
})
