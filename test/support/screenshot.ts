/**
 * The picture in the README: an English page beside an Arabic one, as two phones show them. Run by
 * hand against a running demo: `node test/support/screenshot.ts [http://localhost:8787]`.
 */
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { chromium } from 'playwright-core'
import { ensureChromium } from './chromium.ts'
import { ROOT } from './verify/command.ts'

const TARGET = path.join(ROOT, '.github/tracking-page.png')
const DEFAULT_URL = 'http://localhost:8787'
/** Order number and a second key, as its shopper would type them into the look-up form. */
const PAGES = [
  { shop: 'juniper', number: 'J-TRANSIT', key: 'alex@mail.example' },
  { shop: 'nakheel', number: 'N-PICKUP', key: 'maryam@mail.example' },
]
const PHONE = { width: 390, height: 844 }
const SHARPNESS = 2

async function shoot(
  browser: Browser,
  demo: string,
  { shop, number, key }: (typeof PAGES)[number],
): Promise<string> {
  const page = await browser.newPage({ viewport: PHONE, deviceScaleFactor: SHARPNESS })
  await page.goto(new URL(`/lookup/${shop}`, demo).href)
  await page.locator('#number').fill(number)
  await page.locator('#key').fill(key)
  await page.locator('form button').click()
  await page.waitForURL(/\/o\//)
  const image = await page.screenshot()
  await page.close()
  return `data:image/png;base64,${image.toString('base64')}`
}

const frame = (image: string): string => `<img src="${image}" width="${PHONE.width}">`

const sheet = (images: readonly string[]): string => `<!doctype html><style>
  body { margin: 0; display: flex; gap: 32px; padding: 32px; background: #e9eaec }
  img { border-radius: 28px; box-shadow: 0 0 0 1px #0002, 0 12px 32px #0003 }
  </style>${images.map(frame).join('')}`

const browser = await chromium.launch({
  executablePath: ensureChromium(),
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
})
const images: string[] = []
for (const page of PAGES) images.push(await shoot(browser, process.argv[2] ?? DEFAULT_URL, page))
const page = await browser.newPage({ viewport: { width: 876, height: 908 }, deviceScaleFactor: 1 })
await page.setContent(sheet(images))
await page.screenshot({ path: TARGET })
await browser.close()
console.log(TARGET)
