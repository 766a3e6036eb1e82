/** What Nova Poshta says beside the status. */
import type { Facts, HandedOver, PaymentDue, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver } from '../facts.ts'
import { readDay, readPoint } from '../time.ts'
import { CLOCK } from './time.ts'
import type { Document } from './wire.ts'

export const documentFacts = (one: Document, scans: readonly Scan[]): Facts => ({
  ...NO_FACTS,
  estimate: expected(scans, readDay(one.ScheduledDeliveryDate, CLOCK)),
  pickup: pickupOf(one, scans),
  handover: handedOver(one, scans),
  payment_due: isOver(scans) ? null : dueOf(one),
  legs: onward(one),
})

function pickupOf(one: Document, scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup')
  if (!waits || one.WarehouseRecipient === null) return null
  return {
    name: one.WarehouseRecipient,
    address: one.WarehouseRecipientAddress,
    hours: null,
    until: readPoint(one.DatePayedKeeping, CLOCK),
    code: null,
  }
}

function handedOver(one: Document, scans: readonly Scan[]): HandedOver | null {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  return { to: 'unknown', at: delivered.at, signed_by: one.RecipientFullName, photo: null }
}

/** What the goods cost the recipient, else what is left to pay for the way. */
function dueOf(one: Document): PaymentDue | null {
  const amount = one.AfterpaymentOnGoodsCost ?? one.RedeliverySum ?? one.AmountToPay
  return amount === null ? null : { amount, currency: 'UAH', url: null }
}

/** Documents under which the parcel itself goes on, to another address or back; others are for money. */
const ONWARD: ReadonlySet<string> = new Set(['cargoreturn', 'redirecting'])

function onward(one: Document): Facts['legs'] {
  const { LastCreatedOnTheBasisDocumentType: type, LastCreatedOnTheBasisNumber: next } = one
  if (next === null || !ONWARD.has(type?.toLowerCase() ?? '')) return null
  return [{ carrier: 'nova-poshta', tracking_number: next }]
}
