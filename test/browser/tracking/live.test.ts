import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import type { ShownOrder } from '../../demo/client.ts'
import { until } from '../../demo/client.ts'
import {
  asJuniper,
  complaints,
  headline,
  NARROW,
  onHost,
  placeOrder,
  story,
  textOf,
  useBrowser,
} from '../../support/browser.ts'

/** The script looks once a minute at first. */
const A_LOOK = 61_000
const AN_HOUR = 3_600_000
/** The demo's wheel turns once a second. */
const SOON = 20_000

const open = useBrowser()

async function watch(path: string): Promise<Page> {
  const page = await (await open({ viewport: NARROW })).newPage()
  await page.clock.install()
  await page.goto(onHost('juniper', path))
  return page
}

const shows = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

const reach = (number: string, milestone: 'confirmed' | 'packed') =>
  asJuniper('POST', `/orders/${number}/milestones`, { [milestone]: true })

const shown = (number: string) => asJuniper<ShownOrder>('GET', `/orders/${number}`)

/** The browser knows no way to hide a page under test; the page cannot tell this one from it. */
const setHidden = (page: Page, isHidden: boolean) =>
  page.evaluate(`Object.defineProperty(document, 'hidden', { configurable: true, get: () => ${isHidden} })
    document.dispatchEvent(new Event('visibilitychange'))`)

const focus = (page: Page) => page.evaluate<string>('document.activeElement.getAttribute("href")')

describe('while a shopper watches', () => {
  it('the headline follows the parcel by itself', async () => {
    const tracking = story('AD', 3, `live${process.pid}`)
    const order = await placeOrder({ shipments: [tracking] })
    const page = await watch(order.grantPath)
    await until(
      'it is delivered',
      SOON,
      async () => (await shown(order.number)).state === 'delivered',
    )
    await page.clock.fastForward(A_LOOK)
    await shows(page, /^Delivered/)
    expect(await page.title()).toMatch(/^Delivered/)
    expect(await textOf(page.locator('.latest strong').first())).toBe('Delivered')
  })

  it('news are announced; focus and scroll stay', async () => {
    const order = await placeOrder()
    const page = await watch(order.grantPath)
    await page.getByRole('link', { name: 'hello@juniper.example' }).focus()
    const before = await page.evaluate<number>('scrollY')
    expect(before).toBeGreaterThan(0)
    const at = await focus(page)
    await reach(order.number, 'confirmed')
    await page.clock.fastForward(A_LOOK)
    await shows(page, 'Your order is confirmed')
    expect(await page.getByRole('status').textContent()).toBe('Your order is confirmed')
    expect(await focus(page)).toBe(at)
    expect(await page.evaluate<number>('scrollY')).toBe(before)
  })

  it('nothing is announced where nothing is new', async () => {
    const order = await placeOrder()
    const page = await watch(order.grantPath)
    const answered = page.waitForResponse((response) => response.url().includes(order.path))
    await page.clock.fastForward(A_LOOK)
    expect((await answered).status()).toBe(200)
    expect(await page.getByRole('status').textContent()).toBe('')
    expect(await headline(page)).toBe('We have your order')
  })

  it('text being selected is not pulled away', async () => {
    const order = await placeOrder()
    const page = await watch(order.grantPath)
    await page.locator('h1').selectText()
    await reach(order.number, 'confirmed')
    const answered = page.waitForResponse((response) => response.url().includes(order.path))
    await page.clock.fastForward(A_LOOK)
    await (await answered).finished()
    expect(await headline(page)).toBe('We have your order')
    await page.evaluate('getSelection().removeAllRanges()')
    await page.clock.fastForward(2 * A_LOOK)
    await shows(page, 'Your order is confirmed')
  })

  it('what was unfolded stays unfolded', async () => {
    const parcel = (id: string) => ({ ...story('A', 0, `${id}${process.pid}`), id })
    const order = await placeOrder({ shipments: [parcel('a'), parcel('b')] })
    await until('both are seen', SOON, async () =>
      (await shown(order.number)).shipments.every(({ milestone }) => milestone === 'accepted'),
    )
    const page = await watch(order.grantPath)
    await page.locator('details:not([open]) > summary').click()
    expect(await page.locator('details[open]').count()).toBe(2)
    await asJuniper('POST', `/orders/${order.number}/shipments`, parcel('c'))
    await page.clock.fastForward(A_LOOK)
    await page.getByText('3 parcels').waitFor()
    expect(await page.locator('details[open]').count()).toBe(2)
  })
})

describe('while nobody watches', () => {
  it('nothing is fetched, and the page is fresh soon after it is seen again', async () => {
    const order = await placeOrder()
    const page = await watch(order.grantPath)
    const asked = complaints(page)
    await setHidden(page, true)
    await reach(order.number, 'confirmed')
    await page.clock.fastForward(AN_HOUR)
    expect(asked).toEqual([])
    await setHidden(page, false)
    await page.clock.runFor(1000)
    await shows(page, 'Your order is confirmed')
    expect(asked).toHaveLength(1)
  })
})
