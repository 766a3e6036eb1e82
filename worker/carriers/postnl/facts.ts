/** What PostNL says beside the events. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Pickup, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { CLOCK, ZONE } from './time.ts'
import type { Address, Shipment } from './wire.ts'

/** Into whose hands, by the code of the delivery. Source: the words of the event codes (`codes.ts`). */
const HANDS: Readonly<Record<string, Handover>> = {
  I02: 'pickup_point',
  I05: 'mailbox',
  I09: 'locker',
  I10: 'neighbour',
  I11: 'mailbox',
  I12: 'safe_place',
  I22: 'pickup_point',
  I23: 'recipient',
  Z05: 'neighbour',
  Z06: 'pickup_point',
  Z09: 'safe_place',
  // The status of a shipment without events.
  '22': 'pickup_point',
}

/** "Delivery address (for use with Pick up at PostNL location)", in PostNL's list of address types. */
const PICKUP_ADDRESS = '09'

export function shipmentFacts(shipment: Shipment, scans: readonly Scan[]): Facts {
  const [from, to] = [shipment.Expectation.ETAFrom, shipment.Expectation.ETATo].map(
    (written) => readMoment(written, CLOCK).local,
  )
  return {
    ...NO_FACTS,
    estimate: expected(
      scans,
      day(shipment.Expectation.ETAFrom) ?? day(shipment.DeliveryDate),
      day(shipment.Expectation.ETATo) ?? day(shipment.DeliveryDate),
    ),
    window: from && to && from <= to && !isOver(scans) ? { from, to, zone: ZONE } : null,
    pickup: pickupOf(shipment.Address, scans),
    handover: handedOver(scans),
  }
}

const day = (written: string | null): string | null => readDay(written, CLOCK)

function pickupOf(addresses: readonly Address[], scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup') && !isOver(scans)
  const point = addresses.find(({ AddressType }) => AddressType === PICKUP_ADDRESS)
  if (!point || !waits) return null
  const street = joined(' ', [point.Street, point.HouseNumber, point.HouseNumberSuffix])
  const address = joined(', ', [street, joined(' ', [point.Zipcode, point.City])])
  return { name: point.CompanyName, address, hours: null, until: null, code: null }
}

const joined = (by: string, parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(by) || null

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const to = HANDS[delivered.code ?? ''] ?? 'unknown'
  return { to, at: delivered.at, signed_by: null, photo: null }
}
