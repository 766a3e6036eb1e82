import type { Page } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { axePage, LOOKS, violations } from '../../support/axe.ts'
import {
  complaints,
  fitsAcross,
  headline,
  NARROW,
  onDefaultHost,
  onHost,
  textOf,
  useBrowser,
} from '../../support/browser.ts'

const open = useBrowser()

async function show(address: string): Promise<Page> {
  const page = await (await open({ viewport: NARROW })).newPage()
  await page.goto(address)
  return page
}

async function lookUp(page: Page, number: string, key: string): Promise<void> {
  await page.locator('#number').fill(number)
  await page.locator('#key').fill(key)
  await page.getByRole('button').click()
}

const isGranted = (page: Page): boolean => new URL(page.url()).searchParams.has('g')

describe('looking an order up', () => {
  it('by e-mail, however it is written, shows what its buyer may see', async () => {
    const page = await show(onHost('juniper', '/lookup'))
    await lookUp(page, ' j-transit ', 'Alex@Mail.example')
    expect(await headline(page)).toMatch(/^Arriving/)
    expect(isGranted(page)).toBe(true)
    expect(await textOf(page.locator('address'))).toContain('Alex Rivera')
  })

  it('by postcode, which neighbours know too, shows progress only', async () => {
    const page = await show(onHost('juniper', '/lookup'))
    await lookUp(page, 'J-TRANSIT', '10969')
    expect(await headline(page)).toMatch(/^Arriving/)
    expect(isGranted(page)).toBe(false)
    expect(await page.locator('address').count()).toBe(0)
  })

  it('works on the default host, which stays the host', async () => {
    const page = await show(onDefaultHost('/lookup/juniper'))
    await lookUp(page, 'J-TRANSIT', 'alex@mail.example')
    expect(page.url()).toContain(onDefaultHost('/o/'))
    expect(isGranted(page)).toBe(true)
  })

  it('fails in one kind sentence, whatever was wrong, and keeps the number alone', async () => {
    const page = await show(onHost('juniper', '/lookup'))
    const tries = [
      ['J-TRANSIT', 'someone@else.example'],
      ['J-NOTHING', 'alex@mail.example'],
      ['N-TRANSIT', 'maryam@mail.example'],
    ] as const
    const answers = new Set<string>()
    for (const [number, key] of tries) {
      await lookUp(page, number, key)
      answers.add(await textOf(page.getByRole('alert')))
      expect(await page.locator('#number').inputValue()).toBe(number)
      expect(await page.locator('#key').inputValue()).toBe('')
      expect(page.url()).toBe(onHost('juniper', '/lookup'))
    }
    expect(answers.size).toBe(1)
    expect(await fitsAcross(page)).toBe(true)
  })

  it('speaks the shop’s language', async () => {
    const page = await (await open({ locale: 'fr' })).newPage()
    await page.goto(onHost('nakheel', '/lookup'))
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl')
    await lookUp(page, 'N-DELIVERED', 'maryam@mail.example')
    expect(await headline(page)).toMatch(/^تم التسليم/)
  })
})

describe('the pages around an order', () => {
  const ADDRESSES = [
    '/lookup?lang=en',
    '/lookup?lang=ar',
    '/o/unknown?lang=en',
    '/o/unknown?lang=ar',
  ]

  it('pass axe on phone and desktop, in light and dark, both ways of reading', async () => {
    const page = await axePage(await open({ bypassCSP: true }))
    for (const address of ADDRESSES) {
      await page.goto(onHost('juniper', address))
      expect(await violations(page, LOOKS)).toEqual([])
    }
    await page.goto(onHost('juniper', '/lookup'))
    await lookUp(page, 'J-TRANSIT', 'nothing')
    expect(await violations(page, LOOKS)).toEqual([])
  })

  it('fit 320 px and are refused nothing by their policy', async () => {
    const page = await (await open({ viewport: NARROW })).newPage()
    const said = complaints(page)
    for (const address of ADDRESSES) {
      await page.goto(onHost('juniper', address))
      expect(await fitsAcross(page)).toBe(true)
    }
    expect(said).toEqual([])
  })
})
