/** `/operator`: what runs the platform itself does: makes merchants and keys, repairs the record, sees what died. */
import { Hono } from 'hono'
import * as z from 'zod'
import { locale, zone } from '../../schema/order-input.ts'
import { config } from '../config.ts'
import { now, toInstant } from '../lib/clock.ts'
import { Problem } from '../lib/errors.ts'
import { constantTimeEqual } from '../lib/hmac.ts'
import { JURISDICTIONS } from '../lib/id.ts'
import { withOrder } from '../order/stub.ts'
import { parseMessage } from '../queue/messages.ts'
import { QUEUES, send } from '../queue/send.ts'
import type { ConfigurationSource, MerchantConfiguration } from '../store/configuration.ts'
import {
  findMerchant,
  publishApiKey,
  publishMerchant,
  unpublishApiKey,
  unpublishHostname,
} from '../store/configuration.ts'
import { markReplayed, readDeadLetter, waitingDeadLetters } from '../store/dead-letters.ts'
import { store } from '../store/index.ts'
import {
  deleteHostname,
  otherHostnames,
  revokeApiKey,
  saveApiKey,
  saveHostnames,
  saveMerchant,
} from '../store/merchants.ts'
import { hashApiKey, newApiKey } from './api/access.ts'
import { body, needsJson, onError, query } from './respond.ts'

const merchantInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  shard: z.string().default('DB'),
  jurisdiction: z.enum(JURISDICTIONS).default('none'),
  location_hint: z
    .enum(['wnam', 'enam', 'weur', 'eeur', 'apac', 'oc', 'sam', 'afr', 'me'])
    .optional(),
  locale: locale.default('en'),
  time_zone: zone.default('UTC'),
  grant_days: z.int().min(1).max(400).default(60),
  hostnames: z
    .array(
      z.strictObject({ hostname: z.hostname().toLowerCase(), primary: z.boolean().default(false) }),
    )
    .max(20)
    .default([]),
})

const keyInput = z.strictObject({ name: z.string().trim().min(1).max(100) })
const pageInput = z.strictObject({ after: z.string().default('') })

/** Orders repaired in one call: each is one request to an object */
const REPAIR_PAGE = 200
const LETTERS_PAGE = 100

export const operator = new Hono<{ Bindings: Env }>()
operator.onError(onError)
operator.use(async (context, next) => {
  const key = /^Bearer +(\S+)$/i.exec(context.req.header('authorization') ?? '')?.[1] ?? ''
  if (!(await constantTimeEqual(key, config(context.env).operatorKey))) {
    throw new Problem('unauthorized', 'The operator’s key is needed')
  }
  await next()
})
operator.use(needsJson)

operator.put('/merchants/:merchant', body(merchantInput), async (context) => {
  const { env } = context
  const id = merchantId(context.req.param('merchant'))
  const input = context.req.valid('json')
  if (!config(env).shards.includes(input.shard)) {
    throw new Problem('invalid_body', `shard: one of ${config(env).shards.join(', ')}`)
  }
  await saveMerchant(env.DB, {
    id,
    name: input.name,
    shard: input.shard,
    jurisdiction: input.jurisdiction,
    locationHint: input.location_hint ?? null,
    locale: input.locale,
    timeZone: input.time_zone,
    grantDays: input.grant_days,
    createdAt: toInstant(now()),
  })
  const hostnames = input.hostnames.map(({ hostname, primary }) => ({
    hostname,
    isPrimary: primary,
  }))
  await saveHostnames(env.DB, id, hostnames)
  // Unpublished first: a row that is left is found again by the next call, an entry in KV is not.
  for (const hostname of await otherHostnames(env.DB, id, hostnames)) {
    await unpublishHostname(env, hostname)
    await deleteHostname(env.DB, id, hostname)
  }
  return context.json(await publishMerchant(env, id))
})

operator.post('/merchants/:merchant/keys', body(keyInput), async (context) => {
  const { env } = context
  const { id } = await merchantOf(env, context.req.param('merchant'))
  const key = newApiKey()
  const hash = await hashApiKey(key)
  await saveApiKey(env.DB, {
    hash,
    merchant: id,
    name: context.req.valid('json').name,
    createdAt: toInstant(now()),
  })
  await publishApiKey(env, hash, id)
  return context.json({ api_key: key, hash }, 201)
})

operator.delete('/merchants/:merchant/keys/:hash', async (context) => {
  const { env } = context
  const { merchant, hash } = context.req.param()
  if (!(await revokeApiKey(env.DB, merchant, hash, toInstant(now()))))
    throw new Problem('not_found')
  await unpublishApiKey(env, hash)
  return context.body(null, 204)
})

/** Writes a page of a merchant's orders anew from their objects; `next` is the `after` of the next page. */
operator.post('/merchants/:merchant/reproject', query(pageInput), async (context) => {
  const { env } = context
  const merchant = await merchantOf(env, context.req.param('merchant'))
  const orders = store.for(env, merchant)
  const ids = await orders.idsAfter(context.req.valid('query').after, REPAIR_PAGE)
  const projections: string[] = []
  for (const id of ids) {
    const reference = { id, merchant: merchant.id, shard: merchant.shard }
    const answer = await withOrder(env, config(env).linkKeys, id, (stub) =>
      stub.reproject(reference),
    )
    if (answer.outcome !== 'refused') projections.push(answer.projection)
  }
  await orders.write(projections)
  const next = ids.length === REPAIR_PAGE ? (ids.at(-1) ?? null) : null
  return context.json({ repaired: projections.length, next })
})

operator.get('/dead-letters', async (context) => {
  return context.json({ dead_letters: await waitingDeadLetters(context.env.DB, LETTERS_PAGE) })
})

/** Sends a letter's message again, then marks it. Sent twice when the mark is lost: every handler takes a message twice. */
operator.post('/dead-letters/:id/replay', async (context) => {
  const { env } = context
  const letter = await readDeadLetter(env.DB, context.req.param('id'))
  const kept: unknown = letter ? JSON.parse(letter.message) : null
  if (kept === null)
    throw new Problem('not_found', 'No such letter, or nothing of it to send again')
  const message = parseMessage(kept)
  await send(env[QUEUES[message.kind]], [message])
  await markReplayed(env.DB, context.req.param('id'), toInstant(now()))
  return context.body(null, 202)
})

function merchantId(id: string): string {
  if (!/^[a-z0-9][a-z0-9-]{1,40}$/.test(id)) {
    throw new Problem('invalid_body', 'merchant: 2 to 41 lower-case letters, digits and hyphens')
  }
  return id
}

async function merchantOf(env: ConfigurationSource, id: string): Promise<MerchantConfiguration> {
  const merchant = await findMerchant(env, id)
  if (!merchant) throw new Problem('not_found', 'There is no such merchant')
  return merchant
}
