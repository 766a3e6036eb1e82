import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { describe, expect, it, vi } from 'vitest'
import {
  asJuniper,
  headline,
  onHost,
  placeOrder,
  textOf,
  useBrowser,
} from '../../support/browser.ts'
import { ROOT } from '../../support/verify/command.ts'

const MAILED_WITHIN = 15_000

const open = useBrowser()

/** An order whose grants the shop has revoked, opened with one of them. */
async function showRevoked(): Promise<{
  page: Page
  order: Awaited<ReturnType<typeof placeOrder>>
}> {
  const order = await placeOrder()
  await asJuniper('POST', `/orders/${order.number}/links`, {})
  const page = await (await open()).newPage()
  await page.goto(onHost('juniper', order.grantPath))
  return { page, order }
}

const press = (page: Page) => page.getByRole('button', { name: 'Mail me a fresh link' }).click()

const said = (page: Page): Promise<string> => textOf(page.locator('.plain'))

/** The local runtime keeps what it would have mailed in files. */
function mailedLink(orderPath: string): string {
  const mails = globSync(path.join(ROOT, '.wrangler/tmp/email/*/email-text/*.txt'))
  const links = mails
    .map((file) => readFileSync(file, 'utf8'))
    .flatMap((text) => text.match(/https?:\/\/\S+/g) ?? [])
    .filter((link) => link.includes(`${orderPath}?g=`))
  expect(links).toHaveLength(1)
  return links[0] ?? ''
}

describe('a revoked grant', () => {
  it('still shows progress, and nothing the link alone does not show', async () => {
    const { page } = await showRevoked()
    expect(await headline(page)).toBe('We have your order')
    expect(await textOf(page.locator('main'))).not.toMatch(/Alex|Berlin|lamp|62\.50/)
    expect(await page.getByRole('alert').count()).toBe(0)
  })

  it('is renewed by one button, with a mail to the order’s own address', async () => {
    const { page, order } = await showRevoked()
    await press(page)
    expect(await headline(page)).toBe('Look in your mailbox')
    const link = await vi.waitFor(() => mailedLink(order.path), { timeout: MAILED_WITHIN })
    await page.goto(link)
    expect(await textOf(page.locator('address'))).toContain('Alex Rivera')
  })

  it('gets the same answer whether or not there is anything to mail', async () => {
    const { page } = await showRevoked()
    await press(page)
    const first = await said(page)
    await page.goBack()
    await press(page)
    expect(await said(page)).toBe(first)
    await page.evaluate(`document.body.innerHTML =
      '<form method="post" action="/o/0000000000000000000000/link"><button>Mail me a fresh link</button></form>'`)
    await press(page)
    await page.waitForURL(/0{22}/)
    expect(first).toContain(await said(page))
  })
})
