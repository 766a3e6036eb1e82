/** Fills an empty Worker through its own API, and waits until every page has come to what it should show. */
import type { Client, ShownOrder } from './client.ts'
import { until } from './client.ts'
import type { DemoOrder, DemoShipment } from './orders.ts'
import { ORDERS } from './orders.ts'
import type { DemoShop } from './shops.ts'
import { SHOPS } from './shops.ts'

export interface Seeded {
  /** Of the first shop */
  readonly api_key: string
  readonly orders: readonly {
    readonly number: string
    readonly link: string
    readonly grant_link: string
    readonly state: string
  }[]
}

const SETTLES_WITHIN = 60_000

export async function seed(client: Client): Promise<Seeded> {
  const shops = await Promise.all(SHOPS.map((shop) => open(client, shop)))
  const seeded: Seeded['orders'][number][] = []
  for (const { shop, key } of shops) {
    for (const demo of ORDERS) {
      await place(client, shop, key, demo)
    }
    for (const demo of ORDERS) seeded.push(await settled(client, shop, key, demo))
  }
  return { api_key: shops[0]?.key ?? '', orders: seeded }
}

async function open(client: Client, shop: DemoShop): Promise<{ shop: DemoShop; key: string }> {
  await client.operator('PUT', `/merchants/${shop.id}`, shop.settings)
  const path = `/merchants/${shop.id}/keys`
  const { api_key: key } = await client.operator<{ api_key: string }>('POST', path, {
    name: 'demo',
  })
  await client.shop(key, 'PUT', '/brand', shop.brand)
  return { shop, key }
}

const numberOf = (shop: DemoShop, demo: DemoOrder): string => `${shop.prefix}-${demo.name}`

/** How long ago a story began, so that its steps but those ahead are told. */
function secondsTold({ story, ahead = 0, next }: DemoShipment, step: number): number {
  const steps = story.replace(/\[[^\]]*\]/g, '').length - ahead
  return Math.max(0, steps * step - (next ?? step / 2))
}

async function place(client: Client, shop: DemoShop, key: string, demo: DemoOrder): Promise<void> {
  const number = numberOf(shop, demo)
  const shipments = (demo.shipments ?? []).map((shipment, index) => {
    const step = shipment.step ?? 1
    return {
      carrier: 'sandbox',
      tracking_number: `SBX-${shipment.story}-${step}-${number.replaceAll('-', '')}${index}`,
      shipped_at: new Date(Date.now() - secondsTold(shipment, step) * 1000).toISOString(),
      ...shipment.more,
    }
  })
  const placed_at = new Date(Date.now() - 4 * 86_400_000).toISOString()
  await client.shop(key, 'POST', '/orders', {
    number,
    placed_at,
    ...shop.order,
    ...demo.order,
    ...(shipments.length > 0 && { shipments }),
  })
  if (demo.milestones) {
    await client.shop(key, 'POST', `/orders/${number}/milestones`, demo.milestones)
  }
}

/** Links are given on the default host, which resolves everywhere. */
async function settled(
  client: Client,
  shop: DemoShop,
  key: string,
  demo: DemoOrder,
): Promise<Seeded['orders'][number]> {
  const path = `/orders/${numberOf(shop, demo)}`
  let order = await client.shop<ShownOrder>(key, 'GET', path)
  await until(`${order.number} shows ${demo.situation}`, SETTLES_WITHIN, async () => {
    order = await client.shop<ShownOrder>(key, 'GET', path)
    return order.situation.startsWith(demo.situation)
  }).catch((error: Error) => {
    throw new Error(`${error.message}; it shows ${order.situation}`)
  })
  const { number, link, grant_link, state } = order
  return { number, link, grant_link, state }
}
