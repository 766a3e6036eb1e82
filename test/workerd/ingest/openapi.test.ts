import { exports } from 'cloudflare:workers'
import { Validator } from '@cfworker/json-schema'
import { describe, expect, test } from 'vitest'
import { orderInput } from '../../../schema/order-input.ts'
import { carriers } from '../../../worker/carriers/registry.ts'
import { api } from '../../../worker/ingest/api/index.ts'
import document from '../../../worker/ingest/api/openapi.json'
import { PROBLEMS } from '../../../worker/lib/errors.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'
import { expectDocumented } from '../../support/workerd-openapi.ts'

const operations = Object.entries(document.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
)

describe('the OpenAPI document', () => {
  test('is served to whoever asks, without a key', async () => {
    const response = await exports.default.fetch('http://localhost:8787/v1/openapi.json')
    expect(response.status).toBe(200)
    expect(await response.json()).toEqual(document)
  })

  test('has every operation that is served, and no other', () => {
    const served = api.routes
      .filter(({ method, path }) => method !== 'ALL' && path !== '/openapi.json')
      .map(({ method, path }) => `${method} ${path.replaceAll(/:(\w+)/g, '{$1}')}`)
    expect(operations.toSorted()).toEqual([...new Set(served)].toSorted())
  })

  test('points at nothing that is not in it', () => {
    const places = JSON.stringify(document).matchAll(/"\$ref":"#\/([^"]+)"/g)
    const missing = [...places].filter(
      ([, place = '']) =>
        !place.split('/').reduce<unknown>((node, key) => Object(node)[key], document),
    )
    expect(missing).toEqual([])
  })

  test('gives each operation a name of its own and says what any may answer', () => {
    const all = Object.values(document.paths).flatMap((methods) => Object.values(methods)) as {
      operationId: string
      responses: Record<string, unknown>
    }[]
    expect(new Set(all.map(({ operationId }) => operationId)).size).toBe(all.length)
    for (const { responses } of all) {
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['401', '429', '500', '503']))
    }
  })

  test('lists every code, and what each carrier wants to know', () => {
    expect(document.components.schemas.Problem.properties.code.enum).toEqual(Object.keys(PROBLEMS))
    expect(Object.keys(document['x-credentials'])).toEqual(Object.keys(carriers))
    expect(document['x-credentials'].ups.required).toEqual(['client_id', 'client_secret'])
  })

  test('takes and refuses orders as the API does', () => {
    const $defs = JSON.parse(
      JSON.stringify(document.components.schemas).replaceAll('#/components/schemas/', '#/$defs/'),
    )
    const validator = new Validator({ $ref: '#/$defs/OrderInput', $defs }, '2020-12')
    const orders = [
      orderBody('A-1', { shipments: [untracked('DOVE1')], gift: {} }),
      { ...orderBody('A-1'), currency: 'eur' },
      { ...orderBody('A-1'), surprise: true },
      orderBody('A-1', { payment: { status: 'due' } }),
      orderBody('A-1', { payment: { status: 'due', amount: '1.50', due_on: '2026-02-30' } }),
      orderBody('A-1', { lines: [{ id: '1', title: { en: 'x' }, quantity: 0 }] }),
      orderBody('A-1', { lines: [{ id: '1', title: { 'no tag': 'x' }, quantity: 1 }] }),
    ]
    for (const order of orders) {
      expect(validator.validate(order).valid, JSON.stringify(order)).toBe(
        orderInput.safeParse(order).success,
      )
    }
  })
})

describe('the check of answers against it', () => {
  const headers = new Headers({ 'content-type': 'application/json' })

  test('takes the answer of every operation', async () => {
    const { api: call } = await newMerchant()
    const account = { carrier: 'sandbox', name: 'x' }
    const { body: made } = await call<{ id: string }>('POST', '/carrier-accounts', account)
    const played = { carrier: 'sandbox', tracking_number: 'SBX-IATC[customs_duties]OFPD-0-1' }
    const calls: Record<string, [string, unknown?]> = {
      'POST /orders': ['/orders', orderBody('A-1', { shipments: [played], gift: {} })],
      'GET /orders': ['/orders'],
      'POST /orders/{number}/shipments': ['/orders/A-1/shipments', untracked('DOVE1')],
      'POST /orders/{number}/milestones': ['/orders/A-1/milestones', { packed: true }],
      'POST /orders/{number}/links': ['/orders/A-1/links'],
      'GET /orders/{number}': ['/orders/A-1'],
      'DELETE /orders/{number}': ['/orders/A-1'],
      'POST /carrier-accounts': ['/carrier-accounts', account],
      'GET /carrier-accounts': ['/carrier-accounts'],
      'GET /carrier-accounts/{id}': [`/carrier-accounts/${made.id}`],
      'PATCH /carrier-accounts/{id}': [`/carrier-accounts/${made.id}`, { name: 'y' }],
      'DELETE /carrier-accounts/{id}': [`/carrier-accounts/${made.id}`],
      'PUT /brand': ['/brand', { name: 'Lamps' }],
      'GET /brand': ['/brand'],
      'GET /carriers/detect': ['/carriers/detect?number=1Z999AA10123456785'],
      'GET /carriers/{carrier}/unmapped': ['/carriers/sandbox/unmapped'],
      'POST /carriers/{carrier}/inspect': [
        '/carriers/sandbox/inspect',
        {
          ...played,
          carrier: undefined,
          since: '2026-03-10T08:00:00Z',
          now: '2026-03-10T09:00:00Z',
        },
      ],
    }
    expect(Object.keys(calls).toSorted()).toEqual(operations.toSorted())
    for (const [operation, [path, body]] of Object.entries(calls)) {
      const [method = ''] = operation.split(' ')
      expect((await call(method, path, body)).status, operation).toBeLessThan(300)
    }
  })

  test.each([
    ['a field it does not know', { accounts: [], surprise: 1 }, 200],
    ['a field that is missing', {}, 200],
    ['a status it does not know', { accounts: [] }, 202],
  ])('sees %s', (_name, body, status) => {
    expect(() =>
      expectDocumented('GET', '/v1/carrier-accounts', { status, headers, body }),
    ).toThrow()
  })
})
