import { describe, expect, it } from 'vitest'
import { ups } from '../../../../worker/carriers/ups/index.ts'
import { constantTimeEqual } from '../../../../worker/lib/hmac.ts'
import { pushed } from '../../../support/carrier-client.ts'

const SECRET = 'a-shared-secret'
const CREDENTIALS = { client_id: 'id', client_secret: 'secret', webhook_credential: SECRET }

const verify = (headers: Record<string, string>, credentials: unknown = CREDENTIALS) =>
  ups.verifyPush?.(pushed(headers), credentials)

describe('a Track Alert call', () => {
  it('with the secret of the subscription is UPS’s', async () => {
    expect(await verify({ Credential: SECRET })).toBe(true)
  })

  it.each([
    ['none', {}],
    ['an empty one', { credential: '' }],
    ['a shorter one', { credential: SECRET.slice(1) }],
    ['a longer one', { credential: `${SECRET}x` }],
    ['another', { credential: 'b-shared-secret' }],
    ['one in another header', { authorization: SECRET }],
  ])('with %s is not', async (_what, headers) => {
    expect(await verify(headers)).toBe(false)
  })

  it('is nobody’s where no secret was agreed', async () => {
    const { webhook_credential: _, ...without } = CREDENTIALS
    expect(await verify({ credential: 'undefined' }, without)).toBe(false)
    expect(await verify({ credential: '' }, without)).toBe(false)
  })
})

describe('comparing in constant time', () => {
  it.each([
    ['', '', true],
    ['a', 'a', true],
    ['a', 'b', false],
    ['a', 'aa', false],
    ['سر', 'سر', true],
  ])('%j and %j: %s', async (a, b, same) => {
    expect(await constantTimeEqual(a, b)).toBe(same)
  })

  it('compares bytes with text', async () => {
    expect(await constantTimeEqual(new Uint8Array([97, 98]), 'ab')).toBe(true)
  })
})
