import { expect, it } from 'vitest'
import { openShop, orderOf } from '../../support/workerd-shop.ts'

it('an order of a merchant in the European jurisdiction lives there, and its id says so', async () => {
  const [eu, none] = await Promise.all([openShop({ jurisdiction: 'eu' }), openShop()])
  const there = await eu.call<{ id: string }>('POST', '/orders', orderOf('1'))
  const here = await none.call<{ id: string }>('POST', '/orders', orderOf('1'))
  expect([there.id.charAt(0), here.id.charAt(0)]).toEqual(['1', '0'])
  expect(await eu.call<{ id: string }>('GET', '/orders/1')).toMatchObject({ id: there.id })
})
