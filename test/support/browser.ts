/** The demo as a shopper's browser sees it. */
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { chromium } from 'playwright-core'
import { afterAll, beforeAll, inject } from 'vitest'
import { Client } from '../demo/client.ts'
import { SHOPS } from '../demo/shops.ts'
import { TEST_SECRETS } from './secrets.ts'

export const PHONE = { width: 390, height: 844 }
export const DESKTOP = { width: 1280, height: 900 }
/** The narrowest screen that need not scroll sideways: WCAG 2.2, 1.4.10 */
export const NARROW = { width: 320, height: 640 }

// Chromium's sandbox refuses to run as root, which is who runs containers.
const ARGS = process.getuid?.() === 0 ? ['--no-sandbox'] : []

/** A browser for the tests of one file, and contexts of it that end with them. */
export function useBrowser(): (options?: BrowserContextOptions) => Promise<BrowserContext> {
  let browser: Browser | undefined
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: inject('chromium'), args: ARGS })
  })
  afterAll(async () => browser?.close())
  return async (options = {}) => {
    if (!browser) throw new Error('The browser starts before the tests do')
    return browser.newContext({ viewport: PHONE, locale: 'en', ...options })
  }
}

type Link = 'link' | 'grant'

/** An address of the demo on a shop's own host. */
export function onHost(shop: 'juniper' | 'nakheel', path: string): string {
  const url = new URL(path, inject('demo').url)
  url.hostname = `${shop}.localhost`
  return url.href
}

export const onDefaultHost = (path: string): string => new URL(path, inject('demo').url).href

/** Every order of the demo, with its addresses on its shop's own host. */
export function demoOrders() {
  return inject('demo').orders.map(({ number, link, grant_link }) => {
    const shop = SHOPS.find(({ prefix }) => number.startsWith(`${prefix}-`))?.id
    if (shop !== 'juniper' && shop !== 'nakheel') throw new Error(`Whose is ${number}?`)
    const own = (address: string) =>
      onHost(shop, new URL(address).pathname + new URL(address).search)
    return { number, shop, link: own(link), grant: own(grant_link) } as const
  })
}

/** The address of an order of the demo on its shop's host. */
export function addressOf(number: string, link: Link = 'grant'): string {
  const order = demoOrders().find((candidate) => candidate.number === number)
  if (!order) throw new Error(`The demo has no order ${number}`)
  return order[link]
}

interface PlacedOrder {
  readonly number: string
  readonly path: string
  readonly grantPath: string
}

const client = () => new Client(inject('demo').url, TEST_SECRETS.OPERATOR_KEY)

/** What Juniper's shop system asks of the API. */
export const asJuniper = <Answer>(method: string, path: string, body?: unknown): Promise<Answer> =>
  client().shop<Answer>(inject('demo').api_key, method, path, body)

let placed = 0

/** Places an order of Juniper's that no other test knows. */
export async function placeOrder(more: Record<string, unknown> = {}): Promise<PlacedOrder> {
  placed += 1
  const number = `B-${process.pid}-${placed}`
  const juniper = SHOPS.find(({ id }) => id === 'juniper')
  const order = await asJuniper<{ link: string; grant_link: string }>('POST', '/orders', {
    number,
    ...juniper?.order,
    ...more,
  })
  const url = new URL(order.grant_link)
  return { number, path: url.pathname, grantPath: url.pathname + url.search }
}

/** A shipment whose story begins now. */
export const story = (steps: string, seconds: number, id: string) => ({
  carrier: 'sandbox',
  tracking_number: `SBX-${steps}-${seconds}-${id.replaceAll('-', '')}`,
  shipped_at: new Date().toISOString(),
})

/** What a page complains of: errors, refusals of its own policy, and requests beside its own. */
export function complaints(page: Page): string[] {
  const said: string[] = []
  page.on('console', (message) => {
    // The browser's own note on a page's status is no complaint of the page.
    const isStatus = message.text().startsWith('Failed to load resource: the server responded')
    if (['error', 'warning'].includes(message.type()) && !isStatus) said.push(message.text())
  })
  page.on('pageerror', (error) => said.push(error.message))
  page.on('request', (request) => {
    if (request.resourceType() !== 'document' && !request.url().startsWith('data:'))
      said.push(`${request.method()} ${request.url()}`)
  })
  return said
}

export const textOf = async (locator: Locator): Promise<string> =>
  (await locator.textContent()) ?? ''

export const headline = (page: Page): Promise<string> => textOf(page.locator('h1'))

export const fitsAcross = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)
