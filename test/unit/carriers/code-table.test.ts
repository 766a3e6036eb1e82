import { describe, expect, it } from 'vitest'
import { codeOfWords, onTheWayBack } from '../../../worker/carriers/code-table.ts'

describe('words as a code', () => {
  it.each([
    ['On Vehicle for Delivery (RTS)', 'on_vehicle_for_delivery_rts'],
    ['Delivered, Left at Doorstep', 'delivered_left_at_doorstep'],
    [' En-route ', 'en_route'],
    ['…', null],
    ['', null],
    [null, null],
  ])('%j is %j', (words, code) => {
    expect(codeOfWords(words)).toBe(code)
  })
})

describe('on the way back', () => {
  it.each([
    ['accepted', 'returning_to_sender'],
    ['out_for_delivery', 'returning_to_sender'],
    ['delivered', 'returned_to_sender'],
    ['label_created', 'label_created'],
    ['ended', 'ended'],
    [null, null],
  ] as const)('%s is %s, for the same reason', (milestone, back) => {
    expect(onTheWayBack({ milestone, reason: 'damaged' })).toEqual({
      milestone: back,
      reason: 'damaged',
    })
  })
})
