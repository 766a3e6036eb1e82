/** What Canada Post says beside the events. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay } from '../time.ts'
import type { Detail, Occurrence } from './wire.ts'

/** Into whose hands or what place, by the identifier. Source: the words of the code table (`codes.ts`). */
const PLACES: readonly (readonly [Handover, string])[] = [
  // Front, side and back door, garage, the recipient's safe drop.
  ['safe_place', '1421 1422 1423 1424 1427 1428 1429 1430 1431 1434'],
  // The recipient's parcel box; community mailbox or parcel locker.
  ['mailbox', '1426 1433 1441 1442'],
  // Superintendent, security, concierge, mailroom.
  ['reception', '1425 1432 1461 1462 1463 1465 1466 1467 1468 1469 1473 1475'],
  ['locker', '1406'],
  // The recipient's delivery partner.
  ['agent', '1471 1472'],
]

const BY_CODE: ReadonlyMap<string, Handover> = new Map(
  PLACES.flatMap(([to, codes]) => codes.split(' ').map((code) => [code, to] as const)),
)

/** `scans` are those of the occurrences, in their order: newest first. */
export function detailFacts(detail: Detail, scans: readonly Scan[]): Facts {
  const day = readDay(detail['changed-expected-date']) ?? readDay(detail['expected-delivery-date'])
  const { occurrence } = detail['significant-events']
  return {
    ...NO_FACTS,
    estimate: expected(scans, day),
    pickup: pickupOf(occurrence, scans),
    handover: handedOver(detail, scans),
  }
}

/** The post office named by the latest event that places the parcel, where it waits there. */
function pickupOf(occurrences: readonly Occurrence[], scans: readonly Scan[]): Pickup | null {
  const index = scans.findIndex(({ milestone }) => milestone !== null)
  const name = occurrences[index]?.['event-retail-name']
  if (scans[index]?.milestone !== 'ready_for_pickup' || !name) return null
  const address = scans[index]?.location ?? null
  return { name, address, hours: null, until: null, code: null }
}

function handedOver(detail: Detail, scans: readonly Scan[]): HandedOver | null {
  const { occurrence } = detail['significant-events']
  const index = scans.findIndex(({ milestone }) => milestone === 'delivered')
  const delivery = occurrence[index]
  if (!delivery) return null
  return {
    to: BY_CODE.get(delivery['event-identifier']?.replace(/^0+/, '') ?? '') ?? 'unknown',
    at: scans[index]?.at ?? null,
    signed_by: detail['suppress-signature'] === 'true' ? null : signatory(delivery, occurrence),
    photo: null,
  }
}

/** Named by the delivery itself, or by the event "signature available" of the same moment. */
function signatory(delivery: Occurrence, all: readonly Occurrence[]): string | null {
  const named = [delivery, ...all].find(
    (event) =>
      event['signatory-name'] !== null &&
      event['event-date'] === delivery['event-date'] &&
      event['event-time'] === delivery['event-time'],
  )
  return named?.['signatory-name'] ?? null
}
