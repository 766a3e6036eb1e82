/** What Russian Post says beside the operations. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, PaymentDue, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { isOver, newest } from '../facts.ts'
import type { Operation } from './wire.ts'

export const itemFacts = (operations: readonly Operation[], scans: readonly Scan[]): Facts => ({
  ...NO_FACTS,
  pickup: pickupOf(operations, scans),
  handover: handedOver(scans),
  payment_due: isOver(scans) ? null : dueOf(operations),
})

/** The office where it waits is the office of the operation that says so. */
function pickupOf(operations: readonly Operation[], scans: readonly Scan[]): Pickup | null {
  const index = newest(scans, ({ milestone }) => milestone !== null)
  const office = operations[index]
  if (scans[index]?.milestone !== 'ready_for_pickup' || !office) return null
  const name = [office.place, office.postcode].filter((part) => part !== null).join(', ')
  return name ? { name, address: null, hours: null, until: null, code: null } : null
}

/** Into whose hands: the addressee's, unless the operation names another place. Source: as in `codes.ts`. */
const HANDS: Readonly<Record<string, Handover>> = { '21/1': 'mailbox', '21/3': 'reception' }

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivered = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  if (!delivered) return null
  const to = HANDS[delivered.code ?? ''] ?? 'recipient'
  return { to, at: delivered.at, signed_by: null, photo: null }
}

/** Cash on delivery, else the duty, in kopecks; operations repeat it, and some leave it out. */
function dueOf(operations: readonly Operation[]): PaymentDue | null {
  const said = operations.findLast(({ payment, duty }) => payment ?? duty)
  const kopecks = said?.payment ?? said?.duty ?? ''
  if (!/^\d{1,12}$/.test(kopecks)) return null
  return { amount: (Number(kopecks) / 100).toFixed(2), currency: 'RUB', url: null }
}
