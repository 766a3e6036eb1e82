/** Two shops with the same order numbers and parcels: whatever fails, neither sees anything of the other. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { anySeed, chance } from '../../support/random.ts'
import type { Order, Page } from '../../support/workerd-api.ts'
import {
  D1_TEXTS,
  failD1,
  KV_TEXTS,
  loseAnswers,
  OBJECT_ERRORS,
} from '../../support/workerd-faults.ts'
import { Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

/** Ahead of the real clock, which alarms go by */
const NOW = Date.parse('2031-10-01T10:00:00Z')
const STEPS = 60

const quiet = () => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
}
beforeEach(() => {
  quiet()
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

interface Tenant {
  readonly shop: Storefront
  /** In everything this shop says, and in nothing the other does */
  readonly mark: string
  readonly orders: readonly Order[]
}

/** Both shops use the same numbers and parcels. */
async function open(mark: string): Promise<Tenant> {
  const shop = await openStorefront({}, { name: `Brand ${mark}` })
  const orders: Order[] = []
  for (let index = 0; index < 3; index += 1) {
    const shipments = [{ carrier: 'sandbox', tracking_number: `SBX-IATTOD-5-T${index}` }]
    const buyer = { name: `${mark} Person` }
    orders.push(
      await shop.place({
        ...orderOf(`T-${index}`),
        buyer,
        notes: [{ text: mark, public: true }],
        shipments,
      }),
    )
  }
  return { shop, mark, orders }
}

const FAULTS: readonly (readonly [string, (platform: Platform) => void])[] = [
  ['none', () => undefined],
  ['record reset', () => failD1(D1_TEXTS.reset)],
  ['record overloaded', () => failD1(D1_TEXTS.overloaded, /shipments|orders/)],
  ['answers lost', () => loseAnswers(/INSERT|UPDATE/)],
  [
    'KV away',
    () => {
      vi.spyOn(Object.getPrototypeOf(env.CONFIG) as KVNamespace, 'get').mockImplementation((() =>
        Promise.reject(new Error(KV_TEXTS.get))) as never)
    },
  ],
  [
    'objects away',
    (platform) => {
      const fail = () => Promise.reject(OBJECT_ERRORS.overloaded())
      const getByName = () => ({ view: fail, record: fail, place: fail, mark: fail })
      Object.assign(platform.env, { ORDER: { getByName, jurisdiction: () => ({ getByName }) } })
    },
  ],
]

/** One thing a shop or its shopper may do; what the answer says. */
type Act = (platform: Platform, mine: Tenant, other: Tenant, number: number) => Promise<string>

const call = async (platform: Platform, { shop }: Tenant, method: string, path: string) => {
  const answer = await platform.fetch(`http://localhost:8787/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${shop.key}`, 'content-type': 'application/json' },
    ...(method === 'POST' && { body: JSON.stringify({ packed: true }) }),
  })
  return answer.text()
}

const ACTS: readonly Act[] = [
  (platform, mine, _other, number) => call(platform, mine, 'GET', `/orders/T-${number}`),
  (platform, mine) => call(platform, mine, 'GET', '/orders'),
  (platform, mine, _other, number) =>
    call(platform, mine, 'POST', `/orders/T-${number}/milestones`),
  async (platform, mine, _other, number) =>
    (await platform.fetch(mine.orders[number]?.grant_link ?? '')).text(),
  // The other's order on one's own host is nobody's.
  async (platform, mine, other, number) =>
    (await platform.fetch(`${mine.shop.origin}/o/${other.orders[number]?.id}`)).text(),
]

const seed = Number(process.env.SEED ?? anySeed())

test(`nothing of one under the other, whatever fails (SEED=${seed})`, async () => {
  const random = chance(seed)
  const tenants = [await open('Amaranth'), await open('Bergamot')] as const
  const platform = new Platform()
  const { ORDER } = platform.env
  let seen = 0
  for (let step = 0; step < STEPS; step += 1) {
    const [name, fault] = random.pick(FAULTS)
    vi.setSystemTime(Date.now() + random.between(500, 90_000))
    if (random.next() < 0.3) forgetConfiguration()
    fault(platform)
    const [mine, other] = random.next() < 0.5 ? tenants : ([tenants[1], tenants[0]] as const)
    await platform.tick()
    await platform.deliverDue((due) => random.shuffled(due))
    const text = await random.pick(ACTS)(platform, mine, other, random.between(0, 2))
    expect(text, `${name} at step ${step}`).not.toContain(other.mark)
    if (text.includes(mine.mark)) seen += 1
    vi.restoreAllMocks()
    quiet()
    Object.assign(platform.env, { ORDER })
  }
  expect(seen, 'each does see its own').toBeGreaterThan(STEPS / 6)
  await platform.drain()
  for (const { shop, orders } of tenants) {
    const { body } = await shop.api<Page>('GET', '/orders')
    expect(body.orders.map(({ id }) => id).sort()).toEqual(orders.map(({ id }) => id).sort())
  }
}, 30_000)
