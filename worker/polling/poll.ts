/**
 * A message's parcels looked at: carrier → object → projection. An answer that says the same as the
 * last one recorded wakes no object; the digest in D1 moves only with the projection, so whatever is
 * lost on the way is healed by the next look.
 */
import { NO_CARRIER } from '../../schema/vocabulary.ts'
import type { Carrier } from '../carriers/contract.ts'
import { findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { canonicalJson, fingerprint } from '../lib/bytes.ts'
import { now } from '../lib/clock.ts'
import { count } from '../lib/metrics.ts'
import type { Look } from '../order/shipment.ts'
import type { Effect } from '../queue/consume.ts'
import type { MessageOf, PollMessage, PollParcel } from '../queue/messages.ts'
import { send } from '../queue/send.ts'
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
import { accountStub, whichAccount } from './stub.ts'

export async function poll(message: PollMessage, env: Env): Promise<readonly Effect[]> {
  const carrier = findCarrier(message.carrier)
  const merchant = await findMerchant(env, message.merchant)
  if (merchant && message.carrier === NO_CARRIER) return seek(message, merchant, env)
  const account = merchant && whichAccount(merchant, message.carrier, message.account)
  if (!carrier || !account) return []
  const reference = { merchant: message.merchant, account, carrier: carrier.id }
  using lease = await accountStub(env, message.merchant, account).open(reference, message.minute)
  const held: HeldLease = lease
  const at = now()
  const origin = config(env).carrierOrigins[carrier.id] ?? null
  const { due, skipped } = await shared(message, held)
  const asked = await ask(carrier, origin, due, held)
  const { answers, left: unanswered, onward } = sift(asked)
  const news = await looksOf(carrier, answers, at)
  countUnmapped(env, carrier.id, news)
  const { effects, failed } = await recordAll(env, message, news)
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

/** What is new, by order. */
async function looksOf(
  carrier: Carrier,
  answers: Asked['answers'],
  at: number,
): Promise<OrderLooks[]> {
  const byOrder = new Map<string, OrderLooks>()
  for (const { parcel, said } of answers) {
    const digest = await digestOf(said, carrier.mapVersion)
    for (const target of parcel.targets) {
      // While nobody knows a number no account's turns say when it was looked at: the order does.
      if (target.digest === digest && !parcel.next) continue
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
  return { leg, carrier: carrier.id, at, digest, mapVersion: carrier.mapVersion, result }
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
  if (!first || (carrier !== NO_CARRIER && !findCarrier(carrier))) return []
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
