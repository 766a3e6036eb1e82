import { describe, expect, it } from 'vitest'
import { TYPES } from '../../../../worker/carriers/sendle/codes.ts'
import { sendle } from '../../../../worker/carriers/sendle/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const OUT = {
  event_type: 'Out for Delivery',
  scan_time: '2026-03-09T23:10:00Z',
  display_time: '2026-03-10T10:10:00+11:00',
  description: 'Your package is on board for delivery!',
  location: 'Brisbane',
}
const INFO = {
  event_type: 'Info',
  scan_time: '2026-03-09T20:00:00Z',
  description: 'Parcel is loaded for delivery',
}

/** The recorded life of 2015, whatever was added to its answer since. */
const JIMMYS = [
  {
    number: '',
    scans: 8,
    milestone: 'delivered',
    from: '2015-11-23T01:04:00Z',
    to: '2015-11-27T23:47:00Z',
    silent: ['Info'],
  },
] as const

describeCarrier({
  carrier: sendle,
  recorded: {
    folder: 'sendle',
    ends: {
      'karrio.tracking': [
        {
          number: '',
          scans: 9,
          milestone: 'delivered',
          from: '2023-04-03T08:20:00Z',
          to: '2023-04-05T14:56:00-04:00',
        },
      ],
      'karrio.tracking__2021-11-11': JIMMYS,
      'karrio.tracking__2023-03-15': JIMMYS,
      'karrio.tracking__2023-03-15_2': JIMMYS,
      'karrio.tracking__2023-03-18': JIMMYS,
    },
    errors: {
      'karrio.error': ['not_found', 'not_found'],
      'karrio.error__2023-12-20': ['unauthorized', 'payment_required'],
    },
  },
  asking: {
    credentials: { sendle_id: 'shop_id', api_key: 'sendle-key' },
    parcels: [{ number: 'S34WER4S', since: 0, courier: null }],
    request: {
      method: 'GET',
      path: '/api/tracking/S34WER4S',
      headers: expect.objectContaining({ authorization: `Basic ${btoa('shop_id:sendle-key')}` }),
    },
    answer: { state: 'In Transit', tracking_events: [INFO, OUT] },
    changed: { state: 'In Transit', events: [INFO, OUT] },
    statuses: { 402: 'unauthorized', 404: 'not_found' },
  },
})

describe('Sendle', () => {
  const reportOf = (events: readonly unknown[], more: object = {}) =>
    sendle.read({
      contentType: null,
      body: JSON.stringify({ tracking_events: events, ...more }),
    }).reports[0]

  it('knows every type of the connector’s map', () => {
    expect(unknownTo('sendle', (type) => type.toLowerCase() in TYPES)).toEqual([])
  })

  it('shows the place’s clock where it is known, else UTC', () => {
    expect(reportOf([OUT, INFO])?.scans).toMatchObject([
      { at: '2026-03-10T10:10:00+11:00', local: '2026-03-10T10:10:00' },
      { at: '2026-03-09T20:00:00Z', local: null },
    ])
  })

  it('reads what only the words say', () => {
    expect(reportOf([INFO])?.scans[0]?.milestone).toBe('out_for_delivery')
  })

  it('a parcel that was not ready is not in anybody’s hands', () => {
    const missed = { event_type: 'Pickup Attempted', scan_time: '2026-03-09T20:00:00Z' }
    expect(reportOf([missed])?.scans[0]).toMatchObject({
      milestone: 'label_created',
      reason: 'not_ready',
    })
  })

  it('says whose hands and who signed', () => {
    const delivered = {
      event_type: 'Delivered',
      scan_time: '2026-03-10T04:00:00Z',
      description: 'Your package has been delivered to your mailbox!',
    }
    const signed = { event_type: 'Info', description: 'Your parcel was signed for by JIMMY' }
    expect(reportOf([OUT, delivered, signed])?.handover).toEqual({
      to: 'mailbox',
      at: '2026-03-10T04:00:00Z',
      signed_by: 'JIMMY',
      photo: null,
    })
  })

  it('expects a parcel within the days it names, while it is under way', () => {
    const scheduling = {
      estimated_delivery_date_minimum: '2026-03-10',
      estimated_delivery_date_maximum: '2026-03-12',
    }
    expect(reportOf([OUT], { scheduling })?.estimate).toEqual({
      from: '2026-03-10',
      to: '2026-03-12',
    })
    expect(reportOf([OUT], { scheduling: 'soon' })?.estimate).toBeNull()
  })
})
