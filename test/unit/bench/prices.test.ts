import { describe, expect, it } from 'vitest'
import type { Life } from '../../bench/bill.ts'
import { billOf, viewsBill } from '../../bench/bill.ts'
import { costsOf, total } from '../../bench/prices.ts'

const NOTHING: Life = {
  rows: { objects: 0, record: 0 },
  rowsRead: 0,
  requests: { objects: 0, worker: 0 },
  operations: 0,
  cpuMs: 0,
  recordBytes: 0,
}
const usd = (life: Partial<Life>): number => total(costsOf(billOf({ ...NOTHING, ...life })))
const standing = usd({})

describe('prices', () => {
  it('is in dollars per million lives', () => {
    expect(costsOf([{ line: 'rows', what: 'row_written', amount: 40 }])).toEqual([
      { line: 'rows', usd: 40 },
    ])
  })

  it.each<[string, Partial<Life>, number]>([
    ['a row written', { rows: { objects: 1, record: 0 } }, 1],
    ['a row of the record', { rows: { objects: 0, record: 1 } }, 1],
    ['a thousand rows read', { rowsRead: 1000 }, 1],
    ['a request of the Worker', { requests: { objects: 0, worker: 1 } }, 0.3],
    ['a write, a read and a delete', { operations: 3 }, 1.2],
    ['fifty milliseconds', { cpuMs: 50 }, 1],
    ['6 KB for a month', { recordBytes: 6000 }, 4.5],
  ])('prices %s', (_, life, expected) => {
    expect(usd(life) - standing).toBeCloseTo(expected, 6)
  })

  it('prices a request of an object with the time it works', () => {
    const more = usd({ requests: { objects: 1, worker: 0 } }) - standing
    expect(more).toBeCloseTo(0.15 + 0.01 * 0.128 * 12.5, 6)
  })
})

describe('early looks', () => {
  const early = (parcelsAMonth: number) =>
    total(costsOf(viewsBill(parcelsAMonth).filter(({ line }) => line.includes('early'))))

  it('of a small shop are a message each', () => {
    expect(early(1000)).toBeCloseTo(10 * (3 * 0.4 + 2 * 0.15 + 1), 6)
  })

  it('of a large shop share messages: a parcel’s cost less the more there are', () => {
    const costs = [1e4, 1e5, 1e6, 1e7, 1e8].map(early)
    expect(costs).toEqual([...costs].sort((a, b) => b - a))
    // Fifty to a message, and each visit is still a request of the account's object.
    expect(early(1e9)).toBeCloseTo(10 * (0.15 + (3 * 0.4 + 0.15) / 50), 1)
  })
})
