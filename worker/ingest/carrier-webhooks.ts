/**
 * `/hooks/{carrier}/{account}`: carriers push scans. The call is checked over its raw bytes, read,
 * put on the belt, answered; all else happens behind.
 */
import { Hono } from 'hono'
import type { Reading } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { findCarrier } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { Problem } from '../lib/errors.ts'
import { HttpFailure, readBytes } from '../lib/http.ts'
import { count } from '../lib/metrics.ts'
import { send } from '../queue/send.ts'
import { accountOwner, openCredentials, readAccount } from '../store/accounts.ts'
import { findMerchant } from '../store/configuration.ts'
import { onError } from './respond.ts'

const MAX_BYTES = 500_000

export const carrierWebhooks = new Hono<{ Bindings: Env }>()
carrierWebhooks.onError(onError)

carrierWebhooks.post('/:carrier/:account', async (context) => {
  const { env } = context
  const { carrier: name, account: id } = context.req.param()
  const carrier = findCarrier(name)
  const merchant = await accountOwner(env.DB, id)
  const account = merchant === null ? null : await readAccount(env.DB, merchant, id)
  if (!carrier?.verifyPush || !account || account.carrier !== name) throw new Problem('not_found')
  const body = await raw(context.req.raw)
  const credentials = await openCredentials(config(env).credentialKeys, account)
  const push = {
    headers: new Headers(context.req.raw.headers),
    query: new URL(context.req.url).searchParams,
    body,
    at: now(),
  }
  if (!(await carrier.verifyPush(push, credentials))) {
    count(env, 'hooks', { carrier: name, outcome: 'refused' })
    throw new Problem('unauthorized', 'The call is not signed as the account says')
  }
  const configuration = await findMerchant(env, account.merchant)
  if (!configuration) throw new Problem('not_found')
  const contentType = context.req.header('content-type') ?? null
  const reading = read(() => carrier.read({ contentType, body: new TextDecoder().decode(body) }))
  const message = {
    v: 1,
    kind: 'scans',
    merchant: account.merchant,
    shard: configuration.shard,
    carrier: name,
    map_version: carrier.mapVersion,
    at: push.at,
  } as const
  await send(
    env.SCANS,
    reading.reports.map((report) => ({ ...message, report })),
  )
  count(env, 'hooks', { carrier: name, outcome: 'taken' })
  return context.body(null, 200)
})

async function raw(request: Request): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return await readBytes(request, MAX_BYTES)
  } catch (error) {
    if (error instanceof HttpFailure) throw new Problem('body_too_large')
    throw error
  }
}

/** A verified call that cannot be read will not read better when repeated: refused for good. */
function read(reading: () => Reading): Reading {
  try {
    return reading()
  } catch (error) {
    if (error instanceof CarrierError) throw new Problem('invalid_body', error.message)
    throw error
  }
}
