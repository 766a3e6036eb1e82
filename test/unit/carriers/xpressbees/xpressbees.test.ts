import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/xpressbees/codes.ts'
import { xpressbees } from '../../../../worker/carriers/xpressbees/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const event = (status_code: string, message: string, event_time = '2026-03-10 14:51') => ({
  status_code,
  location: 'PASCHIM VIHAR (VED)',
  event_time,
  message,
})
const OUT = event('OFD', 'SHIPMENT OUT FOR DELIVERY')
const tracked = (history: unknown, more: object = {}) => ({
  status: true,
  data: { id: '1', awb_number: '143449610549540', status: 'in transit', history, ...more },
})

describeCarrier({
  carrier: xpressbees,
  asking: {
    credentials: { email: 'shop@example.com', password: 'panel password' },
    parcels: [{ number: '143449610549540', since: 0, courier: null }],
    token: { path: '/api/users/login', answer: { status: true, data: 'a.jwt.token' } },
    request: {
      method: 'GET',
      path: '/api/shipments2/track/143449610549540',
      headers: expect.objectContaining({ authorization: 'Bearer a.jwt.token' }),
    },
    answer: tracked([event('IT', 'SHIPMENT ARRIVED'), OUT]),
    changed: { status: true, data: { awb: '143449610549540', scans: [OUT] } },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) => xpressbees.read({ contentType: null, body: JSON.stringify(body) })

describe('Xpressbees', () => {
  it('keeps India’s clocks', () => {
    expect(read(tracked([OUT], { edd: '2026-03-11' })).reports[0]).toMatchObject({
      scans: [{ at: '2026-03-10T14:51:00+05:30', zone: 'Asia/Kolkata' }],
      estimate: { from: '2026-03-11', to: '2026-03-11' },
    })
  })

  it.each([
    ['IT', 'SHIPMENT OUT FOR DELIVERY', 'out_for_delivery', null],
    ['RT-IT', 'SHIPMENT OUT FOR DELIVERY', 'returning_to_sender', null],
    ['RT-DL', 'SHIPMENT DELIVERED', 'returned_to_sender', null],
    ['DL', 'Delivered', 'delivered', null],
    ['EX', 'CONSIGNEE REFUSED TO ACCEPT', 'attempt_failed', 'refused'],
    ['EX', 'Shipment Missroute', null, 'missorted'],
    ['EX', 'Words nobody knows', null, 'carrier_exception'],
    ['UD', 'Customer not available', 'attempt_failed', 'recipient_absent'],
    ['XX', 'Out for delivery', 'out_for_delivery', null],
    ['XX', 'Words nobody knows', null, null],
  ])('%s, %s: %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it('a history with nothing in it is none, and the header is the last resort', () => {
    expect(read(tracked([{ status: true }])).reports[0]?.scans).toMatchObject([
      { text: 'in transit', milestone: 'in_transit', at: null },
    ])
    expect(read(tracked([], { status: 'pending' })).reports[0]?.scans).toEqual([])
    expect(read(tracked([OUT])).reports[0]?.scans).toHaveLength(1)
  })

  it.each([
    [{ status: false, message: 'Invalid login credentials' }, 'unauthorized'],
    [{ status: false, message: 'No Records Found' }, 'not_found'],
    [{ message: 'Too Many Attempts.' }, 'throttled'],
    [{ status: false, message: 'Something else' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
