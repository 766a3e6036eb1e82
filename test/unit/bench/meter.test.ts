import { describe, expect, it } from 'vitest'
import { compare, sumOfDifferences } from '../../bench/audit.ts'
import { since, sumOf } from '../../bench/meter/counts.ts'
import { nameOf } from '../../bench/meter/d1.ts'
import { chunksOf } from '../../bench/meter/queue.ts'
import { LIFE, POLLS, SCANS, SHIPPED, scansBy, scansOf } from '../../bench/story.ts'

describe('meters', () => {
  it.each([
    ['\nINSERT INTO orders (id) SELECT 1 FROM json_each(?1)', 'INSERT orders'],
    ['INSERT OR IGNORE INTO tombstones (order_id)', 'INSERT tombstones'],
    ['UPDATE shipments SET digest = 1', 'UPDATE shipments'],
    ['DELETE FROM orders WHERE id = ?1', 'DELETE orders'],
    ['select "id", "carrier" from "carrier_accounts" where 1', 'SELECT carrier_accounts'],
  ])('names %j', (sql, name) => {
    expect(nameOf(sql)).toBe(name)
  })

  it.each([
    ['x', 1],
    ['x'.repeat(64 * 1024 - 2), 1],
    ['x'.repeat(64 * 1024), 2],
    ['é'.repeat(40_000), 2],
  ])('bills chunks of 64 KB', (body, chunks) => {
    expect(chunksOf(body)).toBe(chunks)
  })

  it('subtracts readings and adds by name', () => {
    const counts = since({ 'a x': 1 }, { 'a x': 3, 'a y': 2, b: 1 })
    expect(counts).toEqual({ 'a x': 2, 'a y': 2, b: 1 })
    expect(sumOf(counts, 'a')).toBe(4)
  })
})

describe('a life', () => {
  it('has 36 polls, eight changes and ten scans', () => {
    expect([POLLS.length, LIFE.length, SCANS]).toEqual([36, 8, 10])
    const [[arrival], ...later] = LIFE
    expect(arrival).toBe(SHIPPED)
    expect(later.every(([minute]) => POLLS.includes(minute))).toBe(true)
  })

  it('is told as far as it has come', () => {
    const start = Date.UTC(2026, 10, 21)
    expect(scansOf(LIFE, start, start + SHIPPED * 60_000 - 1)).toHaveLength(0)
    expect(scansOf(LIFE, start, start)).toHaveLength(1)
    const all = scansOf(LIFE, start, start + 30 * 86_400_000)
    expect(new Set(all.map(({ code }) => code)).size).toBe(SCANS)
  })

  it('goes on and on under load', () => {
    const [from, number] = [1_000_000, '1ZLOAD1']
    expect(scansBy(number, from, from - 1)).toHaveLength(0)
    const before = scansBy(number, from, from + 60_000)
    const after = scansBy(number, from, from + 90_000)
    expect(after.slice(0, before.length)).toEqual(before)
    expect(after.length).toBeGreaterThan(before.length)
  })
})

describe('audit', () => {
  it('counts an order that is not there as lost', () => {
    expect(compare(null, null, () => [])).toEqual({ lost: 1, doubled: 0 })
    expect(sumOfDifferences([])).toEqual({ lost: 0, doubled: 0 })
  })
})
