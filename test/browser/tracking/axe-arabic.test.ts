import { describe, expect, it } from 'vitest'
import { axePage, violationsOf } from '../../support/axe.ts'
import { addressOf, demoOrders, useBrowser } from '../../support/browser.ts'

const open = useBrowser()
/** Between them they have everything a page can have. */
const RICH = ['N-THREE-PARCELS', 'N-PICKUP', 'N-DUTIES', 'N-DELIVERED']

describe('the pages of an Arabic shop’s orders', () => {
  it('pass axe with link and grant, on phone and desktop, in light and dark', async () => {
    const context = await open({ bypassCSP: true })
    const orders = demoOrders().filter(({ shop }) => shop === 'nakheel')
    const addresses = orders.flatMap(({ link, grant }) => [link, grant])
    const rich = RICH.map((number) => addressOf(number))
    const page = await axePage(context)
    const found = await violationsOf(page, addresses, (address) => rich.includes(address))
    expect(addresses.length).toBeGreaterThan(50)
    expect(found).toEqual([])
  }, 90_000)
})
