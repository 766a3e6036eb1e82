/** A brand's own part of the style, and the set of inline texts a page carries. */
import type { BrandView } from '../tracking/view.ts'
import { SCRIPT } from './script.ts'
import { STYLE } from './style.ts'

/** The inline texts of a page, exactly as they stand in it: what a CSP hash is taken of. */
export interface Assets {
  readonly style: string
  readonly brand: string
  readonly script: string
}

// Tokens are validated on the way in; this keeps a stray one from closing the block.
const COLOUR = /^(?:#[0-9a-f]{3,8}|(?:rgb|hsl|oklch)a?\([\d\s.,%/a-z-]+\))$/i

/** The colour if it is nothing but one, else the other. */
export const safeColour = (value: string, otherwise: string): string =>
  COLOUR.test(value) ? value : otherwise

const tokens = (accent: string, onAccent: string): string =>
  `:root{--accent:${accent};--on-accent:${onAccent}}`

/** The brand's colours, light and dark, as the text of a `<style>` block of its own. */
export function brandStyle({ colours }: BrandView): string {
  const light = tokens(safeColour(colours.accent, '#1f2430'), safeColour(colours.on_accent, '#fff'))
  const dark = tokens(
    safeColour(colours.accent_dark, '#e8eaf0'),
    safeColour(colours.on_accent_dark, '#111'),
  )
  return `${light}@media(prefers-color-scheme:dark){${dark}}`
}

export const assetsFor = (brand: BrandView): Assets => ({
  style: STYLE,
  brand: brandStyle(brand),
  script: SCRIPT,
})
