import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { BrowserContext, Page } from 'playwright-core'
import { DESKTOP, PHONE } from './browser.ts'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

// Run by itself: the builder of this package sends axe again for every run and takes twice as long.
const from = createRequire(import.meta.url).resolve('@axe-core/playwright')
const AXE = readFileSync(createRequire(from).resolve('axe-core/axe.min.js'), 'utf8')

// axe cannot judge text on a gradient: the page stands wholly on its least favourable end.
const FLAT = 'body{background:color-mix(in srgb,var(--accent) 9%,var(--bg))!important}'

const RUN = `axe.run(document, { runOnly: ${JSON.stringify(TAGS)}, resultTypes: ['violations'] })
  .then(({ violations }) => violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target }) => id + ': ' + target.join(' '))))`

/** How a page may be looked at. */
export const LOOKS = [
  { viewport: PHONE, colorScheme: 'light' },
  { viewport: PHONE, colorScheme: 'dark' },
  { viewport: DESKTOP, colorScheme: 'dark' },
  { viewport: DESKTOP, colorScheme: 'light' },
] as const

/** A page of a context made with `bypassCSP`, since axe is no part of ours. */
export async function axePage(context: BrowserContext): Promise<Page> {
  await context.addInitScript(AXE)
  return context.newPage()
}

/** What axe finds wrong with the page as it is, seen in each of these ways. */
export async function violations(
  page: Page,
  looks: readonly (typeof LOOKS)[number][],
): Promise<string[]> {
  await page.addStyleTag({ content: FLAT })
  const found: string[] = []
  for (const { viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport)
    await page.emulateMedia({ colorScheme })
    const wrong = await page.evaluate<string[]>(RUN)
    found.push(...wrong.map((text) => `${viewport.width} px, ${colorScheme}: ${text}`))
  }
  return found
}

/** Opens every address and runs axe, in one look after the other; in all of them where `isRich`. */
export async function violationsOf(
  page: Page,
  addresses: readonly string[],
  isRich: (address: string) => boolean,
): Promise<readonly string[]> {
  const found: string[] = []
  for (const [index, address] of addresses.entries()) {
    await page.goto(address)
    // Odd rounds begin one later, so that link and grant take turns.
    const turn = (index + Math.floor(index / LOOKS.length)) % LOOKS.length
    const looks = isRich(address) ? LOOKS : LOOKS.slice(turn, turn + 1)
    const wrong = await violations(page, looks)
    found.push(...wrong.map((text) => `${address} ${text}`))
  }
  return found
}
