import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/ekart/codes.ts'
import { ekart } from '../../../../worker/carriers/ekart/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

/** 09:30 in India on 2026-03-10. */
const TEN = Date.parse('2026-03-10T04:00:00Z')

const event = (status: string, more: object = {}) => ({
  status,
  ctime: TEN,
  desc: `About ${status}`,
  location: 'Bangalore',
  ndrStatus: '',
  ...more,
})
const tracked = (details: readonly unknown[], status = 'In Transit') => ({
  _id: '500999AT876841',
  track: { ...event(status), attempts: 1, ndrActions: ['Re-Attempt'], details },
  // Midnight in India is the day before in UTC.
  edd: Date.parse('2026-03-11T18:30:00Z'),
  order_number: 'INV1001',
})

describeCarrier({
  carrier: ekart,
  asking: {
    credentials: {},
    parcels: [{ number: '500999AT876841', since: 0, courier: null }],
    request: { method: 'GET', path: '/api/v1/track/500999AT876841' },
    answer: tracked([event('In Transit'), event('Order Placed')]),
    changed: { id: '500999AT876841', tracking: { events: [event('In Transit')] } },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) => ekart.read({ contentType: null, body: JSON.stringify(body) })

describe('Ekart', () => {
  it('shows instants as India’s clocks do, and the day to expect as India’s', () => {
    const { scans, estimate } = read(tracked([event('In Transit')])).reports[0] ?? {}
    expect(scans?.[0]).toMatchObject({
      at: '2026-03-10T09:30:00+05:30',
      local: '2026-03-10T09:30:00',
      location: 'Bangalore',
    })
    expect(estimate).toEqual({ from: '2026-03-12', to: '2026-03-12' })
  })

  it('says why it was not delivered', () => {
    const failed = event('Undelivered', { ndrStatus: 'Consignee Unavailable' })
    expect(read(tracked([failed])).reports[0]?.scans[0]).toMatchObject({
      milestone: 'attempt_failed',
      reason: 'recipient_absent',
      text: 'Consignee Unavailable',
    })
  })

  it('the header is a scan only where there is no event', () => {
    expect(read(tracked([], 'Out for Delivery')).reports[0]?.scans).toMatchObject([
      { milestone: 'out_for_delivery' },
    ])
  })

  it.each([
    ['PICKED_UP', 'accepted', null],
    ['Shipment Delayed', 'in_transit', 'transport_delay'],
    ['Delivered', 'delivered', null],
    ['RTO Out for Delivery', 'returning_to_sender', null],
    ['RTO Delivered', 'returned_to_sender', null],
    ['Lost', 'ended', 'lost'],
    ['Not Serviceable', 'cancelled', 'out_of_area'],
    ['Something new', null, null],
  ])('%s: %s, %s', (status, milestone, reason) => {
    expect(meaningOf(status, null)).toEqual({ milestone, reason })
  })

  it.each([
    [{ statusCode: 404, code: 'SHIPMENT_NOT_FOUND', message: 'Shipment not found' }, 'not_found'],
    [{ statusCode: 400, message: 'Invalid tracking id' }, 'invalid_number'],
    [{ statusCode: 401, message: 'Unauthorized' }, 'unauthorized'],
    [{ statusCode: 418, message: 'Something else' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
