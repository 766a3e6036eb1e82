/** KV away: what it holds is read from D1, and what could not be published is mended by the next word. */
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { forgetConfiguration } from '../../../worker/store/configuration.ts'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant, operator } from '../../support/workerd-api.ts'
import { KV_TEXTS } from '../../support/workerd-faults.ts'
import { openStorefront, visit } from '../../support/workerd-serve.ts'
import { orderOf } from '../../support/workerd-shop.ts'

beforeEach(() => {
  for (const level of ['warn', 'error'] as const) vi.spyOn(console, level).mockReturnValue()
})
afterEach(() => {
  vi.restoreAllMocks()
})

const failKv = (method: 'get' | 'put' | 'delete') =>
  vi
    .spyOn(Object.getPrototypeOf(env.CONFIG) as KVNamespace, method)
    .mockImplementation((() => Promise.reject(new Error(KV_TEXTS[method]))) as never)

const published = (key: string) => env.CONFIG.get<{ brand: { name: string } }>(key, 'json')

test('reads that fail cost nothing: shop and shopper go on, in an isolate that knows nothing', async () => {
  const shop = await openStorefront()
  const { link } = await shop.place(orderOf('K-1'))
  failKv('get')
  forgetConfiguration()
  expect((await shop.api('GET', '/orders/K-1')).status).toBe(200)
  expect((await shop.api('POST', '/orders', orderOf('K-2'))).status).toBe(201)
  expect((await visit(link)).status).toBe(200)
})

test('a brand that could not be published is said to be busy, and published when said again', async () => {
  const { id, api } = await newMerchant()
  await api('PUT', '/brand', { name: 'Old' })
  const failing = failKv('put')
  const { status, body, headers } = await api<Problem>('PUT', '/brand', { name: 'New' })
  expect([status, body.code, headers.get('retry-after')]).toEqual([503, 'busy', '5'])
  failing.mockRestore()
  expect((await published(`merchant:${id}`))?.brand.name).toBe('Old')
  expect((await api('PUT', '/brand', { name: 'New' })).body).toMatchObject({ version: 2 })
  expect((await published(`merchant:${id}`))?.brand.name).toBe('New')
})

test('a key whose entry could not be taken out of KV is taken out when it is revoked again', async () => {
  const { id, key, keyHash, api } = await newMerchant()
  const failing = failKv('delete')
  const path = `/merchants/${id}/keys/${keyHash}`
  expect((await operator('DELETE', path)).status).toBe(503)
  failing.mockRestore()
  expect(await env.CONFIG.get(`key:${keyHash}`)).not.toBeNull()
  expect((await operator('DELETE', path)).status).toBe(204)
  expect(await env.CONFIG.get(`key:${keyHash}`)).toBeNull()
  forgetConfiguration()
  expect(key).not.toBe('')
  expect((await api('GET', '/orders')).status).toBe(401)
})

test('a new shop and its key are whole after their second word', async () => {
  const failing = failKv('put')
  const path = '/merchants/kv-shop'
  expect((await operator('PUT', path, { name: 'Shop' })).status).toBe(503)
  failing.mockRestore()
  expect((await operator('PUT', path, { name: 'Shop' })).status).toBe(200)
  expect(await published('merchant:kv-shop')).not.toBeNull()
  const made = await operator<{ api_key: string }>('POST', `${path}/keys`, { name: 'k' })
  expect(made.status).toBe(201)
})
