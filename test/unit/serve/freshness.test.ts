import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { turn } from '../../../worker/order/wheel.ts'
import type { AccountStatus } from '../../../worker/polling/stub.ts'
import { accountOf, isCarrierDown, lookedAt } from '../../../worker/serve/freshness.ts'
import { afterLooks, look, START, scan, shipment } from '../../support/orders.ts'

const UNIT = 60_000
const HOURS = 60
const found = look(0, [scan(0, { milestone: 'in_transit' })])
const moving = afterLooks(shipment(), [found])
const own = START / UNIT
const place = turn({ carrier: 'ups', tracking_number: 'N1', milestone: 'in_transit' }, 0) ?? {
  cadence: 0,
  slot: 0,
}

/** The first minute after the parcel's own look at which it has its turn. */
const next =
  own + ((((place.slot - own) % place.cadence) + place.cadence) % place.cadence || place.cadence)

const status = (over: Partial<AccountStatus> = {}): AccountStatus => ({
  polled_through: null,
  unfinished: [],
  down_since: null,
  ...over,
})

describe('when we looked', () => {
  it('is the last turn whose minute the account finished', () => {
    expect(lookedAt(moving, status({ polled_through: next }), UNIT)).toBe(next * UNIT)
    expect(lookedAt(moving, status({ polled_through: next + 1 }), UNIT)).toBe(next * UNIT)
    const later = next + place.cadence
    expect(lookedAt(moving, status({ polled_through: later - 1 }), UNIT)).toBe(next * UNIT)
    expect(lookedAt(moving, status({ polled_through: later }), UNIT)).toBe(later * UNIT)
  })

  it('passes over a minute that was left undone', () => {
    const later = next + place.cadence
    const undone = status({ polled_through: later + 5, unfinished: [later] })
    expect(lookedAt(moving, undone, UNIT)).toBe(next * UNIT)
    const both = status({ polled_through: later + 5, unfinished: [next, later] })
    expect(lookedAt(moving, both, UNIT)).toBe(START)
  })

  it('is not concluded from minutes so long ago that nobody knows whether they were finished', () => {
    const turns = Array.from({ length: 6 }, (_, lap) => next + (lap + 1) * place.cadence)
    const undone = status({ polled_through: turns.at(-1) ?? 0, unfinished: turns })
    expect(lookedAt(moving, undone, UNIT)).toBe(START)
  })

  it('is the parcel’s own record where that is later, or all there is', () => {
    expect(lookedAt(moving, status({ polled_through: own - 10 * HOURS }), UNIT)).toBe(START)
    expect(lookedAt(moving, undefined, UNIT)).toBe(START)
    expect(lookedAt(moving, status(), UNIT)).toBe(START)
  })

  it('is not known before the first look, however far the account was polled', () => {
    expect(lookedAt(shipment(), status({ polled_through: next + 5000 }), UNIT)).toBeNull()
    expect(lookedAt(shipment(), undefined, UNIT)).toBeNull()
  })

  it.each(['unauthorized', 'throttled', 'down', 'bad_answer'] as const)(
    'is not known after the carrier failed us: %s',
    (problem) => {
      const failed = afterLooks(moving, [look(5, [], { result: { problem } })])
      expect(lookedAt(failed, status({ polled_through: next }), UNIT)).toBeNull()
    },
  )

  it.each(['not_found', 'invalid_number'] as const)(
    'counts an answer of %s as a look',
    (problem) => {
      const asked = afterLooks(shipment(), [look(5, [], { result: { problem } })])
      expect(lookedAt(asked, undefined, UNIT)).toBe(START + 5 * HOURS * UNIT)
    },
  )

  it('is the parcel’s own record after its end', () => {
    const ended = afterLooks(moving, [look(7, [scan(6, { milestone: 'delivered' })])])
    const through = status({ polled_through: next + 100_000 })
    expect(lookedAt(ended, through, UNIT)).toBe(START + 7 * HOURS * UNIT)
  })

  it('is not known of a carrier we cannot ask', () => {
    const other = shipment({ carrier: 'city_couriers' })
    expect(lookedAt(other, status({ polled_through: next }), UNIT)).toBeNull()
  })

  it('is never later than what was polled, unless the parcel says so itself', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 5000 }),
        fc.uniqueArray(fc.integer({ min: 0, max: 5000 })),
        (through, undone) => {
          const unfinished = undone.map((minute) => own + minute)
          const at = lookedAt(moving, status({ polled_through: own + through, unfinished }), UNIT)
          const minute = (at ?? 0) / UNIT
          expect(minute).toBeLessThanOrEqual(own + through)
          if (minute > own) expect(unfinished).not.toContain(minute)
        },
      ),
    )
  })
})

describe('a carrier that does not answer', () => {
  it('is said of every parcel of the account that is under way', () => {
    expect(isCarrierDown(moving, status({ down_since: 1 }))).toBe(true)
    expect(isCarrierDown(moving, status())).toBe(false)
    expect(isCarrierDown(moving, undefined)).toBe(false)
  })

  it('is said of the parcel it refused', () => {
    const failed = afterLooks(moving, [look(5, [], { result: { problem: 'down' } })])
    expect(isCarrierDown(failed, status())).toBe(true)
  })

  it('is not said of a parcel whose journey is over', () => {
    const ended = afterLooks(moving, [look(7, [scan(6, { milestone: 'delivered' })])])
    expect(isCarrierDown(ended, status({ down_since: 1 }))).toBe(false)
  })
})

it('asks about a parcel with the account the shop named, else the oldest at the carrier', () => {
  const accounts = [
    { id: 'old', carrier: 'ups' },
    { id: 'new', carrier: 'ups' },
  ]
  const merchant = { accounts } as unknown as Parameters<typeof accountOf>[0]
  expect(accountOf(merchant, shipment())).toBe('old')
  expect(accountOf(merchant, shipment({ carrier_account: 'new' }))).toBe('new')
  expect(accountOf(merchant, shipment({ carrier: 'city_couriers' }))).toBeNull()
})
