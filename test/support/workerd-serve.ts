/** Shops with hostnames of their own, and shoppers who open their pages. */
import { createExecutionContext, waitOnExecutionContext } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import type { Report } from '../../schema/report.ts'
import { config } from '../../worker/config.ts'
import worker from '../../worker/index.ts'
import { newId } from '../../worker/lib/id.ts'
import { withOrder } from '../../worker/order/stub.ts'
import type { Message } from '../../worker/queue/messages.ts'
import { store } from '../../worker/store/index.ts'
import type { Merchant, Order } from './workerd-api.ts'
import { newMerchant } from './workerd-api.ts'

export const DEFAULT_ORIGIN = 'http://localhost:8787'

export interface Storefront extends Merchant {
  readonly host: string
  /** Where its pages are. */
  readonly origin: string
  readonly shard: string
  readonly place: (body: unknown) => Promise<Order>
}

/** A shop that answers on a hostname, with a brand named after its id unless told otherwise. */
export async function openStorefront(
  settings: Readonly<Record<string, unknown>> = {},
  brand: Readonly<Record<string, unknown>> = {},
): Promise<Storefront> {
  const host = `${newId().toLowerCase()}.example`
  const hostnames = [{ hostname: host, primary: true }]
  const merchant = await newMerchant({ hostnames, ...settings })
  await expectOk(merchant.api('PUT', '/brand', { name: `Brand ${merchant.id}`, ...brand }))
  const place = async (body: unknown) =>
    (await expectOk(merchant.api<Order>('POST', '/orders', body))).body
  return {
    ...merchant,
    host,
    origin: `http://${host}:8787`,
    shard: String(settings.shard ?? 'DB'),
    place,
  }
}

async function expectOk<Called extends { readonly status: number; readonly body: unknown }>(
  calling: Promise<Called>,
): Promise<Called> {
  const called = await calling
  if (called.status >= 300) throw new Error(JSON.stringify(called.body))
  return called
}

export const keys = () => config(env).linkKeys

export const referenceOf = (shop: Storefront, order: Pick<Order, 'id'>) => ({
  id: order.id,
  merchant: shop.id,
  shard: shop.shard,
})

let looks = 0

/** The carrier of an order's parcel says this; object and record know it afterwards. */
export async function tell(
  shop: Storefront,
  order: Pick<Order, 'id' | 'shipments'>,
  report: Report,
  which = 0,
): Promise<void> {
  looks += 1
  const result = { report }
  const look = { leg: 0, at: Date.now(), mapVersion: 1, digest: `look-${looks}`, result }
  const reference = referenceOf(shop, order)
  const shipment = order.shipments[which]?.id ?? ''
  const answer = await withOrder(env, keys(), order.id, (stub) =>
    stub.record({ ...reference, looks: [{ shipment, look }] }),
  )
  await store.for(env, { id: shop.id, shard: shop.shard }).write([answer.projection])
}

/** What a visit put on the belts. */
export const sent: Message[] = []

const belt = {
  sendBatch: async (batch: Iterable<{ readonly body: Message }>) => {
    for (const { body } of batch) sent.push(body)
  },
} as unknown as Queue

export interface Visit {
  readonly method?: string
  readonly headers?: Readonly<Record<string, string>>
  /** Posted as a form. */
  readonly form?: Readonly<Record<string, string>>
  /** Bindings in place of the real ones. */
  readonly bindings?: Readonly<Record<string, unknown>>
}

/** One request to the Worker and all that it leaves for afterwards; nothing is polled or mailed meanwhile. */
export async function visit(
  url: string,
  { method, headers = {}, form, bindings = {} }: Visit = {},
): Promise<Response> {
  const request = new Request(url, {
    method: method ?? (form ? 'POST' : 'GET'),
    headers,
    redirect: 'manual',
    ...(form && { body: new URLSearchParams(form) }),
  })
  const context = createExecutionContext()
  const bound = { ...env, POLLS: belt, NOTIFY: belt, ...bindings } as unknown as Env
  const response = await worker.fetch(request, bound, context)
  await waitOnExecutionContext(context)
  return response
}

/** The text of a page that is there. */
export async function page(url: string, how: Visit = {}): Promise<string> {
  const response = await visit(url, how)
  const text = await response.text()
  if (response.status !== 200) throw new Error(`${response.status} ${text.slice(0, 200)}`)
  return text
}

/** An order namespace whose objects do as told, and a count of how many were woken. */
export function orderObjects(view: () => Promise<string | null>) {
  const woken: string[] = []
  const getByName = (name: string) => {
    woken.push(name)
    return { view }
  }
  const ORDER = { getByName, jurisdiction: () => ({ getByName }) }
  return { ORDER, woken }
}

const away = (): never => {
  throw new Error('D1_ERROR: Network connection lost.')
}

/** Bindings of which nothing can be had. */
export const AWAY = {
  database: { prepare: away, batch: away },
  kv: { get: away, put: away, delete: away },
} as const
