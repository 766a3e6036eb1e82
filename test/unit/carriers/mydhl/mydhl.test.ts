import { describe, expect, it } from 'vitest'
import { mydhl } from '../../../../worker/carriers/mydhl/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const event = (date: string, time: string, typeCode: string, more: object = {}) => ({
  date,
  time,
  typeCode,
  description: typeCode,
  serviceArea: [{ code: 'AKL', description: 'AUCKLAND-NZ' }],
  ...more,
})

const EVENTS = [
  event('2026-03-09', '13:56:21', 'PU', {
    GMTOffset: '+11:00',
    serviceArea: [{ code: 'SYD', description: 'SYDNEY-AU' }],
  }),
  event('2026-03-10', '10:50:14', 'WC', { GMTOffset: '+13:00' }),
]

const shipment = (shipmentTrackingNumber: string, more: object = {}) => ({
  shipmentTrackingNumber,
  status: 'Success',
  events: EVENTS,
  ...more,
})

describeCarrier({
  carrier: mydhl,
  recorded: [
    {
      folder: 'mydhl',
      ends: {
        'dhl_mydhl.swagger_200_single_1': [
          {
            number: '1234567890',
            scans: 13,
            milestone: 'delivered',
            from: '2023-08-09T13:56:21',
            to: '2023-08-10T11:59:23',
            silent: ['RR'],
          },
        ],
        'karrio.tracking': [
          {
            number: '9356579890',
            scans: 2,
            milestone: 'delivered',
            from: '2024-01-15T08:00:00',
            to: '2024-01-15T17:00:00',
          },
        ],
        'karrio.tracking__2025-12-10': [
          {
            number: '9356579890',
            scans: 2,
            milestone: 'delivered',
            from: '2024-01-15T08:00:00',
            to: '2024-01-15T17:00:00',
          },
        ],
        'karrio.unpaired_trackingresponse__2025-05-30': [
          {
            number: '1234567890',
            scans: 1,
            milestone: 'accepted',
            from: '2020-06-10T13:06:00+09:00',
            to: '2020-06-10T13:06:00+09:00',
          },
        ],
      },
      errors: {
        'dhl_mydhl.swagger_400_multi_4': ['bad_answer', '400'],
        'dhl_mydhl.swagger_400_single_2': ['bad_answer', '400'],
        'dhl_mydhl.swagger_404_multi_5': ['not_found', '404'],
        'dhl_mydhl.swagger_404_single_3': ['not_found', '404'],
        'karrio.error': ['not_found', '404'],
        'karrio.error__2025-12-10': ['not_found', '404'],
        'karrio.unpaired_errorresponse__2025-05-30': ['bad_answer', '400'],
      },
    },
    {
      folder: 'dhl_express',
      ends: {
        'karrio.in_transit_tracking': [
          {
            number: '9053283201',
            scans: 1,
            milestone: 'accepted',
            from: '2021-05-05T09:42:00',
            to: '2021-05-05T09:42:00',
          },
        ],
        'karrio.tracking': [
          {
            number: '3180831640',
            scans: 16,
            milestone: 'delivered',
            from: '2009-08-28T13:26:00',
            to: '2009-08-31T10:09:00',
          },
          {
            number: '7740842550',
            scans: 1,
            milestone: 'accepted',
            from: '2009-08-26T10:00:00',
            to: '2009-08-26T10:00:00',
          },
          {
            number: '1815115363',
            scans: 2,
            milestone: 'in_transit',
            from: '2009-08-13T23:58:00',
            to: '2009-08-14T02:19:50',
          },
        ],
        'shipit.dhl_delayed': [
          {
            number: '5082052334',
            scans: 24,
            milestone: 'in_transit',
            reason: 'customs_hold',
            from: '2015-09-18T20:18:58',
            to: '2015-10-08T02:33:00',
          },
        ],
        'shipit.dhl_delivered': [
          {
            number: '2083757763',
            scans: 14,
            milestone: 'delivered',
            from: '2015-09-29T21:10:34',
            to: '2015-10-01T13:44:37',
          },
        ],
        'shipit.dhl_eta': [
          {
            number: '2628987793',
            scans: 5,
            milestone: 'in_transit',
            from: '2019-01-30T15:12:43',
            to: '2019-01-31T02:24:58',
            silent: ['RR'],
          },
        ],
      },
      errors: {
        'karrio.tracking_auth_error': ['unauthorized', '111'],
        'karrio.tracking_single_not_found': ['not_found', '404'],
      },
    },
  ],
  asking: {
    credentials: { username: 'mydhl-key', password: 'mydhl-secret', environment: 'test' },
    parcels: [
      { number: '9356579890', since: 0, courier: null },
      { number: '1234567890', since: 0, courier: null },
    ],
    request: {
      method: 'GET',
      path: '/mydhlapi/test/tracking?shipmentTrackingNumber=9356579890&shipmentTrackingNumber=1234567890&trackingView=all-checkpoints&levelOfDetail=shipment&requestGMTOffsetPerEvent=true',
      headers: expect.objectContaining({
        authorization: `Basic ${btoa('mydhl-key:mydhl-secret')}`,
      }),
    },
    answer: { shipments: [shipment('9356579890'), shipment('1234567890')] },
    changed: { shipments: [{ awb: '9356579890', status: 'Success', checkpoints: EVENTS }] },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  mydhl.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (more: object) => read({ shipments: [shipment('1', more)] }).reports[0]

describe('clocks of DHL Express', () => {
  it.each([
    ['AUCKLAND-NZ', 'Pacific/Auckland', 'AUCKLAND'],
    ['BERGAMO - Italy ', 'Europe/Rome', 'BERGAMO'],
    ['LONDON-HEATHROW -\n  UNITED KINGDOM', 'Europe/London', 'LONDON-HEATHROW'],
    ['LOS ANGELES GATEWAY,CA-USA', 'America/Los_Angeles', 'LOS ANGELES GATEWAY'],
    ['DALLAS,TX-USA', null, 'DALLAS'],
    ['New York, NY', null, 'New York'],
  ])('%s', (description, zone, city) => {
    const events = [event('2026-03-10', '10:50:14', 'AR', { serviceArea: [{ description }] })]
    expect(reportOf({ events })?.scans[0]).toMatchObject({
      at: null,
      local: '2026-03-10T10:50:14',
      zone,
      city,
    })
  })

  it('an offset goes before the zone', () => {
    expect(reportOf({})?.scans[1]).toMatchObject({ at: '2026-03-10T10:50:14+13:00', zone: null })
  })
})

describe('shipments of DHL Express', () => {
  it('a piece’s own events are kept, those it shares are one', () => {
    const own = event('2026-03-10', '12:00:00', 'OH')
    const pieces = [{ events: EVENTS }, { events: [...EVENTS, own] }]
    expect(reportOf({ pieces })?.scans.map(({ code }) => code)).toEqual(['PU', 'WC', 'OH'])
  })

  it.each([
    [{ signedBy: 'A HILL' }, 'A HILL'],
    [{ description: 'Delivered : ALBY H', signedBy: '' }, 'ALBY H'],
    [{ description: 'Delivered - Signed for by : J SMITH' }, 'J SMITH'],
    [{ description: 'Shipment delivered' }, null],
  ])('who signed: %o', (more, signed_by) => {
    const events = [...EVENTS, event('2026-03-10', '11:00:00', 'OK', more)]
    expect(reportOf({ events })?.handover).toMatchObject({ to: 'unknown', signed_by })
  })

  it('a day to expect is over once the parcel is there', () => {
    const day = { estimatedDeliveryDate: '2026-03-11T23:59:00' }
    expect(reportOf(day)?.estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const events = [...EVENTS, event('2026-03-10', '11:00:00', 'OK')]
    expect(reportOf({ ...day, events })?.estimate).toBeNull()
  })

  it('one number of several that is not found is its own problem', () => {
    const { reports, problems } = read({
      shipments: [
        shipment('1'),
        { shipmentTrackingNumber: '2', status: 'No Shipments Found for AWBNumber | 2' },
      ],
    })
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: '2' }])
  })

  it('a status alone is read where there are no events, and not beside them', () => {
    const alone = read({ shipments: [{ shipmentTrackingNumber: '1', status: 'transit' }] })
    expect(alone.reports[0]?.scans).toMatchObject([{ milestone: 'in_transit', local: null }])
    expect(reportOf({ status: 'delivered' })?.scans.map(({ code }) => code)).toEqual(['PU', 'WC'])
    expect(reportOf({ events: [] })?.scans).toEqual([])
  })
})

describe('refusals of DHL Express', () => {
  it.each([
    [{ reasons: [{ msg: 'Unauthorized' }], details: { msgId: 'Id-1' } }, 'unauthorized'],
    [{ status: 401, title: 'Unauthorized', detail: 'Invalid Credentials' }, 'unauthorized'],
    [{ status: '429', title: 'Too many requests' }, 'throttled'],
    [{ status: '400', detail: 'shipmentTrackingNumber: too long' }, 'invalid_number'],
    [{ status: '500', title: 'Internal Server Error' }, 'down'],
  ])('%o', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
