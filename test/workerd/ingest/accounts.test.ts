import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { CARRIERS } from '../../../schema/vocabulary.ts'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant } from '../../support/workerd-api.ts'

interface Account {
  readonly id: string
  readonly name: string
  readonly webhook_url: string
  readonly connection: Readonly<Record<string, unknown>> | null
}

/** What the carrier answers to whoever tries credentials. */
const answers = (status: number, body: unknown) => async () => Response.json(body, { status })
const TOKEN = { access_token: 'a-token', expires_in: '3600' }
const carrier = vi.fn<typeof fetch>()

beforeEach(() => {
  carrier.mockReset().mockImplementation(answers(200, TOKEN))
  vi.stubGlobal('fetch', carrier)
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const SECRET = 'the-client-secret-of-this-account'
const UPS = {
  carrier: 'ups',
  name: 'Warehouse',
  credentials: {
    client_id: 'the-client-id',
    client_secret: SECRET,
    webhook_credential: 'push-word-1',
  },
}

const sealed = (id: string) =>
  env.DB.prepare('SELECT credentials FROM carrier_accounts WHERE id = ?')
    .bind(id)
    .first<string>('credentials')

describe('a carrier account', () => {
  test('is created, read, listed, renamed and deleted', async () => {
    const { api } = await newMerchant()
    const { status, body: made } = await api<Account>('POST', '/carrier-accounts', UPS)
    expect(status).toBe(201)
    expect(made.webhook_url).toBe(`http://localhost:8787/hooks/ups/${made.id}`)
    expect((await api('GET', `/carrier-accounts/${made.id}`)).body).toEqual(made)
    expect((await api('GET', '/carrier-accounts')).body).toEqual({ accounts: [made] })
    const renamed = await api<Account>('PATCH', `/carrier-accounts/${made.id}`, { name: 'Shop' })
    expect(renamed.body).toMatchObject({ id: made.id, name: 'Shop' })
    expect((await api('DELETE', `/carrier-accounts/${made.id}`)).status).toBe(204)
    expect((await api('GET', `/carrier-accounts/${made.id}`)).status).toBe(404)
    expect((await api('DELETE', `/carrier-accounts/${made.id}`)).status).toBe(404)
    expect((await api('GET', '/carrier-accounts')).body).toEqual({ accounts: [] })
  })

  test('never shows its credentials, and the record holds them sealed', async () => {
    const { api } = await newMerchant()
    const { body: made } = await api<Account>('POST', '/carrier-accounts', UPS)
    const answers = [
      made,
      (await api('GET', `/carrier-accounts/${made.id}`)).body,
      (await api('GET', '/carrier-accounts')).body,
      (await api('PATCH', `/carrier-accounts/${made.id}`, UPS.credentials && { name: 'x' })).body,
      (await api('PATCH', `/carrier-accounts/${made.id}`, { credentials: UPS.credentials })).body,
    ]
    const record = JSON.stringify(
      (await env.DB.prepare('SELECT * FROM carrier_accounts').all()).results,
    )
    for (const secret of Object.values(UPS.credentials)) {
      expect(JSON.stringify(answers)).not.toContain(secret)
      expect(record).not.toContain(secret)
    }
    expect(await sealed(made.id)).toMatch(/^1\.[\w-]{16}\.[\w-]{60,}$/)
  })

  test('takes other credentials as a whole, and keeps them when it is renamed', async () => {
    const { api } = await newMerchant()
    const { body: made } = await api<Account>('POST', '/carrier-accounts', UPS)
    const before = await sealed(made.id)
    await api('PATCH', `/carrier-accounts/${made.id}`, { name: 'x' })
    expect(await sealed(made.id)).toBe(before)
    await api('PATCH', `/carrier-accounts/${made.id}`, { credentials: UPS.credentials })
    expect(await sealed(made.id)).not.toBe(before)
    const part = { credentials: { client_id: 'other' } }
    expect((await api('PATCH', `/carrier-accounts/${made.id}`, part)).status).toBe(422)
  })

  test('with wrong credentials is told which, and never what they were', async () => {
    const { api } = await newMerchant()
    const { status, body } = await api<Problem>('POST', '/carrier-accounts', {
      ...UPS,
      credentials: { client_secret: 7, environment: SECRET, account_number: SECRET, token: SECRET },
    })
    expect([status, body.code]).toEqual([422, 'invalid_body'])
    expect(body.errors?.map(({ field }) => field).sort()).toEqual([
      '/credentials/account_number',
      '/credentials/client_id',
      '/credentials/client_secret',
      '/credentials/environment',
      '/credentials/token',
    ])
    expect(JSON.stringify(body)).not.toContain(SECRET)
  })

  test('is of a carrier we know', async () => {
    const { api } = await newMerchant()
    const { body } = await api<Problem>('POST', '/carrier-accounts', {
      ...UPS,
      carrier: 'dove_post',
    })
    expect(body.errors).toEqual([{ field: '/carrier', message: `one of ${CARRIERS.join(', ')}` }])
  })
})

describe('credentials', () => {
  const upsError = (code: string, message: string) => ({
    response: { errors: [{ code, message }] },
  })
  const list = async (api: Awaited<ReturnType<typeof newMerchant>>['api']) =>
    (await api<{ accounts: Account[] }>('GET', '/carrier-accounts')).body.accounts

  test('that the carrier takes are accepted, by one request', async () => {
    const { api } = await newMerchant()
    const { body } = await api<Account>('POST', '/carrier-accounts', UPS)
    expect(carrier).toHaveBeenCalledOnce()
    expect(body.connection).toEqual({
      state: 'closed',
      failing_since: null,
      credentials: 'accepted',
      last_error: null,
      requests_left_today: null,
      token_expires_at: null,
    })
  })

  test('that it refuses are not kept, and the problem says whose words these are and what to do', async () => {
    carrier.mockImplementation(answers(401, upsError('10401', 'ClientId is Invalid')))
    const { api } = await newMerchant()
    const { status, body } = await api<Problem>('POST', '/carrier-accounts', UPS)
    expect([status, body.code]).toEqual([422, 'credentials_refused'])
    expect(body.detail).toBe('UPS refuses the credentials: ClientId is Invalid, 10401')
    expect(body.errors).toMatchObject([{ field: '/credentials' }])
    expect(body.errors?.[0]?.message).toContain('UPS')
    expect(await list(api)).toEqual([])
  })

  test('that it refuses are not repeated where the carrier repeats them', async () => {
    carrier.mockImplementation(answers(401, upsError('10401', `No ${SECRET} here`)))
    const { api } = await newMerchant()
    const { body } = await api<Problem>('POST', '/carrier-accounts', UPS)
    expect(body.code).toBe('credentials_refused')
    expect(JSON.stringify(body)).not.toContain(SECRET)
  })

  test.each([
    ['is down', answers(503, 'Service Unavailable')],
    ['asks for quiet', answers(429, upsError('10429', 'Too Many Requests'))],
    ['says something else', answers(200, 'Welcome')],
    ['is not to be reached', () => Promise.reject(new TypeError('fetch failed'))],
  ])('of a carrier that %s are kept, and unchecked', async (_name, answer) => {
    carrier.mockImplementation(answer)
    const { api } = await newMerchant()
    const { status, body } = await api<Account>('POST', '/carrier-accounts', UPS)
    expect([status, body.connection]).toMatchObject([201, { credentials: 'unchecked' }])
  })

  test('that replace others are tried too, and those before stay where the carrier refuses', async () => {
    const { api } = await newMerchant()
    const { body: made } = await api<Account>('POST', '/carrier-accounts', UPS)
    const before = await sealed(made.id)
    carrier.mockImplementation(answers(401, upsError('10401', 'ClientId is Invalid')))
    const change = { name: 'Shop', credentials: { client_id: 'other', client_secret: 'other' } }
    const { status } = await api('PATCH', `/carrier-accounts/${made.id}`, change)
    expect([status, await sealed(made.id)]).toEqual([422, before])
    expect(await list(api)).toMatchObject([{ name: 'Warehouse' }])
  })
})

describe('an Idempotency-Key', () => {
  const keyed = { headers: { 'idempotency-key': 'one' } }

  test('makes one account however often it comes', async () => {
    const { api } = await newMerchant()
    const first = await api<Account>('POST', '/carrier-accounts', UPS, keyed)
    const again = await api<Account>('POST', '/carrier-accounts', UPS, keyed)
    expect([again.status, again.body]).toEqual([201, first.body])
    const { body } = await api<{ accounts: Account[] }>('GET', '/carrier-accounts')
    expect(body.accounts).toHaveLength(1)
  })

  test('with another account is idempotency_key_reused, and changes nothing', async () => {
    const { api } = await newMerchant()
    await api<Account>('POST', '/carrier-accounts', UPS, keyed)
    const others = [
      { ...UPS, name: 'Other' },
      { ...UPS, credentials: { ...UPS.credentials, client_secret: 'other' } },
      { carrier: 'sandbox', name: UPS.name },
    ]
    for (const other of others) {
      const { status, body } = await api<Problem>('POST', '/carrier-accounts', other, keyed)
      expect([status, body.code]).toEqual([422, 'idempotency_key_reused'])
    }
    const { body } = await api<{ accounts: Account[] }>('GET', '/carrier-accounts')
    expect(body.accounts).toMatchObject([{ name: UPS.name, carrier: 'ups' }])
  })

  test('of another merchant makes another account', async () => {
    const [a, b] = [await newMerchant(), await newMerchant()]
    const { body: mine } = await a.api<Account>('POST', '/carrier-accounts', UPS, keyed)
    const { body: theirs } = await b.api<Account>('POST', '/carrier-accounts', UPS, keyed)
    expect(theirs.id).not.toBe(mine.id)
  })
})
