/** From what Hermes sends to what we keep. Pure. */
import type { Facts, HandedOver, Pickup, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver, newest, place, withdrawn } from '../facts.ts'
import { readDay, readMoment, readMomentOf } from '../time.ts'
import { CORRECTIONS, meaningOf, shortCode } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Shipment, Status } from './wire.ts'

/** "CET or CEST", in the specification. */
const ZONE = 'Europe/Berlin'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'results') {
    return { reports: [], problems: answer.results.map((result) => problemOf(result, null)) }
  }
  const found = answer.shipments.filter(({ status }) => status.length > 0)
  const problems = answer.shipments.flatMap(({ status, result, shipmentID }) =>
    status.length === 0 && result ? [problemOf(result, shipmentID)] : [],
  )
  return { reports: found.map(reportOf), problems }
}

function reportOf(shipment: Shipment): Report {
  const read = shipment.status.map(scanOf)
  const scans = withdrawn(read, (index) => CORRECTIONS.has(read[index]?.code ?? ''))
  return {
    ...NO_FACTS,
    tracking_number: shipment.shipmentID ?? '',
    whole: true,
    scans,
    ...expectation(shipment, scans),
    pickup: pickupOf(shipment.status, scans),
    handover: handedOver(scans),
  }
}

function scanOf({ timestamp, code, description, scanningUnit }: Status): Scan {
  const short = shortCode(code)
  return {
    ...readMoment(timestamp, { zone: ZONE }),
    code: short,
    text: description,
    ...place([scanningUnit?.city ?? null, scanningUnit?.countryCode ?? null]),
    ...meaningOf(short),
  }
}

function expectation(
  { deliveryForecast }: Shipment,
  scans: readonly Scan[],
): Pick<Facts, 'estimate' | 'window'> {
  const day = readDay(deliveryForecast?.date ?? null)
  const { from = null, to = null } = deliveryForecast?.timeSlot ?? {}
  const [start, end] = [from, to].map((time) => time && readMomentOf(day, time).local)
  const isWindow = day !== null && start && end && start < end && !isOver(scans)
  return {
    estimate: expected(scans, day),
    window: isWindow ? { from: start, to: end, zone: ZONE } : null,
  }
}

const AT_SHOP = /(?:ParcelShop|PaketShop)\s+(.+?)(?:\s+zur Abholung bereit)?\.?$/i

/** The ParcelShop that the newest status names, where the parcel waits there. */
function pickupOf(statuses: readonly Status[], scans: readonly Scan[]): Pickup | null {
  const index = newest(scans, ({ milestone }) => milestone !== null)
  if (scans[index]?.milestone !== 'ready_for_pickup') return null
  const name = AT_SHOP.exec(statuses[index]?.description ?? '')?.[1]
  if (!name) return null
  return { name, address: scans[index].location, hours: null, until: null, code: null }
}

/** By the code of the delivery: into the letterbox, at a ParcelShop. */
const HANDS: Readonly<Record<string, HandedOver['to']>> = {
  '3511': 'mailbox',
  '3530': 'pickup_point',
}

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivery = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  if (!delivery) return null
  const to = HANDS[delivery.code ?? ''] ?? 'unknown'
  return { to, at: delivery.at, signed_by: null, photo: null }
}
