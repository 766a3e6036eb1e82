/** What was seen at a carrier, told to the orders that wait for it. */
import { config } from '../config.ts'
import { describeError, log } from '../lib/log.ts'
import type { RecordCommand } from '../order/commands.ts'
import { withOrder } from '../order/stub.ts'
import type { Effect } from '../queue/consume.ts'
import type { PollParcel } from '../queue/messages.ts'

export interface OrderLooks {
  readonly order: string
  readonly parcel: PollParcel
  readonly looks: RecordCommand['looks'][number][]
}

interface Tenant {
  readonly merchant: string
  readonly shard: string
}

/** Each order's object once; an object that does not answer leaves its parcel for later, and the others go on. */
export async function recordAll(
  env: Env,
  { merchant, shard }: Tenant,
  orders: readonly OrderLooks[],
): Promise<{ effects: Effect[]; failed: PollParcel[] }> {
  const failed: PollParcel[] = []
  const effects = await Promise.all(
    orders.map(async ({ order, parcel, looks }) => {
      try {
        return await recordLooks(env, { merchant, shard, id: order }, looks)
      } catch (error) {
        log('warn', 'record_failed', { order, error: describeError(error) })
        failed.push(parcel)
        return []
      }
    }),
  )
  return { effects: effects.flat(), failed }
}

export async function recordLooks(
  env: Env,
  reference: Tenant & { readonly id: string },
  looks: RecordCommand['looks'],
): Promise<Effect[]> {
  const answer = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
    stub.record({ ...reference, looks }),
  )
  // An order that was erased or never came to be: nobody's news.
  if (answer.outcome === 'refused') return []
  return [{ shard: reference.shard, projection: answer.projection }]
}
