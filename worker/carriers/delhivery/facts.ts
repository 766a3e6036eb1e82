/** What Delhivery says beside the scans. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay } from '../time.ts'
import { CLOCK } from './time.ts'
import type { Shipment } from './wire.ts'

/**
 * Into whose hands, by the code of the delivery. Source: the remarks of the NSL list (`codes.ts`).
 * "As instructed by consignee" (EOD-36, EOD-143) and "without verification" (EOD-136) name nobody.
 */
const HANDS: Readonly<Record<string, Handover>> = {
  'EOD-38': 'recipient',
  'EOD-135': 'recipient',
  'EOD-141': 'recipient',
  'EOD-145': 'recipient',
  'SC-101': 'recipient',
  'EOD-37': 'reception',
  'EOD-144': 'reception',
  'EOD-600': 'agent',
}

/** The end of the expected day is written as its last second: a day stays a day. */
export function shipmentFacts(shipment: Shipment, scans: readonly Scan[]): Facts {
  const days = [shipment.ExpectedDeliveryDate, shipment.PromisedDeliveryDate]
  const day = days.map((date) => readDay(date, CLOCK)).find((date) => date !== null) ?? null
  return {
    ...NO_FACTS,
    estimate: expected(scans, day),
    handover: handedOver(scans, shipment.Status.RecievedBy),
  }
}

function handedOver(scans: readonly Scan[], receiver: string | null): HandedOver | null {
  const delivered = scans.findLast(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const to = HANDS[delivered.code ?? ''] ?? 'unknown'
  return { to, at: delivered.at, signed_by: receiver, photo: null }
}
