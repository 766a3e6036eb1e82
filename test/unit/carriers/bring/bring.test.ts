import { describe, expect, it } from 'vitest'
import { bring } from '../../../../worker/carriers/bring/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = '370722151234567890'

const event = (status: string, more: object = {}) => ({
  description: 'The shipment has <a href="https://www.bring.no/x">moved</a>',
  status,
  postalCode: '0185',
  city: 'OSLO',
  countryCode: 'NO',
  dateIso: '2026-03-10T10:15:00+01:00',
  displayDate: '10.03.2026',
  consignmentEvent: false,
  ...more,
})

const parcel = (eventSet: readonly object[], more: object = {}) => ({
  packageNumber: NUMBER,
  productName: 'Pakke i postkassen',
  eventSet,
  ...more,
})

const shipment = (...packageSet: readonly object[]) => ({
  apiVersion: '2',
  consignmentSet: [{ consignmentId: '70722151234567890', packageSet }],
})

describeCarrier({
  carrier: bring,
  recorded: {
    folder: 'bring',
    ends: {
      event_cast_webhook: [
        {
          number: 'TESTPACKAGEDELIVERED',
          scans: 1,
          milestone: 'in_transit',
          from: '2019-03-16T14:58:48+00:00',
          to: '2019-03-16T14:58:48+00:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: {
      api_uid: 'shop@example.com',
      api_key: 'the-api-key',
      client_url: 'https://shop.example/',
    },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'GET',
      path: `/tracking/api/v2/tracking.json?q=${NUMBER}&lang=en`,
      headers: expect.objectContaining({
        'x-mybring-api-uid': 'shop@example.com',
        'x-mybring-api-key': 'the-api-key',
        'x-bring-client-url': 'https://shop.example/',
      }),
    },
    answer: shipment(parcel([event('IN_TRANSIT')])),
    changed: shipment({ packageNumber: NUMBER, history: [event('IN_TRANSIT')] }),
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  bring.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]
const scanOf = (status: string, more: object = {}) =>
  reportOf(shipment(parcel([event(status, more)])))?.scans[0]

describe('an event of Bring', () => {
  it.each([
    ['PRE_NOTIFIED', 'label_created', null],
    ['HANDED_IN', 'accepted', null],
    ['TRANSPORT_TO_RECIPIENT', 'out_for_delivery', null],
    ['ATTEMPTED_DELIVERY', 'attempt_failed', null],
    ['RETURN', 'returning_to_sender', null],
    ['DELIVERED_SENDER', 'returned_to_sender', null],
    ['DEVIATION', null, 'carrier_exception'],
    ['NOTIFICATION_SENT', null, null],
    ['SOMETHING_NEW', null, null],
  ])('%s is %s, %s', (status, milestone, reason) => {
    expect(scanOf(status)).toMatchObject({ code: status, milestone, reason })
  })

  it('has its time, its place and its words without markup', () => {
    expect(scanOf('IN_TRANSIT')).toMatchObject({
      at: '2026-03-10T10:15:00+01:00',
      local: '2026-03-10T10:15:00',
      text: 'The shipment has moved',
      location: 'OSLO, 0185, NO',
      city: 'OSLO',
    })
  })
})

describe('a package of Bring', () => {
  it('that waits says with which code and until when', () => {
    const waiting = parcel([event('READY_FOR_PICKUP')], {
      pickupCode: 'AB 123',
      dateOfReturn: '24.03.2026',
    })
    expect(reportOf(shipment(waiting))?.pickup).toMatchObject({
      code: 'AB 123',
      until: '2026-03-24',
    })
    const back = parcel([event('DELIVERED'), event('READY_FOR_PICKUP')], { pickupCode: 'AB 123' })
    expect(reportOf(shipment(back))?.pickup).toBeNull()
  })

  it.each([
    ['12:00', '15:30', '2026-03-12T12:00:00'],
    ['2026-03-12T12:00:00+01:00', '2026-03-12T15:30:00+01:00', '2026-03-12T12:00:00+01:00'],
    ['', '15:30', undefined],
  ])('has a day to expect and hours from %s to %s', (startTime, endTime, from) => {
    const more = {
      dateOfEstimatedDelivery: '12.03.2026',
      estimatedTimeSpanOfDelivery: { startTime, endTime },
    }
    const report = reportOf(shipment(parcel([event('IN_TRANSIT')], more)))
    expect(report?.estimate).toEqual({ from: '2026-03-12', to: '2026-03-12' })
    expect(report?.window?.from).toBe(from)
  })

  it('that was delivered says who signed', () => {
    const signed = event('DELIVERED', { recipientSignature: { name: 'Ola N.' } })
    expect(reportOf(shipment(parcel([signed])))?.handover).toMatchObject({
      at: '2026-03-10T10:15:00+01:00',
      signed_by: 'Ola N.',
    })
  })

  it('of several has a report of its own, and the shipment one of all', () => {
    const other = parcel([event('DELIVERED')], { packageNumber: '370722151234567891' })
    const { reports } = read(shipment(parcel([event('IN_TRANSIT')]), other))
    expect(reports.map(({ tracking_number, scans }) => [tracking_number, scans.length])).toEqual([
      [NUMBER, 1],
      ['370722151234567891', 1],
      ['70722151234567890', 2],
    ])
  })
})

describe('an error of Bring', () => {
  const inShipment = (error: object) => ({ apiVersion: '2', consignmentSet: [{ error }] })

  it.each([
    [inShipment({ code: 404, message: 'No shipments found' }), 'not_found'],
    [{ apiVersion: '2', consignmentSet: [] }, 'not_found'],
    [{ errors: [{ status: '503', title: 'Service' }] }, 'down'],
    [{ errors: [{ code: 'x', detail: 'Invalid query' }] }, 'invalid_number'],
    [{ error: { code: '429', message: 'Slow down' } }, 'throttled'],
    [{ status: 401, error: 'Unauthorized', path: '/tracking' }, 'unauthorized'],
    [{ uuid: 'u', status: '4001', reason: 'Something new' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
