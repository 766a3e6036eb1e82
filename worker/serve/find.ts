/** An order for a page: from its object in time, else from the record, and says which. */
import { config } from '../config.ts'
import { SECOND } from '../lib/clock.ts'
import { readId } from '../lib/id.ts'
import { describeError, log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import { UNCHANGED } from '../order/commands.ts'
import type { OrderState } from '../order/state.ts'
import { upgrade } from '../order/state.ts'
import { withOrder } from '../order/stub.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { findMerchant } from '../store/configuration.ts'
import { shard, store } from '../store/index.ts'
import { readMerchant } from '../store/orders.ts'

export interface Found {
  readonly state: OrderState
  readonly merchant: MerchantConfiguration
  /** The object did not answer: this is the record's word, and no grant is honoured on it */
  readonly fromRecord: boolean
}

/** A page does not wait longer for an object */
const DEADLINE = 2 * SECOND
const MAX_KEPT = 500

/** States by id, so that a page asked for again is not sent across and parsed again. */
const kept = new Map<string, OrderState>()

/** `host`: the merchant whose hostname was asked; null on the default host. null: the one page for all that is not to be had. */
export async function findForPage(
  env: Env,
  id: string,
  host: MerchantConfiguration | null,
): Promise<Found | null> {
  if ((await readId(config(env).linkKeys, id)) === null) return null
  try {
    return await fromObject(env, id, host)
  } catch (error) {
    log('warn', 'page_from_record', { order: id, error: describeError(error) })
    count(env, 'page_from_record')
    return fromRecord(env, id, host)
  }
}

async function fromObject(
  env: Env,
  id: string,
  host: MerchantConfiguration | null,
): Promise<Found | null> {
  const state = await inTime(view(env, id, host))
  if (state) return owned(env, state, host, false)
  // On the default host an object that let itself go does not know whose it was; the record does.
  const owner = host ?? (await ownerOf(env, id))
  if (host || !owner) return null
  const rebuilt = await inTime(view(env, id, owner))
  return rebuilt && { state: rebuilt, merchant: owner, fromRecord: false }
}

async function view(
  env: Env,
  id: string,
  merchant: MerchantConfiguration | null,
): Promise<OrderState | null> {
  const reference = merchant && { id, merchant: merchant.id, shard: merchant.shard }
  const known = kept.get(id)
  const answer = await withOrder(env, config(env).linkKeys, id, (stub) =>
    stub.view(reference, known?.version ?? null),
  )
  if (answer === UNCHANGED && known) return known
  kept.delete(id)
  if (answer === null) return null
  const state = upgrade(JSON.parse(answer) as OrderState)
  kept.set(id, state)
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
  return state
}

/** The order with its merchant; another merchant's order is nobody's on this host. */
async function owned(
  env: Env,
  state: OrderState,
  host: MerchantConfiguration | null,
  isFromRecord: boolean,
): Promise<Found | null> {
  const merchant = host ?? (await findMerchant(env, state.merchant))
  if (!merchant || state.merchant !== merchant.id) return null
  return { state, merchant, fromRecord: isFromRecord }
}

async function fromRecord(
  env: Env,
  id: string,
  host: MerchantConfiguration | null,
): Promise<Found | null> {
  const merchant = host ?? (await ownerOf(env, id))
  if (!merchant) return null
  const snapshot = await store.for(env, merchant).snapshot(id)
  if (snapshot === null) return null
  return owned(env, upgrade(JSON.parse(snapshot) as OrderState), merchant, true)
}

async function ownerOf(env: Env, id: string): Promise<MerchantConfiguration | null> {
  for (const name of config(env).shards) {
    const merchant = await readMerchant(shard(env, name), id)
    if (merchant) return findMerchant(env, merchant)
  }
  return null
}

async function inTime<Result>(asked: Promise<Result>): Promise<Result> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer in ${DEADLINE} ms`)), DEADLINE)
  })
  try {
    return await Promise.race([asked, late])
  } finally {
    if (timer !== undefined) clearTimeout(timer)
  }
}
