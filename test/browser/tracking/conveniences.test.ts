import { describe, expect, inject, it } from 'vitest'
import { Client } from '../../demo/client.ts'
import { addressOf, DESKTOP, onDefaultHost, textOf, useBrowser } from '../../support/browser.ts'
import { TEST_SECRETS } from '../../support/secrets.ts'

const open = useBrowser()

describe('copying', () => {
  it('puts the tracking number on the clipboard and says so', async () => {
    const context = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
    const page = await context.newPage()
    await page.goto(addressOf('J-TRANSIT'))
    const number = await textOf(page.locator('dd bdi.num'))
    await page.getByRole('button', { name: 'Copy' }).click()
    await page.getByRole('button', { name: 'Copied' }).waitFor()
    expect(await page.getByRole('status').textContent()).toBe('Copied')
    expect(await page.evaluate<string>('navigator.clipboard.readText()')).toBe(number)
    await page.getByRole('button', { name: 'Copy' }).waitFor()
  })
})

describe('sharing', () => {
  it('gives away the link without its grant', async () => {
    const context = await open()
    await context.addInitScript(
      'navigator.share = async (what) => { globalThis.shared = what.url }',
    )
    const page = await context.newPage()
    await page.goto(addressOf('J-TRANSIT'))
    await page.getByRole('button', { name: 'Share' }).click()
    expect(await page.evaluate<string>('shared')).toBe(addressOf('J-TRANSIT', 'link'))
  })

  it('is not offered where the browser cannot', async () => {
    const context = await open()
    await context.addInitScript('Object.defineProperty(navigator, "share", { value: undefined })')
    const page = await context.newPage()
    await page.goto(addressOf('J-TRANSIT'))
    expect(await page.getByRole('button', { name: 'Share' }).count()).toBe(0)
  })
})

/** Paper cannot unfold what is folded. */
const UNSEEN_SCANS = `[...document.querySelectorAll('.scans strong')]
  .filter((scan) => !scan.checkVisibility()).length`

describe('printing', () => {
  it.each(['light', 'dark'] as const)(
    'a %s page is black on white, whole, and without what paper cannot do',
    async (colorScheme) => {
      const page = await (await open({ viewport: DESKTOP, colorScheme })).newPage()
      await page.goto(addressOf('J-THREE-PARCELS'))
      await page.emulateMedia({ media: 'print' })
      expect(await page.locator('h1').isVisible()).toBe(true)
      expect(await page.locator('button:visible, nav:visible, form:visible').count()).toBe(0)
      const unseen = await page.evaluate<number>(UNSEEN_SCANS)
      expect(unseen).toBe(0)
      const look = await page.evaluate<Record<string, string>>(
        `(({ color, backgroundImage }) => ({ color, backgroundImage, ground: getComputedStyle(document.querySelector('.card')).backgroundColor }))(getComputedStyle(document.body))`,
      )
      expect(look).toEqual({
        color: 'rgb(0, 0, 0)',
        backgroundImage: 'none',
        ground: 'rgb(255, 255, 255)',
      })
    },
  )
})

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A shop with a logo, whose articles have pictures. */
async function pictureShop(): Promise<string> {
  const client = new Client(inject('demo').url, TEST_SECRETS.OPERATOR_KEY)
  await client.operator('PUT', '/merchants/pictures', {
    name: 'Pictures',
    locale: 'en',
    time_zone: 'Europe/Berlin',
    hostnames: [],
  })
  const keys = '/merchants/pictures/keys'
  const { api_key } = await client.operator<{ api_key: string }>('POST', keys, { name: 'test' })
  await client.shop(api_key, 'PUT', '/brand', {
    name: 'Pictures',
    colours: { accent: '#7a3cff' },
    logo: { url: 'https://images.example/logo.png', alt: 'Pictures' },
    support: {},
    links: [],
  })
  const order = await client.shop<{ grant_link: string }>(api_key, 'POST', '/orders', {
    number: `P-${process.pid}`,
    currency: 'EUR',
    totals: { total: '10.00' },
    payment: { status: 'paid' },
    buyer: { name: 'Alex Rivera', contacts: [] },
    delivery: { method: 'home' },
    lines: [
      {
        id: '1',
        sku: 'A',
        title: { en: 'A lamp' },
        quantity: 1,
        image: 'https://images.example/lamp.png',
      },
    ],
  })
  return order.grant_link
}

describe('pictures', () => {
  it('are shown: the shop’s logo and its articles’', async () => {
    const context = await open()
    await context.route('https://images.example/**', (route) =>
      route.fulfill({ contentType: 'image/png', body: PIXEL }),
    )
    const page = await context.newPage()
    const problems: string[] = []
    page.on('console', (message) => problems.push(message.text()))
    await page.goto(await pictureShop())
    await page.locator('.items img').scrollIntoViewIfNeeded()
    await page.waitForFunction('[...document.images].every((image) => image.naturalWidth > 0)')
    expect(await page.locator('img').count()).toBe(2)
    expect(problems).toEqual([])
  })
})

describe('the default host', () => {
  it('shows an order in its shop’s brand', async () => {
    const page = await (await open()).newPage()
    await page.goto(onDefaultHost(new URL(addressOf('N-DELIVERED')).pathname))
    expect(await textOf(page.locator('.brand'))).toBe('سوق النخيل')
    expect(await page.getByRole('link', { name: 'ابحث عن طلب آخر' }).getAttribute('href')).toBe(
      '/lookup/nakheel',
    )
  })
})
