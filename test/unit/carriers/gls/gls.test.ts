import { describe, expect, it } from 'vitest'
import { CODES, STATUSES } from '../../../../worker/carriers/gls/codes.ts'
import { gls } from '../../../../worker/carriers/gls/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const event = (hour: number, code: string, description = 'The parcel has moved on.') => ({
  code,
  city: 'Berlin',
  postalCode: '10437',
  country: 'DE',
  description,
  eventDateTime: `2026-03-10T${String(hour).padStart(2, '0')}:00:00+0100`,
})

const parcel = (requested: string, more: object = {}) => ({
  requested,
  unitno: requested,
  status: 'INDELIVERY',
  statusDateTime: '2026-03-10T08:00:00+0100',
  events: [event(8, 'OUTDEL.NORMAL'), event(7, 'INBOUD.NORMAL')],
  ...more,
})

describeCarrier({
  carrier: gls,
  recorded: {
    folder: 'gls',
    ends: {
      'karrio.tracking': [
        {
          number: '36301917596',
          scans: 2,
          milestone: 'accepted',
          from: '2024-10-07T09:30:00+02:00',
          to: '2024-10-07T10:46:14+02:00',
        },
      ],
      'karrio.tracking__gls_group__2026-01-02': [
        {
          number: '12345678901234567890',
          scans: 2,
          milestone: 'in_transit',
          from: '2025-01-15T10:30:00Z',
          to: '2025-01-15T15:45:00Z',
        },
      ],
    },
    errors: {
      'karrio.error': ['not_found', 'E_404_01'],
      'karrio.error__gls_group__2026-01-02': ['not_found', 'NOT_FOUND'],
    },
  },
  asking: {
    credentials: { api_key: 'gls-key', api_secret: 'gls-secret' },
    parcels: [
      { number: '36301917596', since: 0, courier: null },
      { number: 'ZX61QJIX', since: 0, courier: null },
    ],
    token: {
      path: '/oauth2/v2/token',
      answer: { access_token: 'gls-token', expires_in: 14400, token_type: 'Bearer' },
    },
    request: {
      method: 'GET',
      path: '/track-and-trace-v1/tracking/simple/trackids/36301917596,ZX61QJIX',
      headers: expect.objectContaining({ authorization: 'Bearer gls-token' }),
    },
    answer: { parcels: [parcel('36301917596'), parcel('ZX61QJIX')] },
    changed: { parcels: [{ id: '36301917596', state: 'INDELIVERY', history: [] }] },
  },
})

const read = (body: unknown) =>
  gls.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (more: object) => read({ parcels: [parcel('1', more)] }).reports[0]

describe('events of GLS', () => {
  it('every status of the connectors’ map is known', () => {
    expect(unknownTo('gls', (code) => STATUSES.has(code))).toEqual([])
  })

  it.each([
    [
      'DELIVD.PARCELSHOP',
      'The parcel has been delivered at the ParcelShop.',
      'ready_for_pickup',
      null,
    ],
    ['DELIVD.DEL_BY_PSAPP', 'The parcel has been delivered.', 'delivered', null],
    [
      'INTIAL.E48_DATA',
      'The parcel was provided by the sender for collection by GLS.',
      'label_created',
      null,
    ],
    // A detail we do not know: its words, then its group.
    [
      'DELIVD.LOCKER',
      'The parcel has been delivered at the ParcelLocker.',
      'ready_for_pickup',
      null,
    ],
    ['DELIVD.X', 'The parcel has been delivered to the sender.', 'returned_to_sender', null],
    ['DELIVD.X', 'The parcel has been delivered.', 'delivered', null],
    [
      'NOTDEL.X',
      'The parcel could not be delivered as the consignee was absent.',
      'attempt_failed',
      'recipient_absent',
    ],
    [
      'INBOUD.X',
      'The parcel could not be delivered as the reception was closed.',
      'attempt_failed',
      'business_closed',
    ],
    ['INBOUD.X', 'The parcel was damaged and will be repacked.', 'in_transit', 'damaged'],
    ['INBOUD.X', 'The parcel is stored in the parcel center.', 'in_transit', 'held'],
    ['OUTBOD.X', 'The parcel has left the parcel center.', 'in_transit', null],
    ['RETURN.X', 'The parcel is returned to the consignor.', 'returning_to_sender', null],
    ['STORED.X', 'The maximum storage time in the ParcelShop is over.', null, 'unclaimed'],
    // A group of data and parcels alike says nothing by itself.
    ['INTIAL.X', 'Something new', null, null],
    ['NEWGRP.X', 'Something new', null, null],
  ])('%s, %s', (code, description, milestone, reason) => {
    const [scan] = reportOf({ events: [event(8, code, description)] })?.scans ?? []
    expect(scan).toMatchObject({
      code,
      milestone,
      reason,
      location: 'Berlin, 10437, DE',
      city: 'Berlin',
    })
    expect(CODES.has('INTIAL.X')).toBe(false)
  })

  it.each([
    ['DELIVD.DEL_BY_PSAPP', 'The parcel has been delivered.', 'pickup_point'],
    ['DELIVD.X', 'The parcel has been delivered to a neighbour.', 'neighbour'],
    ['DELIVD.NORMAL', 'The parcel has been delivered.', 'unknown'],
  ])('%s is given to: %s', (code, description, to) => {
    const handover = reportOf({ events: [event(9, code, description)] })?.handover
    expect(handover).toMatchObject({ to, at: '2026-03-10T09:00:00+01:00' })
  })
})

describe('parcels of GLS', () => {
  it('a status alone is read where there are no events, and not beside them', () => {
    expect(reportOf({ status: 'DELIVEREDPS', events: [] })?.scans).toMatchObject([
      { milestone: 'ready_for_pickup', at: '2026-03-10T08:00:00+01:00' },
    ])
    expect(reportOf({ status: 'DELIVERED' })?.scans.map(({ milestone }) => milestone)).toEqual([
      'out_for_delivery',
      'in_transit',
    ])
  })

  it('a number that stands for two parcels is one report', () => {
    const { reports } = read({
      parcels: [parcel('747N6K', { unitno: '1' }), parcel('747N6K', { unitno: '2' })],
    })
    expect(reports.map(({ tracking_number, scans }) => [tracking_number, scans.length])).toEqual([
      ['747N6K', 4],
    ])
  })

  it('one number of several that is not known is its own problem', () => {
    const missing = { requested: '2', errorCode: 'E_404_01', errorMessage: 'Resource Not Found' }
    const { reports, problems } = read({ parcels: [parcel('1'), missing] })
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: '2' }])
  })

  it('a day to expect, where there is one', () => {
    expect(reportOf({ estimatedDelivery: '2026-03-11' })?.estimate).toEqual({
      from: '2026-03-11',
      to: '2026-03-11',
    })
  })
})

describe('refusals of GLS', () => {
  const fault = (errorcode: string) => ({ fault: { faultstring: 'Words', detail: { errorcode } } })

  it.each([
    [fault('steps.jwt.TokenExpired'), 'unauthorized'],
    [fault('policies.ratelimit.QuotaViolation'), 'throttled'],
    [fault('something.new'), 'bad_answer'],
    [{ type: 'about:blank', title: 'Bad Request', status: 400, detail: 'Too many' }, 'bad_answer'],
    [{ title: 'Internal Server Error', status: 500 }, 'down'],
    [
      { parcels: [{ requested: '1', errorCode: 'E_400_01', errorMessage: 'Bad' }] },
      'invalid_number',
    ],
    [{ parcels: [{ requested: '1', errorCode: 'E_500_01', errorMessage: 'Internal' }] }, 'down'],
  ])('%o', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
