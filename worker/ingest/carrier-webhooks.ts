/**
 * `/hooks/{carrier}/{account}`: carriers push scans. The call is checked over its raw bytes, read,
 * put on the belt, answered; all else happens behind. An isolate that knows the account waits for
 * the belt alone.
 */
import { Hono } from 'hono'
import type { Carrier, Push, Reading } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { Problem } from '../lib/errors.ts'
import { HttpFailure, readBytes } from '../lib/http.ts'
import { log } from '../lib/log.ts'
import { count } from '../lib/metrics.ts'
import { send } from '../queue/send.ts'
import { openCredentials } from '../store/accounts.ts'
import { findAccount, findMerchant } from '../store/configuration.ts'
import { onError } from './respond.ts'

const MAX_BYTES = 500_000

export const carrierWebhooks = new Hono<{ Bindings: Env }>()
carrierWebhooks.onError(onError)

carrierWebhooks.post('/:carrier/:account', async (context) => {
  const { env } = context
  const { carrier: name, account: id } = context.req.param()
  const carrier = findCarrier(name)
  const account = carrier?.verifyPush ? await findAccount(env, id) : null
  const merchant = account && (await findMerchant(env, account.merchant))
  if (!carrier?.verifyPush || account?.carrier !== name || !merchant) throw new Problem('not_found')
  const push = {
    headers: new Headers(context.req.raw.headers),
    query: new URL(context.req.url).searchParams,
    body: await raw(context.req.raw),
    at: now(),
  }
  const credentials = await openCredentials(config(env).credentialKeys, account)
  if (!(await carrier.verifyPush(push, credentials))) {
    count(env, 'hooks', { carrier: name, outcome: 'refused' })
    throw new Problem('unauthorized', 'The call is not signed as the account says')
  }
  const reading = readSafely(carrier, push, context.req.header('content-type') ?? null)
  const message = {
    v: 1,
    kind: 'scans',
    merchant: merchant.id,
    shard: merchant.shard,
    carrier: name,
    account: id,
    map_version: carrier.mapVersion,
    at: push.at,
  } as const
  await send(
    env.SCANS,
    reading.reports.map((report) => ({ ...message, report })),
  )
  count(env, 'hooks', { carrier: name, outcome: reading.problems.length > 0 ? 'unread' : 'taken' })
  return context.body(null, 200)
})

/**
 * A verified call that cannot be read will not read better when repeated, and carriers end a
 * subscription that is refused: it is taken and counted, and the day's check finds what it said.
 */
function readSafely(carrier: Carrier, push: Push, contentType: string | null): Reading {
  try {
    return carrier.read({ contentType, body: new TextDecoder().decode(push.body) })
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error
    log('warn', 'push_unread', { carrier: carrier.id, error: error.message })
    return { reports: [], problems: [error.problem] }
  }
}

async function raw(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBytes(request, MAX_BYTES)
  } catch (error) {
    if (error instanceof HttpFailure) throw new Problem('body_too_large')
    throw error
  }
}
