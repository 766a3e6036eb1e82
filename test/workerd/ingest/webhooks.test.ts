/** Carriers' calls: what each costs, and what becomes of those that are not theirs. */
import { env, exports } from 'cloudflare:workers'
import type { MockInstance } from 'vitest'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { newMerchant } from '../../support/workerd-api.ts'

const CREDENTIALS = { client_id: 'id', client_secret: 'secret', webhook_credential: 'push-secret' }

const ALERT = {
  trackingNumber: '1ZPUSH0000000001',
  localActivityDate: '20240423',
  localActivityTime: '091519',
  activityStatus: { type: 'I', code: 'OT', description: 'Out for Delivery' },
}

async function upsAccount() {
  const merchant = await newMerchant()
  const { body } = await merchant.api<{ id: string }>('POST', '/carrier-accounts', {
    carrier: 'ups',
    name: 'Main',
    credentials: CREDENTIALS,
  })
  return { merchant, id: body.id }
}

async function call(path: string, body: unknown = ALERT, secret = 'push-secret') {
  const response = await exports.default.fetch(`http://localhost:8787/hooks/${path}`, {
    method: 'POST',
    headers: { credential: secret, 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
  await response.body?.cancel()
  return response.status
}

/** Everything a call could wait for: the record, the configuration, objects, queues. */
const waits = () => ({
  record: vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, 'prepare'),
  batches: vi.spyOn(Object.getPrototypeOf(env.DB) as D1Database, 'batch'),
  configuration: vi.spyOn(env.CONFIG, 'get'),
  orders: vi.spyOn(env.ORDER, 'get'),
  accounts: vi.spyOn(env.ACCOUNT, 'get'),
  polls: vi.spyOn(env.POLLS, 'sendBatch'),
  scans: vi.spyOn(env.SCANS, 'sendBatch').mockResolvedValue(undefined as never),
})

/** All but the watchdog's look at the wheel, which nobody waits for. */
const counted = (spies: ReturnType<typeof waits>) =>
  Object.fromEntries(
    Object.entries(spies).map(([name, { mock }]) => [
      name,
      mock.calls.filter(([first]) => !String(first).includes('watermarks')).length,
    ]),
  )

const NOTHING = {
  record: 0,
  batches: 0,
  configuration: 0,
  orders: 0,
  accounts: 0,
  polls: 0,
  scans: 0,
}

let warned: MockInstance<typeof console.warn>
beforeEach(() => {
  warned = vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => void vi.restoreAllMocks())

describe('a carrier’s call', () => {
  it('waits for the belt alone, once the isolate knows the account', async () => {
    const { id } = await upsAccount()
    const spies = waits()
    await call(`ups/${id}`)
    vi.clearAllMocks()
    expect(await call(`ups/${id}`)).toBe(200)
    expect(counted(spies)).toEqual({ ...NOTHING, scans: 1 })
  })

  it('is taken in an isolate that knows nothing, also while the record is away', async () => {
    const { id } = await upsAccount()
    forgetConfiguration()
    const spies = waits()
    spies.record.mockImplementation(() => {
      throw new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.')
    })
    expect(await call(`ups/${id}`)).toBe(200)
    expect(spies.scans).toHaveBeenCalledTimes(1)
  })

  it('that cannot be read is taken, puts nothing on the belt and is written to the log', async () => {
    const { id } = await upsAccount()
    const spies = waits()
    expect(await call(`ups/${id}`, { some: 'other event' })).toBe(200)
    expect(await call(`ups/${id}`, 'not JSON')).toBe(200)
    expect(spies.scans).not.toHaveBeenCalled()
    expect(warned).toHaveBeenCalledWith(expect.stringContaining('push_unread'))
  })

  it('that is too large is refused', async () => {
    const { id } = await upsAccount()
    expect(await call(`ups/${id}`, 'x'.repeat(500_001))).toBe(413)
  })
})

describe('a call that is not the carrier’s', () => {
  it('is refused before it is read, and costs no more than its check', async () => {
    const { id } = await upsAccount()
    await call(`ups/${id}`)
    const spies = waits()
    expect(await call(`ups/${id}`, ALERT, 'wrong-secret')).toBe(401)
    expect(counted(spies)).toEqual(NOTHING)
  })

  it('finds nothing under another carrier, or for an account nobody has', async () => {
    const { id } = await upsAccount()
    expect(await call(`delhivery/${id}`)).toBe(404)
    expect(await call(`unknown/${id}`)).toBe(404)
    expect(await call('ups/nobody')).toBe(404)
  })

  it('is known by the secret of now, not by the one before', async () => {
    const { merchant, id } = await upsAccount()
    await call(`ups/${id}`)
    await merchant.api('PATCH', `/carrier-accounts/${id}`, {
      credentials: { ...CREDENTIALS, webhook_credential: 'the-next-secret' },
    })
    expect(await call(`ups/${id}`)).toBe(401)
    expect(await call(`ups/${id}`, ALERT, 'the-next-secret')).toBe(200)
  })

  it('finds nothing once the account is deleted, also in an isolate that knows nothing', async () => {
    const { merchant, id } = await upsAccount()
    await call(`ups/${id}`)
    await merchant.api('DELETE', `/carrier-accounts/${id}`)
    expect(await call(`ups/${id}`)).toBe(404)
    forgetConfiguration()
    expect(await call(`ups/${id}`)).toBe(404)
  })
})
