/**
 * Numbers that came without a carrier. Who may know them is asked one after the other, the likeliest
 * first, each by a message to its own account; the order remembers who knew, and only that one is
 * asked from then on. Where nobody knows a number all are asked again at its next turn.
 */
import { NO_CARRIER } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import type { OrderState } from '../order/state.ts'
import { upgrade } from '../order/state.ts'
import { withOrder } from '../order/stub.ts'
import type { Effect } from '../queue/consume.ts'
import type { PollMessage, PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { whomToAsk } from './candidates.ts'
import type { OrderLooks } from './record.ts'
import { recordAll } from './record.ts'

/** Sends each parcel to the first who may know it; says of the others that nobody can be asked. */
export async function seek(
  message: PollMessage,
  merchant: MerchantConfiguration,
  env: Env,
): Promise<readonly Effect[]> {
  const parcels = await Promise.all(
    message.parcels.map(async (parcel) => ({
      ...parcel,
      next: [...(await candidatesOf(parcel, message, merchant, env))],
    })),
  )
  await askNext(message, parcels, env)
  const { effects } = await recordAll(env, message, unaskable(parcels))
  return effects
}

async function candidatesOf(
  parcel: PollParcel,
  { account, shard }: PollMessage,
  merchant: MerchantConfiguration,
  env: Env,
): Promise<readonly string[]> {
  const [target] = parcel.targets
  const reference = target && { id: target.order, merchant: merchant.id, shard }
  const destination = reference ? await destinationOf(reference, env) : null
  return whomToAsk(parcel.number, merchant, account, destination)
}

/** Who delivers there may know the number too, and comes earlier. null: not known. */
async function destinationOf(
  reference: { readonly id: string; readonly merchant: string; readonly shard: string },
  env: Env,
): Promise<string | null> {
  try {
    const view = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
      stub.view(reference),
    )
    if (view === null) return null
    return upgrade(JSON.parse(view) as OrderState).placed.delivery.address?.country ?? null
  } catch (error) {
    log('warn', 'destination_unknown', { order: reference.id, error: describeError(error) })
    return null
  }
}

/** One message to each carrier whose turn it is: the first of a parcel's `next`. */
export async function askNext(
  from: PollMessage,
  parcels: readonly PollParcel[],
  env: Env,
): Promise<void> {
  const { v, kind, merchant, shard, account } = from
  const early = { v, kind, merchant, shard, account, minute: null, parts: 1, part: 0 }
  const byCarrier = Map.groupBy(parcels, ({ next = [] }) => next[0])
  const messages = [...byCarrier].flatMap(([carrier, asked]) => {
    const later = asked.map((parcel) => ({ ...parcel, next: parcel.next?.slice(1) ?? [] }))
    return carrier === undefined ? [] : [{ ...early, carrier, parcels: later }]
  })
  await send(env.POLLS, messages)
}

const UNASKABLE = 'unaskable'

/** Nobody's word: it does not count where somebody knows the number by now. */
const NOBODY = {
  carrier: NO_CARRIER,
  mapVersion: 0,
  digest: UNASKABLE,
  result: { problem: UNASKABLE },
} as const

function unaskable(parcels: readonly PollParcel[]): OrderLooks[] {
  const at = now()
  return parcels.flatMap((parcel) =>
    parcel.targets
      .filter(({ digest }) => parcel.next?.length === 0 && digest !== UNASKABLE)
      .map(({ order, shipment, leg }) => ({
        order,
        parcel,
        looks: [{ shipment, look: { ...NOBODY, at, leg } }],
      })),
  )
}
