/**
 * The style of every page: system fonts, custom properties, logical properties so that right-to-left
 * mirrors by itself. The brand's colours come in a second block (`brand.ts`).
 */
import { BASE } from './style/base.ts'
import { PARTS } from './style/parts.ts'
import { TRACKING } from './style/tracking.ts'

/** Written with indentation for people, sent without. */
const squeeze = (css: string): string =>
  css
    .replace(/\s*\n\s*/g, '')
    .replace(/\s*([{};,>])\s*/g, '$1')
    .replace(/:\s+/g, ':')
    .replace(/;}/g, '}')

export const STYLE = squeeze(BASE + PARTS + TRACKING)
