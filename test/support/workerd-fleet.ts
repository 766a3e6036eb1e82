/**
 * Parcels that are all with one fake carrier and on one slot of the wheel, so that one tick asks about
 * all of them: the whole belt in a test's hand, from the cron to the page. Dates must be faked.
 */
import { env } from 'cloudflare:workers'
import { expect, vi } from 'vitest'
import type { Milestone } from '../../schema/vocabulary.ts'
import type { showScan } from '../../worker/ingest/api/show-order.ts'
import { turn } from '../../worker/order/wheel.ts'
import type { AccountStatus } from '../../worker/polling/stub.ts'
import { accountStub } from '../../worker/polling/stub.ts'
import type { Message } from '../../worker/queue/messages.ts'
import type { FakeAnswer } from './fake-carrier.ts'
import { factsOf, remoteFake } from './fake-remote.ts'
import type { FakeId } from './fakes.ts'
import type { Order } from './workerd-api.ts'
import { rowsOf } from './workerd-orders.ts'
import { jumpOverWaits, Platform } from './workerd-platform.ts'
import type { Storefront } from './workerd-serve.ts'
import { openStorefront } from './workerd-serve.ts'
import { orderOf } from './workerd-shop.ts'
import { windTo } from './workerd-wheel.ts'

/** A unit of the wheel in tests */
export const UNIT = 1000
/** The longest cadence: a slot comes round in it, whatever the milestone */
const ROUND = 480
const FIRST: Milestone = 'pending'
const DAY = 86_400_000

interface Shown extends Order {
  readonly shipments: readonly {
    readonly id: string
    readonly tracking_number: string
    readonly milestone: string
    readonly legs: readonly { readonly outcome: string }[]
    readonly scans: readonly ReturnType<typeof showScan>[]
  }[]
}

interface Point {
  readonly indexes: readonly string[]
  readonly blobs: readonly string[]
  readonly doubles: readonly number[]
}

let slots = 0
/** Fourteen digits; files share the fakes, so each begins elsewhere */
let lastNumber = 1e13 + Math.floor(Math.random() * 8e13)

/** The next number of a carrier that is on a slot. */
function numberOn(slot: number, carrier: FakeId): string {
  for (;;) {
    lastNumber += 1
    const tracking_number = factsOf(carrier).prefix + String(lastNumber)
    if (turn({ carrier, tracking_number, milestone: FIRST }, 0)?.slot === slot) {
      return tracking_number
    }
  }
}

export class Fleet {
  readonly carrier: FakeId
  readonly numbers: readonly string[]
  readonly shop: Storefront
  readonly account: string
  readonly orders: readonly Order[]
  readonly platform: Platform
  readonly fake: ReturnType<typeof remoteFake<FakeId>>
  readonly #slot: number
  readonly #times: string[] = []
  readonly #points: Point[] = []
  /** What the last tick put on the belt */
  #messages: readonly Message[] = []

  private constructor(
    carrier: FakeId,
    slot: number,
    made: Pick<Fleet, 'numbers' | 'shop' | 'account' | 'orders'>,
  ) {
    this.carrier = carrier
    this.#slot = slot
    this.numbers = made.numbers
    this.shop = made.shop
    this.account = made.account
    this.orders = made.orders
    this.fake = remoteFake(carrier)
    const writeDataPoint = (point: Point) => void this.#points.push(point)
    this.platform = new Platform({ METRICS: { writeDataPoint } })
  }

  /** A shop with an account, and orders that share the parcels, none of them scanned yet. */
  static async open(carrier: FakeId, parcels: number): Promise<Fleet> {
    const shop = await openStorefront()
    const { body: account } = await shop.api<{ id: string }>('POST', '/carrier-accounts', {
      carrier,
      name: 'Main',
      credentials: factsOf(carrier).credentials,
    })
    return Fleet.#place({ carrier, shop, account: account.id }, parcels)
  }

  /** More parcels of the same shop, on a slot of their own. `shippedAt`: RFC 3339, else a day ago. */
  another(parcels: number, shippedAt?: string): Promise<Fleet> {
    return Fleet.#place(this, parcels, shippedAt)
  }

  static async #place(
    { carrier, shop, account }: Pick<Fleet, 'carrier' | 'shop' | 'account'>,
    parcels: number,
    shipped_at = new Date(Date.now() - DAY).toISOString(),
  ): Promise<Fleet> {
    slots += 1
    const slot = slots
    const numbers = Array.from({ length: parcels }, () => numberOn(slot, carrier))
    const half = Math.ceil(parcels / 2)
    const orders: Order[] = []
    for (const some of [numbers.slice(0, half), numbers.slice(half)]) {
      if (some.length === 0) continue
      const shipments = some.map((tracking_number) => ({ carrier, tracking_number, shipped_at }))
      orders.push(await shop.place({ ...orderOf(`F-${slot}-${orders.length}`), shipments }))
    }
    return new Fleet(carrier, slot, { numbers, shop, account, orders })
  }

  /** The carrier scans every parcel once more. */
  async scan(): Promise<void> {
    const day = new Date(Date.now() - DAY / 2).toISOString().slice(0, 10)
    this.#times.push(`${day}T00:${String(this.#times.length).padStart(2, '0')}:00`)
    await this.fake.sees(this.numbers, this.#times)
  }

  /** What the carrier answers about these parcels; null: what it knows of them. */
  fail(answer: FakeAnswer | null, some: readonly string[] = this.numbers): Promise<void> {
    return this.fake.failFor(some, answer)
  }

  /** The wheel comes round to this fleet, and all that follows from it happens. */
  async turn(): Promise<void> {
    const earliest = Math.floor(Date.now() / UNIT) + 1
    const minute = earliest + ((((this.#slot - earliest) % ROUND) + ROUND) % ROUND)
    await windTo(minute)
    const waits = jumpOverWaits()
    const { sent } = this.platform
    const before = sent.length
    await this.platform.tick()
    this.#messages = sent.slice(before).map(({ body }) => body)
    await this.platform.drain()
    waits.mockRestore()
  }

  /**
   * A unit later the belt brings the last turn's messages once more, so often each, and what was sent
   * back. `more`: what is other about them. How many requests came of it.
   */
  async again(copies = 1, more: Readonly<Record<string, unknown>> = {}): Promise<number> {
    const before = await this.asked()
    vi.setSystemTime(Date.now() + UNIT)
    for (const message of this.#messages) {
      for (let copy = 0; copy < copies; copy += 1)
        this.platform.put('polls', { ...message, ...more })
    }
    await this.platform.deliverDue()
    return (await this.asked()) - before
  }

  /** How many requests about these parcels reached the carrier. */
  async asked(): Promise<number> {
    const mine = new Set(this.numbers)
    return (await this.fake.requests()).filter(({ number }) => number !== null && mine.has(number))
      .length
  }

  /** Parcels counted since the last call, by what came of asking about them. */
  outcomes(): Readonly<Record<string, number>> {
    const counted: Record<string, number> = {}
    for (const { indexes, blobs, doubles } of this.#points.splice(0)) {
      const [, merchant, outcome = ''] = blobs
      if (indexes[0] !== 'polls' || merchant !== this.shop.id) continue
      counted[outcome] = (counted[outcome] ?? 0) + (doubles[0] ?? 0)
    }
    return counted
  }

  status(): Promise<AccountStatus> {
    return accountStub(env, this.shop.id, this.account).status()
  }

  /** The first order as its object has it. */
  async order(): Promise<Shown> {
    const { body } = await this.shop.api<Shown>('GET', `/orders/${this.orders[0]?.number}`)
    return body
  }

  /** The first order's page, by a shopper whose wish for an early look gets lost. */
  async page(): Promise<string> {
    const queue: Queue = Object.getPrototypeOf(env.POLLS)
    const lost = vi
      .spyOn(queue, 'sendBatch')
      .mockResolvedValue({ metadata: { metrics: { backlogBytes: 0, backlogCount: 0 } } })
    // What was learned of the account is kept for half a unit.
    vi.setSystemTime(Date.now() + UNIT)
    const response = await this.platform.fetch(this.orders[0]?.link ?? '')
    lost.mockRestore()
    return response.text()
  }

  /** Every parcel has every scan, each once: in its object, in the record and on the page. */
  async expectWhole(): Promise<void> {
    const all = this.#times
    for (const { number, id } of this.orders) {
      const { body } = await this.shop.api<Shown>('GET', `/orders/${number}`)
      for (const { tracking_number, scans } of body.shipments) {
        const times = scans.map(({ at, local }) => (local ?? at ?? '').slice(0, 19))
        expect([tracking_number, times]).toEqual([tracking_number, all])
      }
      const { orders } = await rowsOf(id)
      expect(orders).toMatchObject([{ version: body.version }])
    }
    const shown = (await this.page()).match(/<time class="time num"/g)
    expect(shown).toHaveLength(all.length * (this.orders[0]?.shipments.length ?? 0))
  }
}
