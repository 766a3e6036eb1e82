/** Whose site a request is on, and what its pages have in common. */
import { createMiddleware } from 'hono/factory'
import type { Assets } from '../../pages/assets/brand.ts'
import { assetsFor } from '../../pages/assets/brand.ts'
import { brandView } from '../../pages/assets/look.ts'
import type { BrandView } from '../../pages/tracking/view.ts'
import type { Locale } from '../../schema/vocabulary.ts'
import { LOCALES } from '../../schema/vocabulary.ts'
import { config } from '../config.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { findHost, findMerchant } from '../store/configuration.ts'
import { textResponse } from './html.ts'
import { chooseLocale } from './locale.ts'

export interface Site {
  Bindings: Env
  Variables: {
    /** null: the default host, where an order says whose it is */
    merchant: MerchantConfiguration | null
  }
}

/** On a hostname nobody has there is nothing; on the default host an order says whose it is. */
export const withSite = createMiddleware<Site>(async (context, next) => {
  const { hostname } = new URL(context.req.url)
  const isDefault = hostname === config(context.env).defaultOrigin.hostname
  const merchant = isDefault ? null : await hostMerchant(context.env, hostname)
  if (!isDefault && !merchant) return textResponse('There is nothing here\n', 404)
  context.set('merchant', merchant)
  await next()
})

async function hostMerchant(env: Env, hostname: string): Promise<MerchantConfiguration | null> {
  const id = await findHost(env, hostname.toLowerCase())
  return id === null ? null : findMerchant(env, id)
}

/** What pages of nobody in particular look like. */
const NOBODY: BrandView = {
  name: 'Whereabouts',
  logo: null,
  home: null,
  colours: {
    accent: '#1f5eff',
    on_accent: '#ffffff',
    accent_dark: '#8fb0ff',
    on_accent_dark: '#111111',
  },
  support: { email: null, phone: null, url: null },
  links: [],
}

export interface Frame {
  readonly locale: Locale
  readonly brand: BrandView
  readonly assets: Assets
  readonly languages: readonly { readonly locale: Locale; readonly href: string }[]
  /** Of a form on the page, so that its answer speaks the language that was chosen; empty where none was */
  readonly query: string
}

/** Language, brand and language switcher of a page. `wishes`: languages of the order's people, before the browser's. */
export function frameOf(
  request: Request,
  merchant: MerchantConfiguration | null,
  wishes: readonly (string | undefined)[] = [],
): Frame {
  const url = new URL(request.url)
  const locale = chooseLocale(
    [url.searchParams.get('lang'), ...wishes],
    request.headers.get('accept-language'),
    merchant?.locale ?? 'en',
  )
  const brand = merchant ? brandView(merchant.brand, locale) : NOBODY
  return {
    locale,
    brand,
    assets: assetsFor(brand),
    languages: LOCALES.map((other) => ({ locale: other, href: inLanguage(url, other) })),
    query: url.searchParams.has('lang') ? `?lang=${locale}` : '',
  }
}

function inLanguage(url: URL, locale: Locale): string {
  const other = new URL(url)
  other.searchParams.set('lang', locale)
  return other.pathname + other.search
}

/** Where the look-up form of a merchant is: on its own host, or by name on the default one. */
export const lookupPath = (merchant: MerchantConfiguration, onDefaultHost: boolean): string =>
  onDefaultHost ? `/lookup/${merchant.id}` : '/lookup'
