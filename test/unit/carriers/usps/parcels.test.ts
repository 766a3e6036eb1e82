import { describe, expect, it } from 'vitest'
import { CODES } from '../../../../worker/carriers/usps/codes.ts'
import { meaningOf } from '../../../../worker/carriers/usps/meaning.ts'
import { unknownTo } from '../../../support/status-maps.ts'
import { event, OUT, parcel, read, reportOf } from './samples.ts'

describe('USPS: what an event means', () => {
  it('knows every code of the connectors’ maps, and of their words all that USPS writes', () => {
    expect(unknownTo('usps_wt', (code) => CODES.has(code.padStart(2, '0')))).toEqual([])
    const says = (words: string) => meaningOf(null, words).milestone !== null
    const guessed = [
      'on hold',
      'delivery failed',
      'delivery delayed',
      'PICKED_UP',
      'PU',
      'origin scan',
    ]
    expect(unknownTo('usps', says).filter((words) => !guessed.includes(words))).toEqual([])
    expect(unknownTo('usps_international', says)).toEqual(
      guessed.slice(0, 3).filter((words) => !says(words)),
    )
  })

  it.each([
    ['01', 'Delivered, In/At Mailbox', 'delivered', null],
    ['01', 'Delivered, To Original Sender', 'returned_to_sender', null],
    ['01', 'DELIVERED DAMAGED', 'delivered', 'damaged'],
    ['02', 'Notice Left (No Authorized Recipient Available)', 'attempt_failed', 'recipient_absent'],
    [
      '02',
      'Notice Left (No Secure Location Available)',
      'attempt_failed',
      'safe_place_unavailable',
    ],
    [
      '02',
      'Notice Left (Receptacle Full/Item Oversized)',
      'attempt_failed',
      'safe_place_unavailable',
    ],
    ['51', 'Notice Left (Business Closed)', 'attempt_failed', 'business_closed'],
    ['', 'Delivery Attempted - No Access to Delivery Location', 'attempt_failed', 'access_denied'],
    ['', 'Delivery Exception, Animal Interference', 'attempt_failed', 'access_denied'],
    ['', 'Delivery Exception, Local Weather Delay', null, 'weather'],
    ['', 'Processing Exception, Other Delay', null, 'transport_delay'],
    ['', 'In Transit, Arriving Late', 'in_transit', 'transport_delay'],
    ['', 'Rescheduled to Next Delivery Day', null, 'rescheduled'],
    ['', 'Reminder to Schedule Redelivery of your item', null, 'appointment_needed'],
    ['', 'Held at Post Office, At Customer Request', null, 'held'],
    ['16', 'Available for Pickup', 'ready_for_pickup', null],
    ['', 'Available for Redelivery or Pickup', 'ready_for_pickup', null],
    ['27', 'Unclaimed/Being Returned to Sender', 'returning_to_sender', 'unclaimed'],
    ['23', 'Moved, Left no Address', 'returning_to_sender', 'recipient_moved'],
    ['09', 'Return to Sender Processed', 'returning_to_sender', null],
    ['', 'Inbound Into Customs', 'in_transit', null],
    ['', 'Held in Customs', 'in_transit', 'customs_hold'],
    ['80', 'Picked Up by Shipping Partner, USPS Awaiting Item', 'accepted', null],
    ['81', 'Arrived Shipping Partner Facility, USPS Awaiting Item', 'in_transit', null],
    ['', 'Disposed by Post Office', 'ended', 'disposed'],
    ['1', '', 'delivered', null],
    ['of', '', 'out_for_delivery', null],
    ['ZZ', 'Something new', null, null],
  ])('%s %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })
})

describe('USPS: clocks', () => {
  const moment = (more: object) => {
    const [scan] = reportOf([{ ...OUT, ...more }]).scans
    return [scan?.at, scan?.local, scan?.zone]
  }

  it('the wall clock with its offset, whatever day Greenwich is said to have', () => {
    const wrong = { eventTimestamp: '2024-11-25T18:31:00', GMTTimestamp: '2024-11-25T00:31:21Z' }
    expect(moment({ ...wrong, GMTOffset: '-06:00' })).toEqual([
      '2024-11-25T18:31:00-06:00',
      '2024-11-25T18:31:00',
      null,
    ])
  })

  it('without an offset the zone of a state that has one clock, and of no other', () => {
    const plain = { GMTOffset: null, GMTTimestamp: null }
    expect(moment(plain)).toEqual([null, '2026-03-10T08:29:00', 'America/Chicago'])
    expect(moment({ ...plain, eventState: 'TX' })).toEqual([null, '2026-03-10T08:29:00', null])
    const facility = { eventCity: 'JACKSONVILLE OR DISTRIBUTION CENTER', eventState: null }
    expect(moment({ ...plain, ...facility })[2]).toBeNull()
    const abroad = { eventState: null, eventCountry: 'JAPAN' }
    expect(moment({ ...plain, ...abroad })[2]).toBe('Asia/Tokyo')
  })

  it('a clock with its own offset is believed, and Greenwich alone is better than nothing', () => {
    expect(moment({ eventTimestamp: '2026-03-10T14:29:00Z' })[0]).toBe('2026-03-10T14:29:00Z')
    expect(moment({ eventTimestamp: null })[0]).toBe('2026-03-10T13:29:45Z')
  })

  it('a facility is a place, and its town the city', () => {
    const there = {
      eventCity: 'JACKSONVILLE FL DISTRIBUTION CENTER',
      eventState: null,
      eventZIP: null,
    }
    expect(reportOf([{ ...OUT, ...there }]).scans[0]).toMatchObject({
      location: 'JACKSONVILLE FL DISTRIBUTION CENTER',
      city: 'JACKSONVILLE',
    })
  })
})

describe('USPS: facts', () => {
  it('the predicted day before the expected one, with its window, until it is over', () => {
    const more = {
      expectedDeliveryTimeStamp: '2026-03-12T00:00:00',
      deliveryDateExpectation: {
        predictedDeliveryDate: '2026-03-11',
        predictedDeliveryWindowStartTime: '1:15 pm',
        predictedDeliveryWindowEndTime: '3:15 pm',
      },
    }
    expect(reportOf([OUT], more)).toMatchObject({
      estimate: { from: '2026-03-11', to: '2026-03-11' },
      window: { from: '2026-03-11T13:15:00', to: '2026-03-11T15:15:00', zone: null },
    })
    const over = reportOf([event('01', 'Delivered'), OUT], more)
    expect([over.estimate, over.window]).toEqual([null, null])
  })

  it.each([
    ['Delivered, In/At Mailbox', 'mailbox'],
    ['Delivered, Front Door/Porch', 'safe_place'],
    ['Delivered, Left with Individual', 'recipient'],
    ['Delivered, Front Desk/Reception/Mail Room', 'reception'],
    ['Delivered, Neighbor as Requested', 'neighbour'],
    ['Delivered, Individual Picked Up at Post Office', 'post_office'],
    ['Delivered, PO Box', 'post_office'],
    ['Delivered to Agent for Final Delivery', 'agent'],
    ['Delivered', 'unknown'],
  ])('%s is handed over to %s', (words, to) => {
    const signed = event('01', words, { name: 'A ROY' })
    expect(reportOf([signed]).handover).toEqual({
      to,
      at: '2026-03-10T08:29:00-05:00',
      signed_by: 'A ROY',
      photo: null,
    })
  })

  it('where it waits, and until when', () => {
    const waits = event('16', 'Available for Pickup', { firm: 'HANNA CITY POST OFFICE' })
    const more = { returnDateNotice: '2026-03-25' }
    expect(reportOf([waits], more).pickup).toMatchObject({
      name: 'HANNA CITY POST OFFICE',
      address: 'HANNA CITY, IL, 61536',
      until: '2026-03-25',
    })
    expect(reportOf([OUT, waits], more).pickup).toBeNull()
  })
})

describe('USPS: answers', () => {
  it('without events the status is one; beside events it says nothing', () => {
    const status = { status: 'Delivered, In/At Mailbox' }
    expect(reportOf([], status).scans).toMatchObject([{ milestone: 'delivered', at: null }])
    expect(reportOf([OUT], status).scans).toHaveLength(1)
  })

  it('several numbers are a list of parcels and errors', () => {
    const missing = { trackingNumber: 'B', error: { code: '404', message: 'Not found' } }
    const { reports, problems } = read([parcel([OUT]), missing])
    expect(reports).toHaveLength(1)
    expect(problems).toMatchObject([
      { code: 'not_found', carrier_code: '404', tracking_number: 'B' },
    ])
  })

  it.each([
    [
      '4: The tracking number may be incorrect or the status update is not yet available.',
      'not_found',
    ],
    ['Tracking number is not valid', 'invalid_number'],
    ['Access token is missing', 'unauthorized'],
    ['Quota exceeded', 'throttled'],
    ['Something new', 'bad_answer'],
  ])('%s', (message, code) => {
    expect(read({ error: { code: '400', message } }).problems).toMatchObject([{ code }])
  })
})
