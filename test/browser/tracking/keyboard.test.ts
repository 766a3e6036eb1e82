import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { addressOf, DESKTOP, headline, textOf, useBrowser } from '../../support/browser.ts'

const open = useBrowser()

async function show(address: string): Promise<Page> {
  const page = await (await open({ viewport: DESKTOP })).newPage()
  await page.goto(address)
  return page
}

interface Stop {
  readonly place: number
  readonly outline: number
  readonly isInView: boolean
  readonly text: string
}

const CONTROLS = `const controls = [...document.querySelectorAll('a[href],button,input,summary')]
  .filter((control) => control.checkVisibility())`

/** The focused control: its place among all visible ones, its outline, and whether it can be seen. */
const FOCUSED = `(() => {
  ${CONTROLS}
  const at = document.activeElement
  const { top, bottom } = at.getBoundingClientRect()
  const { outlineStyle, outlineWidth } = getComputedStyle(at)
  return {
    place: controls.indexOf(at),
    outline: outlineStyle === 'none' ? 0 : parseFloat(outlineWidth),
    isInView: top > -1 && bottom < innerHeight + 1,
    text: at.textContent,
  }
})()`

const focused = (page: Page): Promise<Stop> => page.evaluate<Stop>(FOCUSED)

/** Presses Tab until the page has been walked through. */
async function walk(page: Page): Promise<Stop[]> {
  const count = await page.evaluate<number>(`(() => { ${CONTROLS}; return controls.length })()`)
  const stops: Stop[] = []
  while (stops.length < count) {
    await page.keyboard.press('Tab')
    stops.push(await focused(page))
  }
  return stops
}

async function tabTo(page: Page, text: string): Promise<void> {
  for (let presses = 0; presses < 50; presses += 1) {
    await page.keyboard.press('Tab')
    if ((await focused(page)).text === text) return
  }
  throw new Error(`Tab never comes to ${text}`)
}

describe('with the keyboard alone', () => {
  it.each(['J-THREE-PARCELS', 'N-THREE-PARCELS'])(
    'every control of %s is reached in the order it is read, and is seen to have the focus',
    async (number) => {
      const page = await show(addressOf(number))
      const stops = await walk(page)
      expect(stops.length).toBeGreaterThan(10)
      expect(stops.map(({ place }) => place)).toEqual(stops.map((_, index) => index))
      expect(stops.filter(({ outline }) => outline < 2)).toEqual([])
      expect(stops.filter(({ isInView }) => !isInView)).toEqual([])
    },
  )

  it('the first stop skips to the content', async () => {
    const page = await show(addressOf('J-DAMAGED'))
    await page.keyboard.press('Tab')
    expect(await focused(page)).toMatchObject({ text: 'Skip to the content', isInView: true })
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    expect((await focused(page)).text).toBe('Contact Juniper & Oak')
  })

  it('the language is switched, and the grant is kept', async () => {
    const page = await show(addressOf('J-DELIVERED'))
    await tabTo(page, 'العربية')
    await Promise.all([page.waitForURL(/lang=ar/), page.keyboard.press('Enter')])
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    expect(await headline(page)).toMatch(/^تم التسليم/)
    expect(await textOf(page.locator('address'))).toContain('Alex Rivera')
    await tabTo(page, 'English')
    await Promise.all([page.waitForURL(/lang=en/), page.keyboard.press('Enter')])
    expect(await headline(page)).toMatch(/^Delivered/)
  })

  it('a fold opens and closes', async () => {
    const page = await show(addressOf('J-THREE-PARCELS'))
    const open = page.locator('details[open]')
    const before = await open.count()
    await page.locator('details:not([open]) > summary').first().focus()
    await page.keyboard.press('Enter')
    expect(await open.count()).toBe(before + 1)
    await page.keyboard.press('Enter')
    expect(await open.count()).toBe(before)
  })

  it('the carrier’s own words are shown', async () => {
    const page = await show(addressOf('J-TRANSIT'))
    const words = page.locator('.raw').first()
    expect(await words.isVisible()).toBe(false)
    await page.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    expect(await words.isVisible()).toBe(true)
  })
})
