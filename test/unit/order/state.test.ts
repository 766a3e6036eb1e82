import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { mark, record, remember, revoke, ship } from '../../../worker/order/order.ts'
import { project } from '../../../worker/order/projection.ts'
import type { OrderState } from '../../../worker/order/state.ts'
import { STATE_SCHEMA, upgrade } from '../../../worker/order/state.ts'
import { line, look, order, START, scan, shipmentInput } from '../../support/orders.ts'

const FOLDER = path.resolve(import.meta.dirname, '../../fixtures/order-state')
const fileOf = (schema: number) => path.join(FOLDER, `${schema}.json`)
const fixture = (schema: number) =>
  JSON.parse(readFileSync(fileOf(schema), 'utf8')) as { readonly schema: number }

const SCHEMAS = Array.from({ length: STATE_SCHEMA }, (_, index) => index + 1)

/** An order with something in every field a state has. */
function full(): OrderState {
  const legs = [{ carrier: 'sandbox', tracking_number: 'SBX-D-1-1', carrier_account: 'acc' }]
  const placed = order({
    placed: {
      payment: {
        status: 'due',
        amount: '20.00',
        due_on: '2026-03-20',
        url: 'https://shop.example/pay',
      },
      gift: { show_articles: true, message: 'Personal wish' },
      promised: { from: '2026-03-12', to: '2026-03-14' },
      lines: [line({ sku: 'S1', tags: ['new'], available_on: '2026-03-11', kind: 'pre_order' })],
    },
    shipments: [{ id: 'gone', tracking_number: 'N0' }],
  })
  const shipped = ship(
    placed,
    [shipmentInput({ id: 's', service: 'express', lines: [{ line: 'l1', quantity: 1 }], legs })],
    START,
  )
  const facts = {
    estimate: { from: '2026-03-12', to: '2026-03-12' },
    window: {
      from: '2026-03-12T10:00:00+01:00',
      to: '2026-03-12T12:00:00+01:00',
      zone: 'Europe/Berlin',
    },
    next_attempt: '2026-03-13',
    pickup: {
      name: 'Kiosk',
      address: 'Street 2',
      hours: '9–17',
      until: '2026-03-20',
      code: '1234',
    },
    handover: {
      to: 'neighbour' as const,
      at: '2026-03-12T10:30:00+01:00',
      signed_by: 'Personal',
      photo: null,
    },
    payment_due: { amount: '3.00', currency: 'EUR', url: null },
    legs: [{ carrier: 'sandbox', tracking_number: 'SBX-D-1-1' }],
  }
  const scans = [
    scan(1, {
      milestone: 'in_transit',
      local: '2026-03-10T10:00:00',
      zone: 'Europe/Berlin',
      city: 'Cologne',
      location: 'Cologne, DE',
      text: 'On its way',
    }),
    scan(2, { milestone: 'attempt_failed', reason: 'recipient_absent' }),
    scan(3, { milestone: 'delivered', withdrawn: true }),
  ]
  const told = record(shipped, 's', look(4, scans, { facts }))
  const marked = mark(
    told,
    { confirmed: '2026-03-10T09:00:00Z', packed: '2026-03-10T09:30:00Z' },
    START,
  )
  const request = { key: 'k', hash: 'h', at: START, created: true } as const
  return remember(revoke(marked, START), request)
}

describe.each(SCHEMAS)('a state of schema %i', (schema) => {
  it('is kept as a fixture: a new schema needs a new one, and no old one is changed', () => {
    expect(existsSync(fileOf(schema)), `write ${fileOf(schema)}`).toBe(true)
    expect(fixture(schema).schema).toBe(schema)
  })

  it('is read as today’s', () => {
    const state = upgrade(fixture(schema))
    expect(state.schema).toBe(STATE_SCHEMA)
    expect(project(state).shipments).toHaveLength(3)
    const next = record(state, 's', look(9, [scan(8, { milestone: 'delivered' })]))
    expect(next.version).toBe(state.version + 1)
    expect(next.shipments.find(({ id }) => id === 's')?.status.milestone).toBe('delivered')
  })
})

describe('today’s schema', () => {
  it('has the shape of its fixture: another shape is another schema', () => {
    expect(JSON.parse(JSON.stringify(full()))).toEqual(fixture(STATE_SCHEMA))
  })

  it('comes out of a snapshot as it went in', () => {
    expect(upgrade(JSON.parse(JSON.stringify(full())) as OrderState)).toEqual(full())
  })

  it('is not read by an older Worker’s guess: the future is refused', () => {
    expect(() => upgrade({ schema: STATE_SCHEMA + 1 })).toThrow(
      `unknown schema ${STATE_SCHEMA + 1}`,
    )
  })
})
