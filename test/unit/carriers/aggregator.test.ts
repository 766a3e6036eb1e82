import { describe, expect, it } from 'vitest'
import { courierCode, courierOf, meaningOf } from '../../../worker/carriers/aggregator.ts'
import { closer, codeTable, refined } from '../../../worker/carriers/code-table.ts'
import { handoverInEnglish, plainly, sayInEnglish } from '../../../worker/carriers/english.ts'

const COURIERS = { royalmail: 'royal_mail', dhl: undefined, mydhl: 'dhl', usps: 'stamps_com' }

describe('an aggregator’s code for a carrier', () => {
  it.each([
    ['royalmail', 'royal_mail'],
    ['Royal Mail', 'royal_mail'],
    ['royal_mail', 'royal_mail'],
    ['USPS', 'stamps_com'],
    ['stamps.com', 'stamps_com'],
    ['mydhl', 'dhl'],
    ['dhl', null],
    ['Hedwig', null],
    ['', null],
    [null, null],
  ])('%j is %j', (courier, code) => {
    expect(courierCode(COURIERS, courier)).toBe(code)
  })

  it('leads back to our id', () => {
    expect(courierOf(COURIERS, 'dhl')).toBe('mydhl')
    expect(courierOf(COURIERS, 'hedwig')).toBeNull()
    expect(courierOf(COURIERS, null)).toBeNull()
  })
})

describe('a status and its detail', () => {
  const moving = { milestone: 'in_transit', reason: null } as const
  const silent = { milestone: null, reason: null } as const

  it('the detail says it, as far as it says anything', () => {
    expect(closer(moving, { milestone: 'accepted', reason: null }).milestone).toBe('accepted')
    expect(closer(moving, silent)).toEqual(moving)
    expect(closer(moving, { milestone: null, reason: 'weather' })).toEqual({
      milestone: 'in_transit',
      reason: 'weather',
    })
  })

  it('a detail that only adds does not move what has arrived', () => {
    const there = { milestone: 'ready_for_pickup', reason: null } as const
    expect(refined(there, moving)).toEqual(there)
    expect(refined(moving, there)).toEqual(there)
  })

  it('an unknown word means nothing, whatever the carrier’s words are', () => {
    const table = codeTable([['delivered', null, 'done']])
    expect(meaningOf(table, ['new', null], 'Out for delivery')).toEqual(silent)
    expect(meaningOf(table, ['new', 'done'], 'Left at front door').milestone).toBe('delivered')
    expect(meaningOf(table, [null, null], 'Out for delivery').milestone).toBe('out_for_delivery')
  })
})

describe('plain English words', () => {
  const under = (milestone: 'delivered' | 'in_transit' | 'out_for_delivery', words: string) =>
    plainly({ milestone, reason: null }, words).milestone

  it.each([
    ['delivered', 'Returned to sender', 'returned_to_sender'],
    ['delivered', 'Delivered back to the shipper', 'returned_to_sender'],
    ['delivered', 'Available for pickup at the post office', 'ready_for_pickup'],
    ['in_transit', 'Your parcel is being returned to sender', 'returning_to_sender'],
    ['in_transit', 'Return to sender', 'returning_to_sender'],
    ['in_transit', 'Out for Delivery, Expected Delivery by 9:00pm', 'out_for_delivery'],
    ['in_transit', 'On FedEx vehicle for delivery', 'out_for_delivery'],
    ['in_transit', 'Delivery attempted, notice left', 'attempt_failed'],
  ] as const)('put %s right where they say “%s”', (milestone, words, said) => {
    expect(under(milestone, words)).toBe(said)
  })

  it.each([
    ['in_transit', 'Will be out for delivery tomorrow'],
    ['in_transit', 'If unclaimed it will be returned to sender'],
    ['in_transit', 'Delivered to local carrier'],
    ['in_transit', 'Ready for pickup by the carrier'],
    ['out_for_delivery', 'Return to sender'],
    ['delivered', 'Out for delivery'],
  ] as const)('leave %s where they say “%s”', (milestone, words) => {
    expect(under(milestone, words)).toBe(milestone)
  })

  it.each([
    ['Package delivered', 'delivered'],
    ['Delivered to local carrier', null],
    ['Collected by customer', 'delivered'],
    ['Shipping label created', 'label_created'],
    ['Package picked up', 'accepted'],
    ['Arrived at Post Office', 'in_transit'],
    ['Lorem ipsum', null],
    [null, null],
  ])('alone, %j is %j', (words, milestone) => {
    expect(sayInEnglish(words).milestone).toBe(milestone)
  })

  it.each([
    ['Left at front door', 'safe_place'],
    ['Delivered, In/At Mailbox', 'mailbox'],
    ['Handed to neighbor', 'neighbour'],
    ['Delivered to the addressee', 'recipient'],
    ['Delivered', 'unknown'],
    [null, 'unknown'],
  ])('name the hands: %j is %s', (words, to) => {
    expect(handoverInEnglish(words)).toBe(to)
  })
})
