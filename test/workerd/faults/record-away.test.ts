/** D1 dead for 80 seconds, or an hour: every call fails, wherever it is made, and then none does. */
import { runDurableObjectAlarm } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { DAY, HOUR, SECOND } from '../../../worker/lib/clock.ts'
import type { PollMessage } from '../../../worker/queue/messages.ts'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import { untracked } from '../../support/workerd-api.ts'
import { D1_TEXTS, failD1 } from '../../support/workerd-faults.ts'
import { rowsOf } from '../../support/workerd-orders.ts'
import { Platform } from '../../support/workerd-platform.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

/** Ahead of the real clock, which alarms go by */
const START = Date.parse('2031-06-01T10:00:00Z')
const OUTAGE = 80 * SECOND
/** A step of a story: scans come before, during and after the outage */
const STEP = 20
const STORY = 'IATTOD'
const PARCELS = 30
/** Minutes of the wheel that a tick works through at most */
const CAP = 10

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  vi.useFakeTimers({ toFake: ['Date'], now: START })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

interface Shown {
  readonly id: string
  readonly link: string
  readonly version: number
  readonly state: string
  readonly shipments: readonly { readonly scans: readonly { readonly code: string }[] }[]
}

const shown = async (shop: Storefront, number: string) =>
  (await shop.api<Shown>('GET', `/orders/${number}`)).body

const scansOf = ({ shipments }: Shown): string =>
  (shipments[0]?.scans ?? []).map(({ code }) => code).join('')

/** Stories under way, and parcels of a carrier that is asked every few hours: those are caught up. */
async function place(shop: Storefront): Promise<string[]> {
  const numbers = Array.from({ length: PARCELS }, (_, index) => `D${index}`)
  for (const number of numbers) {
    const tracking_number = `SBX-${STORY}-${STEP}-${number}`
    const parcel = { carrier: 'sandbox', tracking_number, shipped_at: new Date().toISOString() }
    const slow = { carrier: 'ups', tracking_number: `1ZAWAY${number.padStart(10, '0')}` }
    await shop.place({ ...orderOf(number), shipments: [parcel, slow] })
  }
  return numbers
}

/** What shop, shopper and carrier do meanwhile, and what each is told. */
async function meanwhile(platform: Platform, shop: Storefront, number: string): Promise<void> {
  const known = await shop.api('POST', `/orders/${number}/milestones`, { packed: true })
  expect(known.status, 'a known order is changed').toBe(200)
  const fresh = await shop.api('POST', '/orders', orderOf(`NEW-${number}`))
  expect([fresh.status, fresh.headers.get('retry-after')]).toEqual([503, '5'])
  const push = await platform.fetch('http://localhost:8787/hooks/ups/some-account', {
    method: 'POST',
  })
  expect(push.status, 'the carrier says it again').toBe(503)
  await push.body?.cancel()
  forgetConfiguration()
}

/** The page in an isolate that knows the shop, and in one that knows nothing. */
async function pages(platform: Platform, shop: Storefront, link: string): Promise<void> {
  for (const isolate of ['warm', 'cold']) {
    if (isolate === 'cold') forgetConfiguration()
    const response = await platform.fetch(link)
    const html = await response.text()
    expect(response.status, `a page from a ${isolate} isolate`).toBe(200)
    expect(html).toContain(`Brand ${shop.id}`)
  }
}

/** Polls that the wheel itself sent, each with how many parcels it asks about. */
const polls = (platform: Platform, from: number) =>
  platform.sent.flatMap(({ body, at }) => (body.kind === 'poll' && at > from ? [body] : []))

const parcelsIn = (messages: readonly PollMessage[]): number =>
  messages.reduce((sum, { parcels }) => sum + parcels.length, 0)

test('no scan is lost or doubled, pages answer, and nothing stampedes afterwards', {
  timeout: 30_000,
}, async () => {
  const shop = await openStorefront()
  const numbers = await place(shop)
  const platform = new Platform()
  const turn = () => platform.tick()
  await platform.pass(30 * SECOND, SECOND, turn)
  const [first = ''] = numbers
  const { link } = await shown(shop, first)

  failD1(D1_TEXTS.reset)
  const died = Date.now()
  let minute = 0
  await platform.pass(OUTAGE, SECOND, async () => {
    await platform.tick()
    minute += 1
    if (minute % 20 === 1) await pages(platform, shop, link)
    if (minute % 40 === 2) await meanwhile(platform, shop, `D${minute % PARCELS}`)
  })
  expect(polls(platform, died), 'a tick that reads nothing sends nothing').toEqual([])

  vi.restoreAllMocks()
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
  const back = Date.now()
  await platform.pass(SECOND, SECOND, turn)
  const sent = polls(platform, back)
  // One account of each carrier: a message for each minute caught up, and the minute that is now.
  expect(sent.length).toBeLessThanOrEqual(2 * (CAP + 1))
  expect(parcelsIn(sent.filter(({ carrier }) => carrier === 'sandbox'))).toBeLessThanOrEqual(
    2 * PARCELS,
  )
  await platform.pass(30 * SECOND, SECOND, turn)
  const due = OUTAGE / SECOND + 31
  const slow = parcelsIn(polls(platform, back).filter(({ carrier }) => carrier === 'ups'))
  expect(slow, 'each parcel once at most').toBeLessThanOrEqual(PARCELS)
  expect(slow, 'those due meanwhile').toBeGreaterThan((PARCELS * due) / 480 / 4)

  await platform.drain()
  for (const number of numbers) {
    const order = await shown(shop, number)
    await runDurableObjectAlarm(env.ORDER.getByName(order.id))
    const { orders } = await rowsOf(order.id)
    expect([number, scansOf(order)]).toEqual([number, STORY])
    expect([orders[0]?.version, orders[0]?.state]).toEqual([order.version, order.state])
  }
  const health = await platform.fetch('http://localhost:8787/healthz')
  expect(await health.json()).toMatchObject({ status: 'ok', dead_letters: 0 })
})

test.each([
  ['for 80 seconds', OUTAGE, 1],
  ['for an hour', HOUR, 2],
])(
  'messages on their way when D1 dies %s wait for it, and none becomes a dead letter',
  async (_name, outage, day) => {
    vi.setSystemTime(START + day * DAY)
    const shop = await openStorefront()
    const { id } = await shop.place({
      ...orderOf(`AWAY-${day}`),
      shipments: [
        {
          carrier: 'sandbox',
          tracking_number: `SBX-IAT-1-w${day}`,
          shipped_at: '2031-06-01T09:00:00Z',
        },
      ],
    })
    await shop.place({ ...orderOf('WAIT-2'), shipments: [untracked('DOVE-WAIT')] })
    const platform = new Platform()
    for (const database of [env.DB, env.DB_B])
      await database.prepare('DELETE FROM watermarks').run()
    await platform.tick()
    // Other shops' parcels may have nothing to write.
    platform.waiting = platform.waiting.filter(
      ({ body }) => (body as PollMessage).merchant === shop.id,
    )
    expect(platform.waiting.length).toBeGreaterThan(0)
    failD1(D1_TEXTS.overloaded)
    await platform.pass(outage, 4 * SECOND)
    expect(platform.log.map(({ outcome }) => outcome)).not.toContain('ack')
    vi.restoreAllMocks()
    vi.spyOn(console, 'error').mockReturnValue()
    await platform.drain()
    expect((await rowsOf(id)).orders[0]?.state).toBe('in_transit')
    expect(platform.log.filter(({ outcome }) => outcome === 'ack').length).toBeGreaterThan(0)
    const letters = await env.DB.prepare('SELECT count(*) AS n FROM dead_letters').first('n')
    expect(letters).toBe(0)
  },
)
