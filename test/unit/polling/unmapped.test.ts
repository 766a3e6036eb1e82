import { describe, expect, it } from 'vitest'
import type { UnmappedTable } from '../../../worker/polling/unmapped.ts'
import { listed, noted } from '../../../worker/polling/unmapped.ts'
import { scan } from '../../support/orders.ts'

const X1 = scan(1, { code: 'X1', text: 'Something new' })
const WORDS = scan(2, { code: null, text: 'Words alone' })
const KNOWN = scan(3, { code: 'OK', milestone: 'in_transit' })

const seenIn = (...answers: (readonly [string, readonly (typeof X1)[]])[]): UnmappedTable =>
  answers.reduce<UnmappedTable>(
    (table, [number, scans], index) => noted(table, number, scans, 1000 + index),
    {},
  )

describe('codes no table knows', () => {
  it('are counted by answer, with when they were seen first and last', () => {
    const table = seenIn(['N1', [X1, X1, KNOWN]], ['N2', [KNOWN]], ['N3', [X1]])
    expect(listed([table])).toEqual([
      { code: 'X1', words: 'Something new', count: 2, first: 1000, last: 1002 },
    ])
  })

  it('are listed by their words where they have no code', () => {
    const other = scan(4, { code: null, text: 'Other words' })
    const table = seenIn(['N1', [WORDS]], ['N2', [WORDS, other]])
    expect(listed([table])).toMatchObject([
      { code: null, words: 'Words alone', count: 2 },
      { code: null, words: null, count: 1 },
    ])
  })

  it('keep no words that one parcel alone had: they may name a person', () => {
    const signed = scan(5, { code: 'X2', text: 'Signed by Jane Doe' })
    const table = seenIn(['N1', [signed]], ['N1', [signed]])
    expect(JSON.stringify(table)).not.toContain('Jane')
    expect(JSON.stringify(table)).not.toContain('N1')
    const named = seenIn(
      ['N1', [signed]],
      ['N2', [scan(5, { code: 'X2', text: 'Signed by John Roe' })]],
    )
    expect(JSON.stringify(named)).not.toMatch(/Jane|John/)
    expect(listed([named])).toMatchObject([{ code: 'X2', count: 2 }])
  })

  it('a withdrawn scan and one without code and words are none', () => {
    const gone = { ...X1, withdrawn: true } as const
    expect(seenIn(['N1', [gone, scan(1, { code: null, text: null })]])).toEqual({})
  })

  it('of several accounts are one list, the most frequent first', () => {
    const one = seenIn(['N1', [WORDS]])
    const other = seenIn(['N2', [X1]], ['N3', [X1, WORDS]])
    expect(listed([one, other]).map(({ code, count }) => [code, count])).toEqual([
      [null, 2],
      ['X1', 2],
    ])
  })

  it('are at most so many: those seen longest ago go first', () => {
    const many = Array.from({ length: 250 }, (_, index) => scan(1, { code: `C${index}` }))
    const table = many.reduce<UnmappedTable>(
      (known, one, index) => noted(known, 'N1', [one], index),
      {},
    )
    expect(Object.keys(table)).toHaveLength(200)
    expect(table['code C0']).toBeUndefined()
    expect(table['code C249']).toBeDefined()
  })
})
