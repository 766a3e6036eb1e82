/** What happens on the belt when something is late, doubled, wrong or away. */
import { createExecutionContext, createMessageBatch, getQueueResult } from 'cloudflare:test'
import { env, exports } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import worker from '../../../worker/index.ts'
import { forgetLook } from '../../../worker/polling/watchdog.ts'
import type { Message } from '../../../worker/queue/messages.ts'
import { remoteFake } from '../../support/fake-remote.ts'
import type { Shop } from '../../support/workerd-shop.ts'
import { openShop, orderOf } from '../../support/workerd-shop.ts'
import { tickNow, turnTo } from '../../support/workerd-wheel.ts'

const fakeUps = remoteFake('ups')

const operator = (method: string, path: string) =>
  exports.default.fetch(`http://localhost:8787/operator${path}`, {
    method,
    headers: { authorization: `Bearer ${env.OPERATOR_KEY}` },
  })

/** Hands messages to the Worker as the platform would, and says what became of each. */
async function deliver(queue: string, bodies: readonly unknown[], attempts = 1) {
  const batch = createMessageBatch(
    queue,
    bodies.map((body, index) => ({
      id: `${queue}-${crypto.randomUUID()}-${index}`,
      timestamp: new Date(),
      attempts,
      body,
    })),
  )
  const context = createExecutionContext()
  await worker.queue(batch, env)
  return getQueueResult(batch, context)
}

const story = (id: string, steps = 'IAT', seconds = 3600) => `SBX-${steps}-${seconds}-${id}`

async function placed(shop: Shop, name: string, number: string, carrier = 'sandbox') {
  const shipped_at = new Date(Date.now() - 10 * 3_600_000).toISOString()
  return shop.call<{ id: string; shipments: { id: string }[] }>('POST', '/orders', {
    ...orderOf(name),
    shipments: [{ carrier, tracking_number: number, shipped_at }],
  })
}

const pollOf = (shop: Shop, order: string, number: string, more: object = {}): Message => ({
  v: 1,
  kind: 'poll',
  merchant: shop.merchant,
  shard: 'DB',
  carrier: 'sandbox',
  account: null,
  minute: 5,
  parts: 1,
  part: 0,
  parcels: [
    {
      number,
      since: Date.now() - 10 * 3_600_000,
      targets: [{ order, shipment: `sandbox:${number}`, leg: 0, digest: '' }],
    },
  ],
  ...more,
})

const rowOf = (id: string) =>
  env.DB.prepare('SELECT state, version FROM orders WHERE id = ?1')
    .bind(id)
    .first<{ state: string; version: number }>()

describe('a batch', () => {
  it('settles each message alone: a bad one is tried again, the others are done', async () => {
    const shop = await openShop()
    const number = story('alone')
    const { id } = await placed(shop, 'alone', number)
    const bodies = [{ kind: 'nonsense' }, pollOf(shop, id, number)]
    const result = await deliver('polls', bodies)
    expect(result.explicitAcks).toHaveLength(1)
    expect(result.retryMessages).toHaveLength(1)
    expect((await rowOf(id))?.state).toBe('in_transit')
  })

  it('delivered twice and shuffled is one effect', async () => {
    const shop = await openShop()
    const number = story('twice')
    const { id } = await placed(shop, 'twice', number)
    const message = pollOf(shop, id, number)
    await deliver('polls', [message, message])
    const once = await rowOf(id)
    await deliver('polls', [message])
    expect(await rowOf(id)).toEqual(once)
  })

  it('whose projection D1 refuses comes again, and then nothing is lost', async () => {
    const shop = await openShop()
    const number = story('refused')
    const { id } = await placed(shop, 'refused', number)
    const batch = vi
      .spyOn(env.DB, 'batch')
      .mockRejectedValue(new Error('D1_ERROR: D1 DB is overloaded. Requests queued for too long.'))
    const result = await deliver('polls', [pollOf(shop, id, number)])
    batch.mockRestore()
    expect(result.retryMessages).toHaveLength(1)
    expect((await rowOf(id))?.state).toBe('pending')
    await deliver('polls', [pollOf(shop, id, number)])
    expect((await rowOf(id))?.state).toBe('in_transit')
  })
})

describe('a dead letter', () => {
  it('holds ids and the reason, never a body, and is replayed', async () => {
    const shop = await openShop()
    const number = story('dead')
    const { id } = await placed(shop, 'dead', number)
    const report = {
      tracking_number: number,
      whole: false,
      scans: [{ text: 'Handed to SECRET NAME' }],
    }
    const scans = {
      v: 1,
      kind: 'scans',
      merchant: shop.merchant,
      shard: 'DB',
      carrier: 'sandbox',
      map_version: 1,
      at: 0,
      report,
    }
    const prepare = vi.spyOn(env.DB, 'prepare').mockImplementationOnce(() => {
      throw new TypeError('a bug of ours')
    })
    const result = await deliver('scans', [scans], 5)
    prepare.mockRestore()
    expect(result.explicitAcks).toHaveLength(1)

    const answer = await operator('GET', '/dead-letters')
    const text = await answer.text()
    const { dead_letters } = JSON.parse(text) as {
      dead_letters: { id: string; why: string; merchant: string; message: string }[]
    }
    const letter = dead_letters.find((it) => it.merchant === shop.merchant)
    expect(letter?.why).toContain('a bug of ours')
    expect(text).not.toContain('SECRET NAME')
    expect(JSON.parse(letter?.message ?? '')).toMatchObject({ kind: 'look', number })

    expect((await operator('POST', `/dead-letters/${letter?.id}/replay`)).status).toBe(202)
    await vi.waitFor(
      async () => {
        expect((await rowOf(id))?.state).toBe('in_transit')
      },
      { timeout: 10_000 },
    )
    const left = await (await operator('GET', '/dead-letters')).text()
    expect(left).not.toContain(letter?.id)
  })

  it('that the platform gave up on is kept once, however often it is delivered', async () => {
    const body = pollOf({ merchant: 'm' } as Shop, 'o', 'n')
    const batch = () =>
      createMessageBatch('polls-dead', [{ id: 'dead-1', timestamp: new Date(), attempts: 1, body }])
    await worker.queue(batch(), env)
    await worker.queue(batch(), env)
    const kept = await env.DB.prepare(
      "SELECT count(*) AS n FROM dead_letters WHERE id = 'dead-1'",
    ).first('n')
    expect(kept).toBe(1)
  })
})

describe('an account', () => {
  it('is asked for one token by all, and for another when the carrier refuses it', async () => {
    const shop = await openShop()
    await shop.call('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: { client_id: 'id', client_secret: 'secret' },
    })
    const numbers = ['1ZTOKEN0000000001', '1ZTOKEN0000000002', '1ZTOKEN0000000003']
    const orders = await Promise.all(numbers.map((it) => placed(shop, it, it, 'ups')))
    const messages = numbers.map((number, index) => {
      const message = pollOf(shop, orders[index]?.id ?? '', number, { carrier: 'ups' })
      return JSON.parse(JSON.stringify(message).replaceAll('sandbox:', 'ups:')) as Message
    })
    const before = (await tokens()).length
    await deliver('polls', messages)
    expect((await tokens()).length).toBe(before + 1)
    await fakeUps.expireTokens()
    await deliver('polls', messages.slice(0, 1))
    expect((await tokens()).length).toBe(before + 2)
  })

  it('opens its breaker on a carrier that is down, and asks no more until it may try', async () => {
    const shop = await openShop()
    await shop.call('POST', '/carrier-accounts', {
      carrier: 'ups',
      name: 'Main',
      credentials: { client_id: 'id', client_secret: 'secret' },
    })
    const numbers = Array.from({ length: 8 }, (_, index) => `1ZBREAK000000000${index}`)
    for (const number of numbers) await fakeUps.set(number, { status: 500, body: 'broken' })
    const message = pollOf(shop, 'none', '', { carrier: 'ups' }) as Extract<
      Message,
      { kind: 'poll' }
    >
    const parcels = numbers.map((number) => ({ number, since: 0, targets: [] }))
    await deliver('polls', [{ ...message, parcels }])
    const asked = (await fakeUps.requests()).filter(({ number }) => number?.startsWith('1ZBREAK'))
    expect(asked.length).toBeGreaterThanOrEqual(5)
    await deliver('polls', [{ ...message, parcels }])
    const more = (await fakeUps.requests()).filter(({ number }) => number?.startsWith('1ZBREAK'))
    expect(more.length).toBeLessThanOrEqual(asked.length + 2)
  })
})

const tokens = async () =>
  (await fakeUps.requests()).filter((request) => request.path === '/security/v1/oauth/token')

describe('the wheel', () => {
  beforeEach(() => vi.useFakeTimers({ toFake: ['Date'] }))
  afterEach(() => vi.useRealTimers())

  it('is turned by whoever finds it standing still', async () => {
    await turnTo(1_000_000)
    vi.setSystemTime(1_000_010 * 1000)
    forgetLook()
    await exports.default.fetch('http://localhost:8787/healthz')
    await vi.waitFor(
      async () => {
        const minute = await env.DB.prepare(
          "SELECT minute FROM watermarks WHERE shard = 'DB'",
        ).first('minute')
        expect(minute).toBe(1_000_010)
      },
      { timeout: 5000 },
    )
  })

  it('writes nothing per parcel and sends fifty to a message', async () => {
    const shop = await openShop()
    const minute = 2_000_000
    vi.setSystemTime(minute * 1000)
    for (let index = 0; index < 3; index += 1)
      await placed(shop, `bulk-${index}`, story(`bulk${index}`))
    const sent = vi.spyOn(env.POLLS, 'sendBatch').mockResolvedValue({} as QueueSendBatchResponse)
    const before = await rowsWritten()
    await turnTo(minute)
    expect(await rowsWritten()).toEqual(before)
    const parcels = sent.mock.calls.flatMap(([messages]) =>
      [...messages].flatMap(({ body }) => (body as Extract<Message, { kind: 'poll' }>).parcels),
    )
    expect(parcels.filter(({ number }) => number.includes('bulk'))).toHaveLength(3)
    sent.mockRestore()
  })

  it('is not turned twice at once: the lease lets one in', async () => {
    const minute = 3_000_000
    vi.setSystemTime(minute * 1000)
    await turnTo(minute - 5)
    vi.setSystemTime(minute * 1000)
    await env.DB.prepare("UPDATE watermarks SET lease_until = ?1, lease_owner = 'other'")
      .bind((minute + 100) * 1000)
      .run()
    await tickNow()
    const mark = await env.DB.prepare("SELECT minute FROM watermarks WHERE shard = 'DB'").first(
      'minute',
    )
    expect(mark).toBe(minute - 5)
  })
})

/** Versions of everything there is: a write would move one. */
async function rowsWritten() {
  const [orders, shipments] = await env.DB.batch([
    env.DB.prepare('SELECT id, version FROM orders ORDER BY id'),
    env.DB.prepare('SELECT * FROM shipments ORDER BY order_id, shipment, leg'),
  ])
  return [orders?.results, shipments?.results]
}
