import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { constantTimeEqual } from '../../../worker/lib/hmac.ts'
import { keyRing } from '../../../worker/lib/keys.ts'
import { seal, unseal } from '../../../worker/lib/seal.ts'
import { anyText } from '../../support/any-text.ts'

const FIRST = 'QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE'
const SECOND = 'QkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkJCQkI'
const keys = keyRing(JSON.stringify({ 1: FIRST }))
const rotated = keyRing(JSON.stringify({ 1: FIRST, 2: SECOND }))
const OWNER = 'm1\0account'

describe('a key ring', () => {
  it('makes new things with the highest version and knows all of them', () => {
    const ring = keyRing(JSON.stringify({ 10: SECOND, 2: FIRST }))
    expect(ring.versions).toEqual([2, 10])
    expect(ring.current).toBe(10)
    expect(ring.root(3)).toBeUndefined()
  })

  it.each([
    ['no keys at all', '{}', /numbered from 1/],
    ['a key numbered 0', JSON.stringify({ 0: FIRST }), /numbered from 1/],
    ['a key with a name', JSON.stringify({ main: FIRST }), /numbered from 1/],
    ['a key with half a number', JSON.stringify({ 1.5: FIRST }), /numbered from 1/],
    ['a key too short', JSON.stringify({ 1: 'c2hvcnQ' }), /key 1 has fewer than 32 bytes/],
    ['a key that is not base64url', JSON.stringify({ 1: '!!!' }), /./],
    ['what is not JSON', 'secret', /./],
  ])('refuses %s', (_name, json, message) => {
    expect(() => keyRing(json)).toThrow(message)
  })

  it('says nothing of a key in its errors', () => {
    expect(() => keyRing(JSON.stringify({ 1: 'c2VjcmV0LXdvcmQ' }))).not.toThrow(/c2Vj|secret/)
  })
})

describe('sealed credentials', () => {
  it('open for their owner', async () => {
    await fc.assert(
      fc.asyncProperty(anyText(), async (secret) => {
        expect(await unseal(keys, OWNER, await seal(keys, OWNER, secret))).toBe(
          secret.toWellFormed(),
        )
      }),
      { examples: [['\ufeffa byte order mark is part of the secret']] },
    )
  })

  it('are another text each time, and never the secret’s own', async () => {
    const [a, b] = await Promise.all([seal(keys, OWNER, 'hush'), seal(keys, OWNER, 'hush')])
    expect(a).not.toBe(b)
    expect(a).not.toContain('hush')
  })

  it.each([
    ['another merchant', 'm2\0account'],
    ['another account', 'm1\0other'],
    ['nobody', ''],
  ])('do not open for %s', async (_name, owner) => {
    await expect(unseal(keys, owner, await seal(keys, OWNER, 'hush'))).rejects.toThrow()
  })

  it('do not open when any part is tampered with', async () => {
    const sealed = await seal(keys, OWNER, 'hush')
    const [version, nonce = '', text = ''] = sealed.split('.')
    const flip = (part: string) =>
      part.startsWith('A') ? `B${part.slice(1)}` : `A${part.slice(1)}`
    for (const wrong of [
      `${version}.${flip(nonce)}.${text}`,
      `${version}.${nonce}.${flip(text)}`,
      `${version}.${nonce}.${text.slice(4)}`,
      `2.${nonce}.${text}`,
      'not sealed at all',
      '',
    ]) {
      await expect(unseal(rotated, OWNER, wrong)).rejects.toThrow()
    }
  })

  it('outlive a rotation while their key lives, and no longer', async () => {
    const old = await seal(keys, OWNER, 'hush')
    expect(await unseal(rotated, OWNER, old)).toBe('hush')
    expect(await seal(rotated, OWNER, 'hush')).toMatch(/^2\./)
    const retired = keyRing(JSON.stringify({ 2: SECOND }))
    await expect(unseal(retired, OWNER, old)).rejects.toThrow('no credential key of version 1')
  })
})

describe('comparing secrets', () => {
  it('is as comparing texts', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string(), fc.string(), async (a, b) => {
        expect(await constantTimeEqual(a, b)).toBe(a === b)
        expect(await constantTimeEqual(a, a)).toBe(true)
      }),
    )
  })

  it('takes bytes too', async () => {
    expect(await constantTimeEqual('ab', new Uint8Array([97, 98]))).toBe(true)
    expect(await constantTimeEqual('ab', new Uint8Array([97]))).toBe(false)
  })
})
