/**
 * A message's parcels looked at: carrier → object → projection. An answer that says the same as the
 * last one recorded wakes no object; the digest in D1 moves only with the projection, so whatever is
 * lost on the way is healed by the next look.
 */
import type { Carrier } from '../carriers/contract.ts'
import { carriers, findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { canonicalJson, fingerprint } from '../lib/bytes.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import type { RecordCommand } from '../order/commands.ts'
import type { Look } from '../order/shipment.ts'
import { withOrder } from '../order/stub.ts'
import type { Effect } from '../queue/consume.ts'
import type { MessageOf, PollMessage, PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import { findMerchant } from '../store/configuration.ts'
import { store } from '../store/index.ts'
import type { Tracked } from '../store/shipments.ts'
import type { Asked, HeldLease, Said } from './ask.ts'
import { ask } from './ask.ts'
import { accountStub, whichAccount } from './stub.ts'

/** How often what a carrier left undone goes back to the queue before it waits for its next turn */
const MAX_TRIES = 3

export async function poll(message: PollMessage, env: Env): Promise<readonly Effect[]> {
  const carrier = findCarrier(message.carrier)
  const merchant = await findMerchant(env, message.merchant)
  const account = merchant && whichAccount(merchant, message.carrier, message.account)
  if (!carrier || !account) return []
  const reference = { merchant: message.merchant, account, carrier: carrier.id }
  using lease = await accountStub(env, message.merchant, account).open(reference, message.minute)
  const held: HeldLease = lease
  const at = now()
  const origin = config(env).carrierOrigins[carrier.id] ?? null
  const asked = await ask(carrier, origin, message.parcels, held)
  const news = await looksOf(carrier, asked, at)
  countUnmapped(env, carrier.id, news)
  const { effects, failed } = await recordAll(env, message, news)
  for (const [outcome, parcels] of asked.outcomes) {
    count(env, 'polls', { carrier: carrier.id, merchant: message.merchant, outcome }, parcels)
  }
  const left = [...asked.left, ...failed]
  if (left.length === 0 && message.minute !== null) {
    await held.finished(message.minute, message.part, message.parts)
  }
  await sendBack(env, message, left, failed.length > 0 ? 0 : asked.retryIn)
  return effects
}

/** One smaller message with what is left, after the wait; what has no wait comes round by itself. */
async function sendBack(
  env: Env,
  message: PollMessage,
  left: readonly PollParcel[],
  wait: number | null,
): Promise<void> {
  const tries = (message.tries ?? 0) + 1
  if (left.length === 0 || wait === null || tries > MAX_TRIES) return
  const delay = Math.min(3600, Math.ceil(wait / 1000))
  await send(env.POLLS, [{ ...message, parcels: [...left], tries }], delay)
}

interface OrderLooks {
  readonly order: string
  readonly parcel: PollParcel
  readonly looks: RecordCommand['looks'][number][]
}

/** What is new, by order. */
async function looksOf(carrier: Carrier, asked: Asked, at: number): Promise<OrderLooks[]> {
  const byOrder = new Map<string, OrderLooks>()
  for (const { parcel, said } of asked.answers) {
    const digest = await digestOf(said, carrier.mapVersion)
    for (const target of parcel.targets) {
      if (target.digest === digest) continue
      const known = byOrder.get(target.order) ?? { order: target.order, parcel, looks: [] }
      byOrder.set(target.order, known)
      known.looks.push({
        shipment: target.shipment,
        look: lookFrom(said, target.leg, at, digest, carrier),
      })
    }
  }
  return [...byOrder.values()]
}

/** Codes no table knows, so that the map can be mended. */
function countUnmapped(env: Env, carrier: string, news: readonly OrderLooks[]): void {
  for (const { look } of news.flatMap(({ looks }) => looks)) {
    const scans = 'report' in look.result ? look.result.report.scans : []
    const unmapped = scans.filter((scan) => scan.milestone === null && scan.reason === null)
    for (const code of new Set(unmapped.map((scan) => scan.code ?? 'none'))) {
      count(env, 'unmapped', { carrier, code })
    }
  }
}

function lookFrom(
  said: Said,
  leg: number,
  at: number,
  digest: string | null,
  carrier: Carrier,
): Look {
  const result = 'report' in said ? { report: said.report } : { problem: said.problem.code }
  return { leg, at, digest, mapVersion: carrier.mapVersion, result }
}

/** Of what is said and the map it was read with; the order of scans in an answer says nothing. */
export function digestOf(said: Said, mapVersion: number): Promise<string> {
  if ('problem' in said) return Promise.resolve(`${said.problem.code}/${mapVersion}`)
  const scans = said.report.scans.map(canonicalJson).sort()
  return fingerprint(canonicalJson({ mapVersion, ...said.report, scans }))
}

/** Each order's object once; an object that does not answer leaves its parcel for later, and the others go on. */
async function recordAll(
  env: Env,
  tenant: { readonly merchant: string; readonly shard: string },
  orders: readonly OrderLooks[],
): Promise<{ effects: Effect[]; failed: PollParcel[] }> {
  const failed: PollParcel[] = []
  const effects = await Promise.all(
    orders.map(async ({ order, parcel, looks }) => {
      try {
        return await recordLooks(env, { ...tenant, id: order }, looks)
      } catch (error) {
        log('warn', 'record_failed', { order, error: describeError(error) })
        failed.push(parcel)
        return []
      }
    }),
  )
  return { effects: effects.flat(), failed }
}

async function recordLooks(
  env: Env,
  reference: { readonly id: string; readonly merchant: string; readonly shard: string },
  looks: RecordCommand['looks'],
): Promise<Effect[]> {
  const answer = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
    stub.record({ ...reference, looks }),
  )
  // An order that was erased or never came to be: nobody's news.
  if (answer.outcome === 'refused') return []
  return [{ shard: reference.shard, projection: answer.projection }]
}

/** What a carrier pushed, recorded for every order that has the number. Throws where an object did not answer. */
export async function recordPush(
  message: MessageOf<'scans'>,
  env: Env,
): Promise<readonly Effect[]> {
  const carrier = findCarrier(message.carrier)
  if (!carrier) return []
  const waiting = await store
    .for(env, { id: message.merchant, shard: message.shard })
    .byNumber(message.carrier, message.report.tracking_number)
  const effects = await Promise.all(
    waiting.map(({ order_id, shipment, leg }) => {
      const look = lookFrom({ report: message.report }, leg, message.at, null, carrier)
      const reference = { id: order_id, merchant: message.merchant, shard: message.shard }
      return recordLooks(env, reference, [{ shipment, look }])
    }),
  )
  return effects.flat()
}

/** Looks at one number now, for every order that has it. */
export async function lookNow(message: MessageOf<'look'>, env: Env): Promise<readonly Effect[]> {
  const { merchant, shard, carrier, number } = message
  const waiting = await store.for(env, { id: merchant, shard }).byNumber(carrier, number)
  const [first] = waiting
  if (!first || !(carrier in carriers)) return []
  const early = { v: 1, kind: 'poll', minute: null, parts: 1, part: 0 } as const
  const parcel = { number, since: first.since, targets: waiting.map(targetOf) }
  return poll(
    { ...early, merchant, shard, carrier, account: first.account, parcels: [parcel] },
    env,
  )
}

export const targetOf = ({ order_id, shipment, leg, digest }: Tracked) => ({
  order: order_id,
  shipment,
  leg,
  digest,
})
