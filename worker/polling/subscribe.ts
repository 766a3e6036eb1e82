/**
 * Parcels subscribed to, so that their carrier pushes what happens to them. It happens by itself when a
 * parcel is asked about for the first time, and again after news that was pushed: carriers end
 * subscriptions after a while, and asking twice is harmless.
 */
import type { Carrier } from '../carriers/contract.ts'
import { config } from '../config.ts'
import { count } from '../lib/metrics.ts'
import type { PollParcel } from '../queue/messages.ts'
import type { Asked, HeldLease } from './ask.ts'
import { aside, ask, beforehand } from './ask.ts'
import type { Way } from './stub.ts'

export interface Subscribing {
  readonly carrier: Carrier
  readonly way: Way
  /** Who carries the parcels, where an aggregator is asked */
  readonly courier: string | null
}

/**
 * Within the account's budget, like any request; what fails is tried again with the next look. A
 * carrier is subscribed to once it has answered, so that it costs none of the probes of one that does
 * not; an aggregator before it is asked.
 */
export async function subscribe(
  env: Env,
  { carrier, way, courier }: Subscribing,
  parcels: readonly PollParcel[],
  lease: HeldLease,
): Promise<void> {
  const { subscribe: asked, limits } = carrier
  if (!asked || parcels.length === 0 || !(await canSubscribe(carrier, lease))) return
  const { defaultOrigin, carrierOrigins } = config(env)
  const callback = `${defaultOrigin.origin}/hooks/${way.carrier}/${way.account}`
  const subscriber: Carrier = {
    ...carrier,
    // A refusal is of the subscription, not of the token.
    authenticate: null,
    limits: { ...limits, batch: limits.subscribe ?? limits.batch },
    track: (numbers, access) => asked(numbers, access, callback),
  }
  const origin = carrierOrigins[carrier.id] ?? null
  const held = carrier.couriers ? beforehand(lease) : aside(lease)
  const { outcomes } = await ask(subscriber, origin, parcels, held, courier)
  for (const [outcome, number] of outcomes) {
    count(env, 'subscriptions', { carrier: carrier.id, outcome }, number)
  }
}

async function canSubscribe(carrier: Carrier, lease: HeldLease): Promise<boolean> {
  const opened = await lease.access()
  return 'access' in opened && carrier.canSubscribe(opened.access.credentials)
}

const isNew = ({ targets }: PollParcel): boolean => targets.some(({ digest }) => digest === '')

/** An aggregator knows only what it was told of. */
export const beforeAsking = (carrier: Carrier, parcels: readonly PollParcel[]): PollParcel[] =>
  carrier.couriers ? parcels.filter(isNew) : []

/** Numbers that were answered for; one that may be another carrier's only where this one knows it. */
export const afterAsking = (carrier: Carrier, answers: Asked['answers']): PollParcel[] =>
  carrier.couriers
    ? []
    : answers
        .filter(({ parcel, said }) => isNew(parcel) && (!parcel.next || 'report' in said))
        .map(({ parcel }) => parcel)
