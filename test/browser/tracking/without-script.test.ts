import { describe, expect, it } from 'vitest'
import {
  addressOf,
  asJuniper,
  onHost,
  placeOrder,
  textOf,
  useBrowser,
} from '../../support/browser.ts'

const open = useBrowser()

const show = async (address: string) => {
  const page = await (await open({ javaScriptEnabled: false })).newPage()
  await page.goto(address)
  return page
}

describe('without JavaScript', () => {
  it('the page is complete: headline, progress, absolute times, journey', async () => {
    const page = await show(addressOf('J-TRANSIT'))
    expect(await textOf(page.locator('h1'))).toMatch(/^Arriving/)
    expect(await textOf(page.locator('[aria-current=step]'))).toBe('On the way')
    expect(await textOf(page.locator('time[data-ago]').first())).toMatch(/day, \d+:\d\d\s[AP]M$/)
    expect(await page.locator('.scans > li').count()).toBeGreaterThanOrEqual(4)
  })

  it('no button is offered that would do nothing', async () => {
    const page = await show(addressOf('J-TRANSIT'))
    expect(await page.getByRole('button').count()).toBe(0)
  })

  it('folds open and the carrier’s words are shown', async () => {
    const page = await show(addressOf('J-THREE-PARCELS'))
    const fold = page.locator('details:not([open])').first()
    await fold.locator('summary').click()
    expect(await page.locator('details[open]').count()).toBe(2)
    await page.getByRole('checkbox').first().check()
    expect(await page.locator('.raw').first().isVisible()).toBe(true)
  })

  it('an order is looked up', async () => {
    const page = await show(onHost('juniper', '/lookup'))
    await page.getByLabel('Order number').fill('j-packed')
    await page.getByLabel('E-mail').fill('alex@mail.example')
    await page.getByRole('button').click()
    expect(await textOf(page.locator('h1'))).toBe('Packed and ready to go')
  })

  it('a fresh link is asked for', async () => {
    const order = await placeOrder()
    await asJuniper('POST', `/orders/${order.number}/links`, {})
    const page = await show(onHost('juniper', order.grantPath))
    await page.getByRole('button', { name: 'Mail me a fresh link' }).click()
    expect(await textOf(page.locator('h1'))).toBe('Look in your mailbox')
  })
})
