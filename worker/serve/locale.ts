/** Which language a page speaks: the link's word, then the order's, then the browser's, then the merchant's. */
import type { Locale } from '../../schema/vocabulary.ts'
import { LOCALES } from '../../schema/vocabulary.ts'

/** The first wish that we can meet; the browser's are tried in its order of preference. */
export function chooseLocale(
  wishes: readonly (string | null | undefined)[],
  acceptLanguage: string | null,
  fallback: string,
): Locale {
  for (const wish of [...wishes, ...preferences(acceptLanguage), fallback]) {
    const locale = wish ? supported(wish) : null
    if (locale) return locale
  }
  return 'en'
}

/** A language tag as one of our locales: its likely language and script decide, not its first letters. */
function supported(tag: string): Locale | null {
  const exact = LOCALES.find((locale) => locale === tag)
  if (exact) return exact
  try {
    const { language } = new Intl.Locale(tag).maximize()
    return LOCALES.find((locale) => locale === language) ?? null
  } catch {
    return null
  }
}

/** An Accept-Language header (RFC 9110 §12.5.4) by falling weight; what is refused is left out. */
function preferences(header: string | null): string[] {
  return (header ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [tag = '', weight] = part.split(';')
      return { tag: tag.trim(), weight: weight ? Number(weight.replace(/^\s*q=/, '')) : 1 }
    })
    .filter(({ tag, weight }) => tag !== '' && tag !== '*' && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag)
}
