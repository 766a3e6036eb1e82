import { describe, expect, test } from 'vitest'
import { factsOf } from '../../support/fake-remote.ts'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant } from '../../support/workerd-api.ts'

interface Named {
  readonly carrier: string
  readonly tracked: boolean
  readonly why: readonly { readonly code: string }[]
}

interface Detection {
  readonly number: string
  readonly candidates: readonly Named[]
  readonly refused: readonly Named[]
}

const { api } = await newMerchant()

const detect = async (query: Readonly<Record<string, string>>, call = api) => {
  const { status, body } = await call<Detection>(
    'GET',
    `/carriers/detect?${new URLSearchParams(query)}`,
  )
  expect(status).toBe(200)
  return body
}

const idsOf = (named: readonly Named[]) => named.map(({ carrier }) => carrier)

describe('detect', () => {
  test('names the carrier of a number, however it is written, and why', async () => {
    const { number, candidates, refused } = await detect({ number: ' 1z999-aa1 0123456784' })
    expect(number).toBe('1Z999AA10123456784')
    expect(candidates).toMatchObject([{ carrier: 'ups', tracked: true, confidence: 'certain' }])
    expect(candidates[0]?.why.map(({ code }) => code)).toEqual(['check_digit'])
    expect(refused).toEqual([])
  })

  test('refuses a carrier whose check digit is wrong, and says whose', async () => {
    const { candidates, refused } = await detect({ number: '1Z999AA10123456785' })
    expect(candidates).toEqual([])
    expect(idsOf(refused)).toEqual(['ups'])
    expect(refused[0]?.why.map(({ code }) => code)).toEqual(['wrong_check_digit'])
  })

  test('names a carrier that nobody here can ask', async () => {
    const { candidates } = await detect({ number: 'YT2300000000000001' })
    expect(candidates).toMatchObject([{ carrier: 'yunexpress', tracked: false }])
  })

  test('puts the caller’s own carriers and the destination in front', async () => {
    const number = '44800719791441'
    const mine = await newMerchant()
    const account = {
      carrier: 'delhivery',
      name: 'Main',
      credentials: factsOf('delhivery').credentials,
    }
    expect((await mine.api('POST', '/carrier-accounts', account)).status).toBe(201)
    const plain = await detect({ number })
    expect(plain.candidates.length).toBeGreaterThan(1)
    expect(idsOf(plain.candidates)[0]).not.toBe('delhivery')
    expect(idsOf((await detect({ number }, mine.api)).candidates)[0]).toBe('delhivery')
    expect(idsOf((await detect({ number, destination: 'IN' })).candidates)[0]).toBe('delhivery')
  })

  test('knows nothing of a number of no form, and says so', async () => {
    expect(await detect({ number: 'hello world' })).toEqual({
      number: 'HELLOWORLD',
      candidates: [],
      refused: [],
    })
  })

  test.each([
    ['without a number', '', '/number'],
    ['with an empty number', 'number=%20', '/number'],
    ['with a number nobody has', `number=${'1'.repeat(121)}`, '/number'],
    ['with a country that is none', 'number=1&destination=Germany', '/destination'],
    ['with what is unknown', 'number=1&carrier=ups', '/carrier'],
  ])('asked %s names the field', async (_how, query, field) => {
    const { status, body } = await api<Problem>('GET', `/carriers/detect?${query}`)
    expect([status, body.code]).toEqual([422, 'invalid_query'])
    expect(body.errors?.map((error) => error.field)).toEqual([field])
  })
})
