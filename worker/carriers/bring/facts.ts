/** What Bring says beside the events. */
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver, newest } from '../facts.ts'
import { readDay, readMoment, readMomentOf } from '../time.ts'
import type { Package } from './wire.ts'

/** Days come as `30.11.2014`. */
const CLOCK = { order: 'dmy' } as const

export function packageFacts(one: Package, scans: readonly Scan[]): Facts {
  const day = readDay(one.dateOfEstimatedDelivery, CLOCK)
  return {
    ...NO_FACTS,
    estimate: expected(scans, day),
    window: isOver(scans) ? null : windowOf(one, day),
    pickup: pickupOf(one, scans),
    handover: handedOver(one, scans),
  }
}

/** The hours stand for themselves, or belong to the day. */
function windowOf({ estimatedTimeSpanOfDelivery: span }: Package, day: string | null) {
  const [from, to] = [span?.startTime ?? null, span?.endTime ?? null].map((time) => {
    const { at, local } = /^\d{1,2}[:.]\d\d/.test(time ?? '')
      ? readMomentOf(day, time?.replace('.', ':') ?? null, CLOCK)
      : readMoment(time, CLOCK)
    return at ?? local
  })
  return from?.includes('T') && to && from <= to ? { from, to, zone: null } : null
}

function pickupOf({ pickupCode, dateOfReturn }: Package, scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup') && !isOver(scans)
  const until = readDay(dateOfReturn, CLOCK)
  if (!waits || (pickupCode === null && until === null)) return null
  return { name: null, address: null, hours: null, until, code: pickupCode }
}

function handedOver({ eventSet }: Package, scans: readonly Scan[]): HandedOver | null {
  const index = newest(scans, ({ milestone }) => milestone === 'delivered')
  const delivered = scans[index]
  if (!delivered) return null
  const signed_by = eventSet[index]?.recipientSignature?.name ?? null
  return { to: 'unknown', at: delivered.at, signed_by, photo: null }
}
