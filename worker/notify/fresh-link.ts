/** Mails a fresh link to the buyer of an order: one mail for a request, however often its message comes. */
import { brandView } from '../../pages/assets/look.ts'
import { renderFreshLink } from '../../pages/email/fresh-link.tsx'
import type { Locale } from '../../schema/vocabulary.ts'
import { LOCALES } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import { DAY, now, toInstant } from '../lib/clock.ts'
import { count } from '../lib/metrics.ts'
import { firstZone } from '../lib/zone.ts'
import { renewedLink } from '../order/links.ts'
import type { OrderState } from '../order/state.ts'
import { upgrade } from '../order/state.ts'
import { withOrder } from '../order/stub.ts'
import type { MessageOf } from '../queue/messages.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { findMerchant } from '../store/configuration.ts'

/** How long a mailed link lasts: it is asked for to be used */
const FRESH_FOR = 7 * DAY

/** Throws where the mail was not taken, so that the message comes again. */
export async function mailFreshLink(message: MessageOf<'fresh_link'>, env: Env): Promise<void> {
  const { order: id, merchant: merchantId, shard, request } = message
  const keys = config(env).linkKeys
  const merchant = await findMerchant(env, merchantId)
  const text = await withOrder(env, keys, id, (stub) =>
    stub.view({ id, merchant: merchantId, shard }),
  )
  if (!merchant || text === null) return
  const state = upgrade(JSON.parse(text) as OrderState)
  const contact = state.placed.buyer.contacts.find(({ channel }) => channel === 'email')
  if (!contact) return
  const mail = {
    to: contact.address,
    from: { email: config(env).mailFrom, name: merchant.brand.name },
    ...(await mailOf(env, merchant, state)),
  }
  if (!(await withOrder(env, keys, id, (stub) => stub.claimFreshLink(request)))) return
  try {
    await env.EMAIL.send(mail)
  } catch (error) {
    await withOrder(env, keys, id, (stub) => stub.releaseFreshLink(request))
    throw refusal(error)
  }
  count(env, 'mails', { kind: 'fresh_link', merchant: merchantId })
}

/** A refusal's words name addresses; logs and dead letters get its code alone. */
function refusal(error: unknown): Error {
  const { code } = Object(error) as { readonly code?: unknown }
  const isCode = typeof code === 'string' && /^[A-Z_]{1,60}$/.test(code)
  return new Error(`the mail was not taken${isCode ? `: ${code}` : ''}`)
}

async function mailOf(env: Env, merchant: MerchantConfiguration, state: OrderState) {
  const until = now() + FRESH_FOR
  const locale = localeOf(state.placed.buyer.locale, merchant.locale)
  return renderFreshLink({
    locale,
    digits: locale === 'ar' ? merchant.brand.digits : 'latn',
    zone: firstZone(state.placed.delivery.time_zone, merchant.time_zone),
    brand: brandView(merchant.brand, locale),
    number: state.placed.number,
    url: await renewedLink(config(env), merchant, state, until),
    expires: toInstant(until),
  })
}

/** The buyer's language, else the merchant's, as far as we speak it. */
function localeOf(...wishes: readonly (string | undefined)[]): Locale {
  const languages = wishes.map((wish) => wish?.toLowerCase().split('-')[0])
  const known = languages.flatMap((language) => LOCALES.find((locale) => locale === language) ?? [])
  return known[0] ?? 'en'
}
