import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import {
  addressOf,
  headline,
  onDefaultHost,
  onHost,
  textOf,
  useBrowser,
} from '../../support/browser.ts'

const UNKNOWN = '/o/0AbCdEfGhIjKlMnOpQrStU'

const open = useBrowser()

/** What a stranger can tell of an address: status, what matters of the headers, and every byte. */
async function seen(page: Page, address: string) {
  const response = await page.goto(address)
  const { pathname } = new URL(address)
  const headers = { ...(await response?.allHeaders()) }
  delete headers.date
  const body = (await response?.text()) ?? ''
  return { status: response?.status(), headers, body: body.replaceAll(pathname, '') }
}

describe('an order on another shop’s host', () => {
  it('looks like one that never was, byte for byte', async () => {
    const page = await (await open({ locale: 'ar' })).newPage()
    const foreign = new URL(addressOf('J-DELIVERED'))
    const nothing = await seen(page, onHost('nakheel', UNKNOWN))
    expect(nothing.status).toBe(404)
    expect(await seen(page, onHost('nakheel', foreign.pathname))).toEqual(nothing)
    expect(await headline(page)).toBe('لم نعثر على هذا الطلب')
  })

  it('is not shown even with its grant', async () => {
    const page = await (await open()).newPage()
    const foreign = new URL(addressOf('N-DELIVERED'))
    await page.goto(onHost('juniper', foreign.pathname + foreign.search))
    expect(await headline(page)).toBe('We cannot find this order')
    expect(await textOf(page.locator('main'))).not.toContain('N-DELIVERED')
  })
})

describe('an address that leads nowhere', () => {
  it('leads on to the look-up on a shop’s host', async () => {
    const page = await (await open()).newPage()
    await page.goto(onHost('juniper', UNKNOWN))
    await page.getByRole('link', { name: 'Look up your order' }).click()
    expect(await headline(page)).toBe('Where is my order?')
  })

  it('names no shop on the default host', async () => {
    const page = await (await open()).newPage()
    await page.goto(onDefaultHost(UNKNOWN))
    expect(await textOf(page.locator('main'))).not.toMatch(/Juniper|النخيل/)
  })
})
