/**
 * `/lookup`: an order by its number and one more thing its people know. An e-mail address or phone
 * number shows what its owner may see; a postcode, which neighbours know too, progress only. Every
 * failure is the same answer, and tries are limited by address and by order.
 */
import type { Context } from 'hono'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import type { LookupView } from '../../pages/lookup/page.tsx'
import { renderLookup } from '../../pages/lookup/page.tsx'
import { renderNotFound } from '../../pages/not-found/page.tsx'
import type { Person } from '../../schema/order-input.ts'
import type { Scope } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import { fingerprint } from '../lib/bytes.ts'
import { constantTimeEqual } from '../lib/hmac.ts'
import { orderIds } from '../lib/id.ts'
import { asciiDigit, foldOrderNumber } from '../lib/order-number.ts'
import { linksOf } from '../order/links.ts'
import type { OrderState } from '../order/state.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { findMerchant } from '../store/configuration.ts'
import { findForPage } from './find.ts'
import { HEADERS, onTrouble, pageResponse, policyFor, textResponse } from './html.ts'
import type { Site } from './site.ts'
import { frameOf, lookupPath, withSite } from './site.ts'

const MAX_FIELD = 254

/** Two fields and a form's own words around them. */
const MAX_BODY = 10_000
const limited = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => textResponse('That is too much\n', 413),
})

export const lookup = new Hono<Site>()
lookup.onError(onTrouble)
lookup
  .use(withSite)
  .get('/:merchant?', async (context) => {
    const merchant = await merchantOf(context)
    return merchant ? page(context, merchant, 'blank') : nobody(context)
  })
  .post('/:merchant?', limited, async (context) => {
    const merchant = await merchantOf(context)
    if (!merchant) return nobody(context)
    const form = await context.req.formData().catch(() => new FormData())
    const [number, key] = ['number', 'key'].map((name) => field(form.get(name)))
    if (!number || !key) return page(context, merchant, 'not_found', number)
    if (await triedTooOften(context, merchant, number)) {
      return page(context, merchant, 'too_many', number)
    }
    const link = await linkFor(context.env, merchant, number, key)
    return link ? leadTo(link) : page(context, merchant, 'not_found', number)
  })

/** The address holds an id and a grant: nothing of what was typed. */
const leadTo = (location: string): Response =>
  new Response(null, { status: 303, headers: { ...HEADERS, location } })

const field = (value: FormDataEntryValue | null): string =>
  typeof value === 'string' ? value.trim().slice(0, MAX_FIELD) : ''

/** On the default host the path says whose look-up it is. */
async function merchantOf(context: Context<Site>): Promise<MerchantConfiguration | null> {
  const host = context.get('merchant')
  if (host) return host
  const named = context.req.param('merchant')
  return named ? findMerchant(context.env, named) : null
}

/** Counted by a fingerprint: no address and no number is kept. */
async function triedTooOften(
  context: Context<Site>,
  merchant: MerchantConfiguration,
  number: string,
): Promise<boolean> {
  const address = context.req.header('cf-connecting-ip') ?? ''
  const keys = [
    ['address', address],
    ['order', merchant.id, foldOrderNumber(number)],
  ]
  const limits = await Promise.all(
    keys.map(async (key) =>
      context.env.LOOKUP_LIMIT.limit({ key: await fingerprint(JSON.stringify(key)) }),
    ),
  )
  return limits.some(({ success }) => !success)
}

async function linkFor(
  env: Env,
  merchant: MerchantConfiguration,
  number: string,
  key: string,
): Promise<string | null> {
  const { linkKeys } = config(env)
  for (const id of await orderIds(linkKeys, merchant.jurisdiction, merchant.id, number)) {
    const found = await findForPage(env, id, merchant)
    const scope = found && (await scopeOf(found.state, key))
    if (!found || !scope) continue
    const links = await linksOf(config(env), merchant, found.state)
    const link = { link: links.link, buyer: links.grant_link, recipient: links.recipient_link }[
      scope
    ]
    return relative(link ?? links.link)
  }
  return null
}

/** On the host the form was sent to. */
const relative = (link: string): string => new URL(link).pathname + new URL(link).search

/** What a second key proves: who it belongs to, and so what they may see. null: it proves nothing. */
async function scopeOf(state: OrderState, key: string): Promise<Scope | null> {
  const { buyer, recipient, delivery, gift } = state.placed
  if (await isContactOf(buyer, key)) return 'buyer'
  if (recipient && (await isContactOf(recipient, key))) return gift ? 'recipient' : 'buyer'
  const postcode = delivery.address?.postcode
  const isPostcode = postcode !== undefined && (await same(plain(postcode), plain(key)))
  return isPostcode && SAYS_SOMETHING.test(plain(key)) ? 'link' : null
}

/** Where there are no postcodes shops fill in zeros or dashes. */
const SAYS_SOMETHING = /[^0]/

async function isContactOf(person: Person, key: string): Promise<boolean> {
  const matches = await Promise.all(
    person.contacts.map(({ channel, address }) =>
      channel === 'email' ? same(folded(address), folded(key)) : samePhone(address, key),
    ),
  )
  return matches.includes(true)
}

const same = constantTimeEqual
const folded = (text: string): string => text.normalize('NFKC').trim().toLowerCase()
const plain = (text: string): string => foldOrderNumber(text).replace(/[^\p{L}\p{N}]/gu, '')

/**
 * People leave the country code out: the last nine digits tell one phone from another. Some
 * countries' numbers have only eight; fewer would be guessed.
 */
const PHONE_DIGITS = 9
const FEWEST_DIGITS = 8

async function samePhone(known: string, typed: string): Promise<boolean> {
  const [a, b] = [digits(known), digits(typed)]
  const compared = Math.min(PHONE_DIGITS, a.length, b.length)
  const equal = await same(a.slice(-compared), b.slice(-compared))
  return compared >= FEWEST_DIGITS && equal
}

/** Without the zeros that stand for "another country" or "another town". */
const digits = (text: string): string =>
  text
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[^0-9]/g, '')
    .replace(/^0+/, '')

async function page(
  context: Context<Site>,
  merchant: MerchantConfiguration,
  state: LookupView['state'],
  number = '',
): Promise<Response> {
  const frame = frameOf(context.req.raw, merchant)
  const action = lookupPath(merchant, context.get('merchant') === null) + frame.query
  const html = renderLookup({ ...frame, action, state, number }, frame.assets)
  const policy = await policyFor(frame.assets)
  const status = { blank: 200, not_found: 404, too_many: 429 }[state]
  const response = pageResponse(context.req.raw, { html, etag: null, policy }, status)
  if (state === 'too_many') response.headers.set('retry-after', RETRY_AFTER)
  return response
}

/** Seconds of LOOKUP_LIMIT's period in wrangler.toml */
const RETRY_AFTER = '60'

async function nobody(context: Context<Site>): Promise<Response> {
  const frame = frameOf(context.req.raw, null)
  const html = renderNotFound({ ...frame, lookup: null }, frame.assets)
  const policy = await policyFor(frame.assets)
  return pageResponse(context.req.raw, { html, etag: null, policy }, 404)
}
