/**
 * A message's parcels looked at: carrier → object → projection. An answer that says the same as the
 * last one recorded wakes no object; the digest in D1 moves only with the projection, so whatever is
 * lost on the way is healed by the next look.
 */
import type { Report } from '../../schema/report.ts'
import { NO_CARRIER } from '../../schema/vocabulary.ts'
import { findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { canonicalJson, fingerprint } from '../lib/bytes.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import type { Look } from '../order/shipment.ts'
import type { Effect } from '../queue/consume.ts'
import type { MessageOf, PollMessage, PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { findMerchant } from '../store/configuration.ts'
import { store } from '../store/index.ts'
import type { Tracked } from '../store/shipments.ts'
import type { Left } from './again.ts'
import { againAfter } from './again.ts'
import type { Asked, HeldLease, Said } from './ask.ts'
import { ask } from './ask.ts'
import { isLook } from './budget.ts'
import { sift } from './candidates.ts'
import type { OrderLooks } from './record.ts'
import { recordAll, recordLooks } from './record.ts'
import { askNext, seek } from './seek.ts'
import type { Way } from './stub.ts'
import { accountStub, wayTo } from './stub.ts'
import { afterAsking, beforeAsking, subscribe } from './subscribe.ts'
import { unmappedIn } from './unmapped.ts'

export async function poll(message: PollMessage, env: Env): Promise<readonly Effect[]> {
  const merchant = await findMerchant(env, message.merchant)
  if (merchant && message.carrier === NO_CARRIER) return seek(message, merchant, env)
  const way = merchant && wayTo(merchant, message.carrier, message.account)
  const carrier = way && findCarrier(way.carrier)
  if (!carrier) return []
  const { account } = way
  const courier = carrier.couriers && carrier.id !== message.carrier ? message.carrier : null
  const reference = { merchant: message.merchant, account, carrier: carrier.id }
  using lease = await accountStub(env, message.merchant, account).open(reference, message.minute)
  const held: HeldLease = lease
  const at = now()
  const origin = config(env).carrierOrigins[carrier.id] ?? null
  const { due, skipped } = await shared(message, held)
  const subscribing = { carrier, way, courier }
  await subscribe(env, subscribing, beforeAsking(carrier, due), held)
  const asked = await ask(carrier, origin, due, held, courier)
  const { answers, left: unanswered, onward } = sift(asked)
  const news = await looksOf({ carrier: message.carrier, map: carrier.mapVersion }, answers, at)
  await tellUnmapped(env, { merchant: merchant.id, way }, reportsIn(news))
  const { effects, failed } = await recordAll(env, message, news)
  await subscribe(env, subscribing, afterAsking(carrier, answers), held)
  for (const [outcome, parcels] of asked.outcomes) {
    count(env, 'polls', { carrier: carrier.id, merchant: message.merchant, outcome }, parcels)
  }
  await askNext(message, onward, env)
  const left = [...unanswered, ...failed]
  if (left.length + skipped === 0 && message.minute !== null) {
    await held.finished(message.minute, message.part, message.parts)
  }
  await sendBack(env, message, left, { retryIn: asked.retryIn, isAway: failed.length > 0 })
  return effects
}

/** Of a day that is too short for all turns of the wheel each parcel has its share; who watches is let in. */
async function shared(
  { minute, parcels }: PollMessage,
  lease: HeldLease,
): Promise<{ due: readonly PollParcel[]; skipped: number }> {
  const every = minute === null ? 1 : await lease.every()
  const due = parcels.filter(({ cadence }) => minute === null || isLook(minute, cadence, every))
  return { due, skipped: parcels.length - due.length }
}

/** One smaller message with what is left, after a wait; what has no wait comes round by itself. */
async function sendBack(
  env: Env,
  message: PollMessage,
  parcels: readonly PollParcel[],
  left: Left,
): Promise<void> {
  const tries = (message.tries ?? 0) + 1
  const delay = againAfter(left, tries)
  if (parcels.length === 0 || delay === null) return
  await send(env.POLLS, [{ ...message, parcels: [...parcels], tries }], delay)
}

/** Whose parcels were looked at, and by which version of the map they were read. */
interface Source {
  readonly carrier: string
  readonly map: number
}

/** What is new, by order. */
async function looksOf(
  source: Source,
  answers: Asked['answers'],
  at: number,
): Promise<OrderLooks[]> {
  const byOrder = new Map<string, OrderLooks>()
  for (const { parcel, said } of answers) {
    const digest = await digestOf(said, source.map)
    for (const target of parcel.targets) {
      // While nobody knows a number no account's turns say when it was looked at: the order does.
      if (target.digest === digest && !parcel.next) continue
      const known = byOrder.get(target.order) ?? { order: target.order, parcel, looks: [] }
      byOrder.set(target.order, known)
      known.looks.push({
        shipment: target.shipment,
        look: lookFrom(said, target.leg, at, digest, source),
      })
    }
  }
  return [...byOrder.values()]
}

/** Codes no table knows, counted and kept with the account, so that the map can be mended. Losing this is harmless. */
async function tellUnmapped(
  env: Env,
  { merchant, way }: { readonly merchant: string; readonly way: Way },
  reports: readonly Report[],
): Promise<void> {
  for (const { tracking_number, scans } of reports) {
    const unmapped = unmappedIn(scans)
    for (const code of new Set(unmapped.map((scan) => scan.code ?? 'none'))) {
      count(env, 'unmapped', { carrier: way.carrier, code })
    }
    if (unmapped.length === 0) continue
    await accountStub(env, merchant, way.account)
      .sawUnmapped(tracking_number, unmapped)
      .catch((error: unknown) =>
        log('warn', 'unmapped_lost', { ...way, error: describeError(error) }),
      )
  }
}

const reportsIn = (news: readonly OrderLooks[]): Report[] =>
  news
    .flatMap(({ looks }) => looks.slice(0, 1))
    .flatMap(({ look }) => ('report' in look.result ? [look.result.report] : []))

function lookFrom(
  said: Said,
  leg: number,
  at: number,
  digest: string | null,
  { carrier, map }: Source,
): Look {
  const result = 'report' in said ? { report: said.report } : { problem: said.problem.code }
  return { leg, carrier, at, digest, mapVersion: map, result }
}

/** Of what is said and the map it was read with; the order of scans in an answer says nothing. */
export function digestOf(said: Said, mapVersion: number): Promise<string> {
  if ('problem' in said) return Promise.resolve(`${said.problem.code}/${mapVersion}`)
  const scans = said.report.scans.map(canonicalJson).sort()
  return fingerprint(canonicalJson({ mapVersion, ...said.report, scans }))
}

/** What a carrier pushed, recorded for every order that has the number. Throws where an object did not answer. */
export async function recordPush(
  message: MessageOf<'scans'>,
  env: Env,
): Promise<readonly Effect[]> {
  const merchant = await findMerchant(env, message.merchant)
  if (!merchant || !findCarrier(message.carrier)) return []
  const waiting = await store
    .for(env, { id: message.merchant, shard: message.shard })
    .byNumber(message.report.tracking_number)
  const effects = await Promise.all(
    waiting.filter(isOf(message, merchant)).map(({ order_id, shipment, leg, carrier }) => {
      const source = { carrier: carrier || message.carrier, map: message.map_version }
      const look = lookFrom({ report: message.report }, leg, message.at, null, source)
      const reference = { id: order_id, merchant: message.merchant, shard: message.shard }
      return recordLooks(env, reference, [{ shipment, look }])
    }),
  )
  const way = { account: message.account ?? '', carrier: message.carrier }
  if (way.account) await tellUnmapped(env, { merchant: merchant.id, way }, [message.report])
  return effects.flat()
}

/** Whether who pushed speaks of this parcel: its carrier, the account it is asked about by, or nobody known yet. */
const isOf =
  (pushed: MessageOf<'scans'>, merchant: MerchantConfiguration) =>
  ({ carrier, account }: Tracked): boolean =>
    carrier === NO_CARRIER ||
    carrier === pushed.carrier ||
    (pushed.account !== undefined && wayTo(merchant, carrier, account)?.account === pushed.account)

/** Looks at one number now, for every order that has it. */
export async function lookNow(message: MessageOf<'look'>, env: Env): Promise<readonly Effect[]> {
  const { merchant, shard, carrier, number } = message
  const known = await store.for(env, { id: merchant, shard }).byNumber(number)
  const waiting = known.filter((row) => row.carrier === carrier || row.carrier === NO_CARRIER)
  const [first] = waiting
  if (!first) return []
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
