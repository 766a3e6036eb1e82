/**
 * The Durable Object of one order, named by the order's id. While the order lives it is the truth;
 * D1 holds a projection, written by whoever called, and by the alarm for what has no second caller.
 * Its state is one value. Some days after the end it lets itself go, and D1 is the truth; whatever is
 * asked of it later rebuilds it from there.
 */
import { DurableObject } from 'cloudflare:workers'
import { config } from '../config.ts'
import { DAY, MINUTE, now, SECOND, toInstant } from '../lib/clock.ts'
import { Problem } from '../lib/errors.ts'
import { describeError, log } from '../lib/log.ts'
import { send } from '../queue/send.ts'
import { store } from '../store/index.ts'
import type {
  Answer,
  Command,
  MarkCommand,
  PlaceCommand,
  RecordCommand,
  Reference,
  RequestKey,
  ShipCommand,
} from './commands.ts'
import { UNCHANGED } from './commands.ts'
import { FreshLinks } from './fresh-links.ts'
import type { StoredOrder } from './kept.ts'
import { KeptOrder } from './kept.ts'
import { ERASE_EVERY, forgetAt, TOMBSTONE_FOR } from './lifetime.ts'
import { hasCreated, isRepeat, mark, place, record, remember, revoke, ship } from './order.ts'
import { project } from './projection.ts'
import { gone, needed, orderGone, outcomeOf, refusal } from './refuse.ts'
import { unasked } from './shipment.ts'
import type { OrderState } from './state.ts'
import { upgrade } from './state.ts'

/** Kept under `erased` in place of `order`: no trace of a person. */
interface Erased {
  readonly at: number
  readonly reference: Reference
}

/** The alarm writes the projection this long after placing; the caller has usually done so already. */
const PROJECT_AFTER = 20 * SECOND
const MAX_ALARM_DELAY = 15 * MINUTE

export class OrderObject extends DurableObject<Env> {
  readonly #freshLinks = new FreshLinks(this.ctx.storage.kv)
  #kept: KeptOrder | undefined
  #alarmFailures = 0

  /** Creates the order or replaces what the shop said of it. */
  place(command: PlaceCommand): Promise<Answer> {
    return this.#byShop(command, (state) =>
      place(state, {
        id: command.id,
        merchant: command.merchant,
        placed: command.placed,
        at: command.at,
        ...(command.shipments && { shipments: command.shipments }),
      }),
    )
  }

  ship(command: ShipCommand): Promise<Answer> {
    return this.#byShop(command, (state) => ship(needed(state), command.shipments, command.at))
  }

  mark(command: MarkCommand): Promise<Answer> {
    return this.#byShop(command, (state) => mark(needed(state), command.milestones, command.at))
  }

  /** Makes every link with a grant given so far show progress only. */
  revoke(command: Command): Promise<Answer> {
    return this.#byShop(command, (state) => revoke(needed(state), command.at))
  }

  /** Records looks at carriers; the same look twice is one effect. */
  record(command: RecordCommand): Promise<Answer> {
    return this.#change(command, undefined, (state) =>
      command.looks.reduce(
        (next, { shipment, look }) => record(next, shipment, look),
        needed(state),
      ),
    )
  }

  /** The projection as it stands, for repairs of the record; an erased order is taken out of it again. */
  async reproject(reference: Reference): Promise<Answer> {
    await this.#finishErasing()
    return this.#change(reference, undefined, needed)
  }

  /**
   * The state as JSON, UNCHANGED where it is still at `known`, or null where there is none: never
   * placed, erased, or another merchant's. `reference` null: whoever asks does not know the merchant,
   * and an object that let itself go cannot answer. Nothing is written for a view.
   */
  async view(reference: Reference | null, known: number | null = null): Promise<string | null> {
    const kept = await this.#load(reference).catch(orderGone)
    if (!kept || (reference && kept.stored.merchant !== reference.merchant)) return null
    return kept.stored.version === known ? UNCHANGED : kept.stored.state
  }

  /** Forgets the order for good. False where there was none. Safe to repeat. */
  async erase(reference: Reference): Promise<boolean> {
    const erased = this.ctx.storage.kv.get<Erased>('erased')
    if (erased && erased.reference.merchant !== reference.merchant) return false
    if (!erased) {
      const kept = await this.#load(reference).catch(orderGone)
      if (kept?.stored.merchant !== reference.merchant) return false
      this.ctx.storage.kv.put('erased', { at: now(), reference } satisfies Erased)
      await this.ctx.storage.setAlarm(now() + PROJECT_AFTER)
    }
    await this.#finishErasing()
    return true
  }

  /** Whether this is a new request for a fresh link: not where there is no order, or one was made a moment ago. */
  async askFreshLink(reference: Reference, request: string): Promise<boolean> {
    const kept = await this.#load(reference).catch(orderGone)
    if (kept?.stored.merchant !== reference.merchant) return false
    if (!this.#freshLinks.ask(request, now())) return false
    // An object that had let itself go does so again.
    if (forgetAt(kept.state) !== null && (await this.#armed()) === null)
      await this.ctx.storage.setAlarm(now() + DAY)
    return true
  }

  dropFreshLink(request: string): void {
    this.#freshLinks.drop(request)
  }

  claimFreshLink(request: string): boolean {
    return this.#freshLinks.claim(request)
  }

  releaseFreshLink(request: string): void {
    this.#freshLinks.release(request)
  }

  /** Writes the projection, has new numbers looked at, finishes an erasure, lets go of an order long over. Errors re-arm it: it never runs out of tries. */
  override async alarm(): Promise<void> {
    try {
      await this.#due()
      this.#alarmFailures = 0
    } catch (error) {
      this.#alarmFailures += 1
      log('error', 'order_alarm_failed', {
        order: this.ctx.id.name ?? null,
        error: describeError(error),
      })
      const delay = Math.min(MAX_ALARM_DELAY, SECOND * 2 ** this.#alarmFailures)
      await this.ctx.storage.setAlarm(now() + delay)
    }
  }

  async #due(): Promise<void> {
    const erased = this.ctx.storage.kv.get<Erased>('erased')
    if (erased) {
      await this.#finishErasing()
      return now() < erased.at + TOMBSTONE_FOR ? undefined : this.#letGo()
    }
    const kept = this.#read()
    if (!kept) return this.#letGo()
    await this.#record(kept).write([this.#projection(kept.state)])
    await this.#lookFirst(kept)
    const armed = await this.#armed()
    const end = forgetAt(kept.state)
    // What changed or erased the order meanwhile has armed the alarm for itself.
    if (end === null || this.#kept !== kept) return
    if (now() >= end) return this.#letGo()
    await this.ctx.storage.setAlarm(Math.min(end, armed ?? end))
  }

  /** New numbers are asked about at once, and subscribed to: their turn may be hours away. */
  async #lookFirst({ state, stored: { merchant, shard } }: KeptOrder): Promise<void> {
    const looks = unasked(state.shipments).map(({ carrier, tracking_number: number }) => {
      return { v: 1, kind: 'look', merchant, shard, carrier, number } as const
    })
    await send(this.env.POLLS, looks)
  }

  async #finishErasing(): Promise<void> {
    const erased = this.ctx.storage.kv.get<Erased>('erased')
    if (!erased) return
    const { merchant, shard, id } = erased.reference
    const legs = this.#read()?.state.shipments.flatMap((shipment) => shipment.legs) ?? []
    const numbers = legs.map((leg) => leg.tracking_number)
    await store.for(this.env, { id: merchant, shard }).erase(id, toInstant(erased.at), numbers)
    this.ctx.storage.kv.delete('order')
    this.#freshLinks.forget()
    this.#kept = undefined
    await this.ctx.storage.setAlarm(Math.min(erased.at + TOMBSTONE_FOR, now() + ERASE_EVERY))
  }

  async #letGo(): Promise<void> {
    this.#kept = undefined
    await this.ctx.storage.deleteAll()
  }

  /** What the shop says is projected by its caller, who is the only one: the alarm stands in for it. */
  #byShop(command: Command, change: (state: OrderState | null) => OrderState): Promise<Answer> {
    return this.#change(command, command.request, change, () => now() + PROJECT_AFTER)
  }

  async #change(
    reference: Reference,
    request: RequestKey | undefined,
    change: (state: OrderState | null) => OrderState,
    projectAt: () => number | null = () => null,
  ): Promise<Answer> {
    try {
      const armed = await this.#armed()
      const before = (await this.#load(reference))?.state ?? null
      if (before && before.merchant !== reference.merchant) throw new Problem('order_not_found')
      if (request && before && isRepeat(before, request)) {
        return this.#answer(hasCreated(before, request) ? 'created' : 'unchanged', before)
      }
      const changed = change(before)
      const seen = { at: now(), ...(!before && ({ created: true } as const)) }
      const next = request ? remember(changed, { ...request, ...seen }) : changed
      if (next !== before) {
        const wanted = [armed, projectAt(), forgetAt(next)].filter((at) => at !== null)
        this.#keep(KeptOrder.of(next, reference.shard), armed, Math.min(...wanted))
      }
      return this.#answer(outcomeOf(before, changed), next)
    } catch (error) {
      return refusal(error)
    }
  }

  #answer(outcome: 'created' | 'changed' | 'unchanged', state: OrderState): Answer {
    return { outcome, refusal: null, projection: this.#projection(state) }
  }

  #projection(state: OrderState): string {
    return JSON.stringify(project(state, config(this.env).wheelUnit))
  }

  #record({ stored: { merchant, shard } }: KeptOrder) {
    return store.for(this.env, { id: merchant, shard })
  }

  /** State and alarm in one turn, so that neither is kept without the other. */
  #keep(kept: KeptOrder, armed: number | null, alarmAt: number): void {
    this.ctx.storage.kv.put('order', kept.stored)
    this.#kept = kept
    if (Number.isFinite(alarmAt) && alarmAt !== armed) void this.ctx.storage.setAlarm(alarmAt)
  }

  /** When the alarm will fire; one that should have fired a while ago is as good as none. */
  async #armed(): Promise<number | null> {
    const at = await this.ctx.storage.getAlarm()
    return at !== null && at > now() - MINUTE ? at : null
  }

  #read(): KeptOrder | undefined {
    if (this.#kept) return this.#kept
    const stored = this.ctx.storage.kv.get<StoredOrder>('order')
    if (stored) this.#kept = KeptOrder.from(stored)
    return this.#kept
  }

  /** The order from memory, storage or the record. Throws Problem `order_erased`. */
  async #load(reference: Reference | null): Promise<KeptOrder | null> {
    const erased = this.ctx.storage.kv.get<Erased>('erased')
    if (erased) throw gone(erased.reference, reference)
    const kept = this.#read()
    if (kept || !reference) return kept ?? null
    return this.#rebuild(reference)
  }

  /** An object without state may have let itself go: the record knows. Nobody else gets in meanwhile. */
  async #rebuild(reference: Reference): Promise<KeptOrder | null> {
    const orders = store.for(this.env, { id: reference.merchant, shard: reference.shard })
    const read = await this.ctx.blockConcurrencyWhile(() =>
      Promise.all([orders.snapshot(reference.id), orders.isErased(reference.id)]).catch(
        (error: unknown) => ({ error }),
      ),
    )
    if (!Array.isArray(read)) throw read.error
    const [snapshot, erased] = read
    if (erased) throw new Problem('order_erased')
    if (snapshot === null || this.#kept) return this.#kept ?? null
    const state = upgrade(JSON.parse(snapshot) as OrderState)
    this.#kept = KeptOrder.of(state, reference.shard)
    return this.#kept
  }
}
