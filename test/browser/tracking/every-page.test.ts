import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { complaints, demoOrders, fitsAcross, NARROW, useBrowser } from '../../support/browser.ts'

const BUDGET = 14 * 1024

interface Visit {
  readonly address: string
  readonly status: number | undefined
  readonly gzip: number
  readonly sent: number
  readonly fits: boolean
  readonly hasStyle: boolean
  /** Times the script has not turned into words */
  readonly undressed: number
}

const open = useBrowser()
const visits: Visit[] = []
const complained: string[] = []

/** The brand's colour reaches a button, the style's size the headline: neither block was refused. */
const HAS_STYLE = `parseFloat(getComputedStyle(document.querySelector('h1')).fontSize) >= 32 &&
  getComputedStyle(document.documentElement).getPropertyValue('--accent') !== '#1f2430'`
const UNDRESSED = `[...document.querySelectorAll('time[data-ago]')]
  .filter((time) => !time.title || time.title === time.textContent).length`

async function visit(page: Page, address: string): Promise<Visit> {
  const response = await page.goto(address)
  const html = (await response?.body()) ?? Buffer.alloc(0)
  const sizes = await response?.request().sizes()
  return {
    address,
    status: response?.status(),
    gzip: gzipSync(html, { level: 6 }).length,
    sent: (sizes?.responseHeadersSize ?? 0) + (sizes?.responseBodySize ?? 0),
    fits: await fitsAcross(page),
    hasStyle: await page.evaluate<boolean>(HAS_STYLE),
    undressed: await page.evaluate<number>(UNDRESSED),
  }
}

const where = (wrong: (visit: Visit) => boolean): string[] =>
  visits.filter(wrong).map(({ address }) => address)

describe('every page of every order, with link and grant', () => {
  beforeAll(async () => {
    const page = await (await open({ viewport: NARROW })).newPage()
    const said = complaints(page)
    for (const { link, grant } of demoOrders()) {
      for (const address of [link, grant]) visits.push(await visit(page, address))
    }
    complained.push(...said)
  })

  it('is there', () => {
    expect(visits.length).toBeGreaterThan(100)
    expect(where(({ status }) => status !== 200)).toEqual([])
  })

  it('comes whole in one response of at most 14 KB, compressed', () => {
    expect(where(({ gzip, sent }) => gzip > BUDGET || sent > BUDGET)).toEqual([])
  })

  it('asks for nothing else and is refused nothing by its own policy', () => {
    expect(complained).toEqual([])
  })

  it('wears its style and its brand', () => {
    expect(where(({ hasStyle }) => !hasStyle)).toEqual([])
  })

  it('has its times said relatively by the script, the absolute ones kept as titles', () => {
    expect(where(({ undressed }) => undressed > 0)).toEqual([])
  })

  it('needs no scrolling sideways on 320 px', () => {
    expect(where(({ fits }) => !fits)).toEqual([])
  })
})
