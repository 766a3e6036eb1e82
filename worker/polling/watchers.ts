/** Sends the early looks of one account to the belt: at once, or with the object's next alarm. */
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import type { PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import type { EarlyTenant, Remembered } from './early.ts'
import { EarlyLooks } from './early.ts'

export class Watchers {
  readonly #env: Env
  readonly #storage: DurableObjectStorage
  #early: EarlyLooks | undefined
  #isWaiting = false

  constructor(env: Env, storage: DurableObjectStorage) {
    this.#env = env
    this.#storage = storage
  }

  /** Whether the parcel will be looked at. Throws QueueError. */
  async ask(tenant: EarlyTenant, parcel: PollParcel): Promise<boolean> {
    const at = now()
    if (!this.#looks.add(tenant, parcel, at)) return false
    const isAlone = !this.#isWaiting
    this.#isWaiting = true
    const wait = this.#looks.waitFor(at)
    if (wait === 0) await this.#send()
    else if (isAlone) await this.#storage.setAlarm(at + wait)
    return true
  }

  /** Sends those that wait; what the belt does not take is lost. */
  async flush(): Promise<void> {
    if (!this.#isWaiting) return
    await this.#send().catch((error: unknown) =>
      log('warn', 'early_looks_lost', { error: describeError(error) }),
    )
  }

  async #send(): Promise<void> {
    const at = now()
    this.#isWaiting = false
    const messages = this.#looks.take(at)
    this.#storage.kv.put('early', this.#looks.remembered(at))
    const early = { v: 1, kind: 'poll', minute: null, parts: 1, part: 0 } as const
    await send(
      this.#env.POLLS,
      messages.map(({ tenant, parcels }) => ({ ...early, ...tenant, parcels: [...parcels] })),
    )
  }

  get #looks(): EarlyLooks {
    const kept = () => this.#storage.kv.get<Remembered>('early')
    this.#early ??= new EarlyLooks(config(this.#env).wheelUnit, kept())
    return this.#early
  }
}
