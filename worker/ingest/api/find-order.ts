/** From an order's number to its object, and from the object's answer to the record. */
import type { Context } from 'hono'
import { config } from '../../config.ts'
import { now } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { orderId, orderIds } from '../../lib/id.ts'
import { describeError, log } from '../../lib/log.ts'
import type { Answer, Command, Reference } from '../../order/commands.ts'
import type { OrderState } from '../../order/state.ts'
import { upgrade } from '../../order/state.ts'
import type { OrderStub, Placed } from '../../order/stub.ts'
import { accepted, withOrder } from '../../order/stub.ts'
import type { MerchantConfiguration } from '../../store/configuration.ts'
import { store } from '../../store/index.ts'
import type { Api } from './access.ts'
import { requestKey } from './access.ts'
import { showOrder } from './show-order.ts'

/** Every place an order of this number may be: under each key version, oldest first. */
export async function references(
  env: Env,
  merchant: MerchantConfiguration,
  number: string,
): Promise<Reference[]> {
  const ids = await orderIds(config(env).linkKeys, merchant.jurisdiction, merchant.id, number)
  return ids.map((id) => ({ id, merchant: merchant.id, shard: merchant.shard }))
}

/** Where to place an order: where it already is, else under the newest key. */
export async function newReference(
  env: Env,
  merchant: MerchantConfiguration,
  number: string,
): Promise<Reference> {
  const { linkKeys } = config(env)
  const known = linkKeys.versions.length > 1 ? await lookFor(env, merchant, number) : null
  const id = known?.id ?? (await orderId(linkKeys, merchant.jurisdiction, merchant.id, number))
  return { id, merchant: merchant.id, shard: merchant.shard }
}

async function lookFor(
  env: Env,
  merchant: MerchantConfiguration,
  number: string,
): Promise<OrderState | null> {
  for (const reference of await references(env, merchant, number)) {
    const state = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
      stub.view(reference),
    )
    if (state) return upgrade(JSON.parse(state) as OrderState)
  }
  return null
}

/** Throws Problem `order_not_found`. */
export async function findOrder(
  env: Env,
  merchant: MerchantConfiguration,
  number: string,
): Promise<OrderState> {
  const state = await lookFor(env, merchant, number)
  if (!state) throw new Problem('order_not_found')
  return state
}

/**
 * One change to a known order: the object, then the record, then the order as it now stands.
 * `asked` is what the Idempotency-Key stands for.
 */
export async function changeOrder(
  context: Context<Api, '/:number/:what'>,
  asked: readonly string[],
  call: (stub: OrderStub, command: Command) => Promise<Answer>,
): Promise<Response> {
  const { env } = context
  const merchant = context.get('merchant')
  const number = context.req.param('number')
  const request = await requestKey(context.req.header('idempotency-key'), ...asked)
  for (const reference of await references(env, merchant, number)) {
    const command = { ...reference, at: now(), request }
    const answer = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
      call(stub, command),
    )
    if (answer.refusal === 'order_not_found') continue
    const { state } = await written(env, reference, answer)
    return context.json(await showOrder(env, merchant, state))
  }
  throw new Problem('order_not_found')
}

/** The object's answer, written to the record by us; where that fails the object's alarm does it. Throws its refusal as Problem. */
export async function written(env: Env, reference: Reference, answer: Answer): Promise<Placed> {
  const placed = accepted(answer)
  const record = store.for(env, { id: reference.merchant, shard: reference.shard })
  await record.write([placed.projection]).catch((error: unknown) => {
    log('warn', 'projection_left_to_alarm', { order: reference.id, error: describeError(error) })
  })
  return placed
}
