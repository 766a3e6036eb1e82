import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MINUTE } from '../../../worker/lib/clock.ts'
import type { EarlyMessage, EarlyTenant } from '../../../worker/polling/early.ts'
import { EarlyLooks } from '../../../worker/polling/early.ts'
import type { PollParcel } from '../../../worker/queue/messages.ts'

const START = 1_000_000_000
const UPS: EarlyTenant = { merchant: 'm1', shard: 'DB', carrier: 'ups', account: 'a1' }

const parcel = (number: string, order = 'o1'): PollParcel => ({
  number,
  since: 0,
  targets: [{ order, shipment: 's1', leg: 0, digest: '' }],
})

const numbers = (messages: readonly EarlyMessage[]) =>
  messages.map(({ parcels }) => parcels.map(({ number }) => number))

describe('early looks', () => {
  it('go out at once where nobody asked lately, and then with all who ask for five seconds', () => {
    const early = new EarlyLooks(MINUTE)
    early.add(UPS, parcel('N1'), START)
    expect(early.waitFor(START)).toBe(0)
    expect(numbers(early.take(START))).toEqual([['N1']])
    early.add(UPS, parcel('N2'), START + 1000)
    early.add(UPS, parcel('N3'), START + 2000)
    expect(early.waitFor(START + 2000)).toBe(3000)
    expect(numbers(early.take(START + 5000))).toEqual([['N2', 'N3']])
    expect(early.take(START + 5000)).toEqual([])
  })

  it('are at most fifty to a message', () => {
    const early = new EarlyLooks(MINUTE)
    for (let index = 0; index < 120; index += 1) early.add(UPS, parcel(`N${index}`), START)
    expect(early.take(START).map(({ parcels }) => parcels.length)).toEqual([50, 50, 20])
  })

  it('at one parcel for several orders are one, with all who wait for it', () => {
    const early = new EarlyLooks(MINUTE)
    expect(early.add(UPS, parcel('N1', 'o1'), START)).toBe(true)
    expect(early.add(UPS, parcel('N1', 'o2'), START)).toBe(true)
    expect(early.add(UPS, parcel('N1', 'o2'), START)).toBe(true)
    const [message] = early.take(START)
    expect(message?.parcels[0]?.targets.map(({ order }) => order)).toEqual(['o1', 'o2'])
  })

  it('of several carriers by one aggregator’s account share no message, nor a number', () => {
    const early = new EarlyLooks(MINUTE)
    const dhl = { ...UPS, carrier: 'dhl' }
    expect(early.add(UPS, parcel('N1'), START)).toBe(true)
    expect(early.add(dhl, parcel('N1'), START)).toBe(true)
    expect(early.take(START)).toEqual([
      { tenant: UPS, parcels: [parcel('N1')] },
      { tenant: dhl, parcels: [parcel('N1')] },
    ])
  })

  it('at one parcel come at most once in a quarter of an hour, whatever is forgotten in between', () => {
    const step = fc.record({
      after: fc.integer({ min: 0, max: 6 * MINUTE }),
      number: fc.constantFrom('A', 'B', 'C'),
      forgets: fc.boolean(),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 5, maxLength: 40 }), (steps) => {
        const sent = new Map<string, number>()
        let early = new EarlyLooks(MINUTE)
        let at = START
        for (const { after, number, forgets } of steps) {
          at += after
          const last = sent.get(number)
          const isDue = last === undefined || at - last >= 15 * MINUTE
          expect(early.add(UPS, parcel(number), at)).toBe(isDue)
          for (const { parcels } of early.take(at))
            for (const looked of parcels) sent.set(looked.number, at)
          if (forgets) early = new EarlyLooks(MINUTE, early.remembered(at))
        }
      }),
    )
  })

  it('remember no more than they must', () => {
    const early = new EarlyLooks(MINUTE)
    for (let index = 0; index < 6000; index += 1) early.add(UPS, parcel(`N${index}`), START)
    expect(early.remembered(START)).toHaveLength(5000)
    expect(early.remembered(START + 15 * MINUTE)).toEqual([])
  })
})
