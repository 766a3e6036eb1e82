/** A brand as pages show it: its colours made readable, its labels in the page's language. */
import type { Locale } from '../../schema/vocabulary.ts'
import type { BrandView } from '../tracking/view.ts'

/** A brand as its merchant entered it: schema/brand.ts validates it. */
export interface EnteredBrand {
  readonly name: string
  readonly logo?: { readonly url: string; readonly alt: string } | undefined
  readonly home?: string | undefined
  readonly colours: { readonly accent: string }
  readonly support: {
    readonly email?: string | undefined
    readonly phone?: string | undefined
    readonly url?: string | undefined
  }
  readonly links: readonly {
    readonly label: { readonly [Language in Locale]?: string | undefined }
    readonly url: string
  }[]
}

/** WCAG 2.2, 1.4.3: text of normal size against its ground. */
const READABLE = 4.5
const WHITE = '#ffffff'
const BLACK = '#111111'
/** The page's grounds in light and dark, the least favourable of each: see pages/assets/style */
const LIGHT_GROUND = '#f4f5f7'
const DARK_GROUND = '#20232a'

const views = new WeakMap<EnteredBrand, Map<Locale, BrandView>>()

/** Made once for a brand as it is configured: shades are tried one by one. */
export function brandView(brand: EnteredBrand, locale: Locale): BrandView {
  const known = views.get(brand) ?? new Map<Locale, BrandView>()
  views.set(brand, known)
  const view = known.get(locale) ?? makeView(brand, locale)
  known.set(locale, view)
  return view
}

function makeView(brand: EnteredBrand, locale: Locale): BrandView {
  const accent = readableOn(LIGHT_GROUND, brand.colours.accent)
  const accentDark = readableOn(DARK_GROUND, brand.colours.accent)
  return {
    name: brand.name,
    logo: brand.logo ? { url: brand.logo.url, alt: brand.logo.alt || brand.name } : null,
    home: brand.home ?? null,
    colours: {
      accent,
      on_accent: textOn(accent),
      accent_dark: accentDark,
      on_accent_dark: textOn(accentDark),
    },
    support: {
      email: brand.support.email ?? null,
      phone: brand.support.phone ?? null,
      url: brand.support.url ?? null,
    },
    links: brand.links.flatMap(({ label, url }) => {
      const text = label[locale] ?? Object.values(label)[0]
      return text ? [{ label: text, url }] : []
    }),
  }
}

type Rgb = readonly [number, number, number]

/** The colour itself where it can be read on the ground, else the nearest shade towards black or white that can. */
export function readableOn(ground: string, colour: string): string {
  const towards = luminance(rgb(ground)) > 0.5 ? rgb('#000000') : rgb(WHITE)
  for (let share = 0; share <= 1; share += 0.02) {
    const shade = mix(rgb(colour), towards, share)
    if (contrast(shade, rgb(ground)) >= READABLE) return hex(shade)
  }
  return hex(towards)
}

const textOn = (ground: string): string =>
  contrast(rgb(WHITE), rgb(ground)) >= contrast(rgb(BLACK), rgb(ground)) ? WHITE : BLACK

/** WCAG's contrast ratio, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y)
  return (light + 0.05) / (dark + 0.05)
}

/** WCAG's relative luminance of an sRGB colour. */
function luminance(colour: Rgb): number {
  const [red, green, blue] = colour.map((channel) => {
    const part = channel / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

export function rgb(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

const mix = ([r, g, b]: Rgb, [x, y, z]: Rgb, share: number): Rgb => [
  Math.round(r + (x - r) * share),
  Math.round(g + (y - g) * share),
  Math.round(b + (z - b) * share),
]

const hex = (colour: Rgb): string =>
  `#${colour.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`
