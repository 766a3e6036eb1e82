import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Grant } from '../../../worker/lib/id.ts'
import { readGrant, writeGrant } from '../../../worker/lib/id.ts'
import { keyRing } from '../../../worker/lib/keys.ts'

const FIRST = 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE'
const SECOND = 'QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI'
const keys = keyRing(JSON.stringify({ 1: FIRST }))
const rotated = keyRing(JSON.stringify({ 1: FIRST, 2: SECOND }))
const ORDER = 'aaaaaaaaaaaaaaaaaaaaaa'
const buyer: Grant = { scope: 'buyer', epoch: 0, expires: 0 }

const anyGrant: fc.Arbitrary<Grant> = fc.record({
  scope: fc.constantFrom('buyer', 'recipient'),
  epoch: fc.integer({ min: 0, max: 100_000 }),
  expires: fc.integer({ min: 0, max: 4_000_000_000 }),
})

describe('a grant', () => {
  it('is read as it was written', async () => {
    await fc.assert(
      fc.asyncProperty(anyGrant, async (grant) => {
        expect(await readGrant(keys, ORDER, await writeGrant(keys, ORDER, grant))).toEqual(grant)
      }),
    )
  })

  it('fits into a link as it is', async () => {
    expect(await writeGrant(keys, ORDER, buyer)).toMatch(/^[\w-]+$/)
  })

  it('is read under an older key while that key lives', async () => {
    const old = await writeGrant(keys, ORDER, buyer)
    expect(await readGrant(rotated, ORDER, old)).toEqual(buyer)
    expect(await readGrant(keyRing(JSON.stringify({ 2: SECOND })), ORDER, old)).toBeNull()
  })
})

describe('a grant that is not ours', () => {
  it('is nothing when any character is changed, added or taken away', async () => {
    const written = await writeGrant(keys, ORDER, { ...buyer, epoch: 3, expires: 1_800_000_000 })
    const alphabet = 'abz019AZ_-.%=é'
    const wrong = [...written].flatMap((character, index) => {
      const [head, tail] = [written.slice(0, index), written.slice(index + 1)]
      const others = [...alphabet].filter((letter) => letter !== character)
      return [
        head + tail,
        ...others.flatMap((letter) => [head + letter + tail, head + letter + character + tail]),
      ]
    })
    const tried = [...wrong, `${written}0`, `0${written}`].filter((text) => text !== written)
    const read = await Promise.all(tried.map((text) => readGrant(keys, ORDER, text)))
    expect(read.filter((grant) => grant !== null)).toEqual([])
  })

  it('is nothing for another order', async () => {
    expect(
      await readGrant(keys, `${ORDER.slice(1)}b`, await writeGrant(keys, ORDER, buyer)),
    ).toBeNull()
  })

  it('is nothing under another key of the same version', async () => {
    const other = keyRing(JSON.stringify({ 1: SECOND }))
    expect(await readGrant(other, ORDER, await writeGrant(keys, ORDER, buyer))).toBeNull()
  })

  it('cannot be a recipient’s raised to a buyer’s', async () => {
    const written = await writeGrant(keys, ORDER, { ...buyer, scope: 'recipient' })
    expect(await readGrant(keys, ORDER, written.replace('recipient', 'buyer'))).toBeNull()
  })

  it('is nothing whatever somebody types', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), async (text) => {
        expect(await readGrant(keys, ORDER, text)).toBeNull()
      }),
    )
  })
})
