import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newId, orderId, orderIds, readId } from '../../../worker/lib/id.ts'
import type { KeyRing } from '../../../worker/lib/keys.ts'
import { keyRing } from '../../../worker/lib/keys.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const FIRST = 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE'
const SECOND = 'QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI'
const first = keyRing(JSON.stringify({ 1: FIRST }))
const both = keyRing(JSON.stringify({ 1: FIRST, 2: SECOND }))
const other = keyRing(JSON.stringify({ 1: SECOND }))

const id = (number = 'A-1001', merchant = 'm1', keys: KeyRing = first) =>
  orderId(keys, 'none', merchant, number)

describe('an order’s id', () => {
  it('has 22 characters of base62 and is known as ours', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ maxLength: 64 }),
        fc.string({ maxLength: 40 }),
        async (number, merchant) => {
          const made = await orderId(first, 'eu', merchant, number)
          expect(made).toMatch(/^[0-9A-Za-z]{22}$/)
          expect(await readId(first, made)).toBe('eu')
        },
      ),
    )
  })

  it('is the same on every retry, however the number is written', async () => {
    const made = await id('#a 1001')
    for (const written of ['#a 1001', 'A1001', 'ａ١٠٠١', ' a1001 '])
      expect(await id(written)).toBe(made)
  })

  it('differs for every number, merchant, jurisdiction and key', async () => {
    const ids = await Promise.all([
      id('1'),
      id('2'),
      id('1', 'm2'),
      // The merchant ends where the number begins, whatever the two look like together.
      id('21', 'm'),
      orderId(first, 'eu', 'm1', '1'),
      id('1', 'm1', both),
      id('1', 'm1', other),
    ])
    expect(new Set(ids.map((made) => made.slice(1))).size).toBe(ids.length)
  })

  it('says which jurisdiction it was made in', async () => {
    expect(await readId(first, await orderId(first, 'none', 'm1', '1'))).toBe('none')
    expect(await readId(first, await orderId(first, 'eu', 'm1', '1'))).toBe('eu')
  })

  it('looks random: every character of the alphabet comes up about equally', async () => {
    const ids = await Promise.all(Array.from({ length: 400 }, (_, index) => id(`N${index}`)))
    const drawn = ids.map((made) => made.slice(1, 18)).join('')
    for (const character of ALPHABET) {
      const count = drawn.split(character).length - 1
      expect(count).toBeGreaterThan(60)
      expect(count).toBeLessThan(170)
    }
  })
})

describe('an id that is not ours', () => {
  it('is refused for every single character changed', async () => {
    const made = await id()
    const changed = [...made].flatMap((character, index) =>
      [...ALPHABET]
        .filter((letter) => letter !== character)
        .map((letter) => made.slice(0, index) + letter + made.slice(index + 1)),
    )
    const read = await Promise.all(changed.map((wrong) => readId(first, wrong)))
    expect(read.filter((jurisdiction) => jurisdiction !== null)).toEqual([])
  })

  it('is refused under another key', async () => {
    expect(await readId(other, await id())).toBeNull()
  })

  it.each([
    '',
    'short',
    `${'a'.repeat(21)}-`,
    'a'.repeat(23),
    'ä'.repeat(22),
    '0'.repeat(22),
    `${'a'.repeat(22)}\n`,
  ])('is refused whatever it is: %j', async (wrong) => {
    expect(await readId(both, wrong)).toBeNull()
  })
})

describe('a new key', () => {
  it('makes new ids, while old ones still resolve', async () => {
    const old = await id()
    const [oldest, newest] = await orderIds(both, 'none', 'm1', 'A-1001')
    expect(oldest).toBe(old)
    expect(newest).toBe(await id('A-1001', 'm1', both))
    expect(newest).not.toBe(old)
    expect(await readId(both, old)).toBe('none')
  })

  it('that is gone takes its ids with it', async () => {
    expect(await readId(keyRing(JSON.stringify({ 2: SECOND })), await id())).toBeNull()
  })
})

describe('ids that nothing determines', () => {
  it('are 22 characters of base62 and never the same', () => {
    const made = Array.from({ length: 500 }, newId)
    expect(new Set(made).size).toBe(500)
    for (const each of made) expect(each).toMatch(/^[0-9A-Za-z]{22}$/)
  })
})
