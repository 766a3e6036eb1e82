/** What CDEK says beside the statuses. */
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver, newest } from '../facts.ts'
import { readDay, readMomentOf, readPoint } from '../time.ts'
import type { Agreed, Order } from './wire.ts'

export function orderFacts(order: Order, scans: readonly Scan[]): Facts {
  return {
    ...NO_FACTS,
    // An instant here is midnight somewhere: it is a day that is planned.
    estimate: expected(scans, readDay(order.planned)),
    window: order.agreed && !isOver(scans) ? windowOf(order.agreed) : null,
    pickup: pickupOf(order, scans),
    handover: handedOver(scans, order.receiver),
    legs: order.returnNumber ? [{ carrier: 'cdek', tracking_number: order.returnNumber }] : null,
  }
}

function windowOf({ date, from, to }: Agreed): Facts['window'] {
  const [begin, end] = [from, to].map((time) => readMomentOf(date, time))
  const range = [begin?.at ?? begin?.local, end?.at ?? end?.local] as const
  if (!from || !to || !range[0] || !range[1] || range[0] > range[1]) return null
  return { from: range[0], to: range[1], zone: null }
}

/** The point is named from the beginning on: it is said once the parcel waits there. */
function pickupOf({ point, keptUntil }: Order, scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup') && !isOver(scans)
  if (!waits || (point === null && keptUntil === null)) return null
  return { name: point, address: null, hours: null, until: readPoint(keptUntil), code: null }
}

function handedOver(scans: readonly Scan[], receiver: string | null): HandedOver | null {
  const delivered = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  if (!delivered) return null
  // Only a locker says that it was the customer: else a seller or a neighbour may sign.
  const to = delivered.code === 'POSTOMAT_RECEIVED' ? 'recipient' : 'unknown'
  return { to, at: delivered.at, signed_by: receiver, photo: null }
}
