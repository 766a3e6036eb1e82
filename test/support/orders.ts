/** Orders, shipments and scans to test with: plain, complete, and every part of them to be replaced. */
import type { Line, ShipmentInput } from '../../schema/order-input.ts'
import type { Report, Scan } from '../../schema/report.ts'
import { NO_FACTS } from '../../schema/report.ts'
import { DAY, HOUR, toInstant } from '../../worker/lib/clock.ts'
import { place } from '../../worker/order/order.ts'
import type { Look } from '../../worker/order/shipment.ts'
import { afterLook, shipmentFrom } from '../../worker/order/shipment.ts'
import type { KeptScan, OrderState, Placed, Shipment } from '../../worker/order/state.ts'

/** When everything begins. */
export const START = Date.parse('2026-03-10T08:00:00Z')

const EMPTY: Scan = {
  at: null,
  local: null,
  zone: null,
  code: null,
  text: null,
  location: null,
  city: null,
  milestone: null,
  reason: null,
}

/** A scan some hours after the start. */
export const scan = (hours: number, over: Partial<Scan> = {}): Scan => ({
  ...EMPTY,
  at: toInstant(START + hours * HOUR),
  code: over.milestone ?? 'X1',
  ...over,
})

export const kept = (hours: number, over: Partial<KeptScan> = {}): KeptScan => ({
  ...scan(hours, over),
  leg: 0,
  map: 1,
  ...over,
})

export const report = (scans: readonly Scan[], over: Partial<Report> = {}): Report => ({
  ...NO_FACTS,
  tracking_number: 'N1',
  whole: true,
  scans,
  ...over,
})

/** A look some hours after the start that found these scans. */
export const look = (
  hours: number,
  scans: readonly Scan[],
  over: Partial<Look> & { readonly facts?: Partial<Report> } = {},
): Look => {
  const { facts, ...rest } = over
  return {
    leg: 0,
    at: START + hours * HOUR,
    mapVersion: 1,
    digest: `digest-${hours}`,
    result: { report: report(scans, facts) },
    ...rest,
  }
}

export const shipmentInput = (over: Partial<ShipmentInput> = {}): ShipmentInput => ({
  carrier: 'ups',
  tracking_number: 'N1',
  direction: 'outbound',
  lines: [],
  legs: [],
  ...over,
})

export const shipment = (over: Partial<ShipmentInput> = {}): Shipment =>
  shipmentFrom(shipmentInput(over), START, undefined)

/** A shipment after looks, in the order given. */
export const afterLooks = (start: Shipment, looks: readonly Look[]): Shipment =>
  looks.reduce(afterLook, start)

export const line = (over: Partial<Line> = {}): Line => ({
  id: 'l1',
  title: { en: 'Lamp' },
  quantity: 1,
  tags: [],
  kind: 'physical',
  ...over,
})

/** What the shop says. Every personal text holds the word `Personal`. */
export const placed = (over: Partial<Placed> = {}): Placed => ({
  number: 'A-1001',
  channel: 'web',
  placed_at: toInstant(START),
  currency: 'EUR',
  totals: { total: '20.00' },
  payment: { status: 'paid' },
  buyer: {
    name: 'Personal Name',
    locale: 'en',
    contacts: [{ channel: 'email', address: 'personal@example.com', consent: true }],
  },
  delivery: {
    method: 'home',
    address: { lines: ['Personal Street 1'], city: 'Cologne', country: 'DE' },
  },
  notes: [{ text: 'Personal note', public: false }],
  lines: [line()],
  ...over,
})

export interface OrderParts {
  readonly id?: string
  readonly merchant?: string
  readonly placed?: Partial<Placed>
  readonly shipments?: readonly Partial<ShipmentInput>[]
}

/** An order at version 1, with one shipment unless told otherwise. */
export const order = (parts: OrderParts = {}): OrderState =>
  place(null, {
    id: parts.id ?? 'order-1',
    merchant: parts.merchant ?? 'm1',
    placed: placed(parts.placed),
    shipments: (parts.shipments ?? [{}]).map(shipmentInput),
    at: START,
  })

export const LONG_AGO = START - 30 * DAY
