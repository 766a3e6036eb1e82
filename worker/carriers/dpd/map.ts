/** From what DPD sends to what we keep. Pure. */
import type { HandedOver, Reading, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverInEnglish } from '../english.ts'
import { newest, place } from '../facts.ts'
import { readMoment } from '../time.ts'
import { comparable, countryOf, zoneOf } from '../zones.ts'
import { meaningOf } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Status } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refusal') return { reports: [], problems: [problemOf(answer.refusal)] }
  const { shipmentInfo, statusInfo } = answer
  // The announcement is a stage like the others once it has a date.
  const announced = shipmentInfo?.date ? [shipmentInfo] : []
  const reached = [...announced, ...statusInfo].filter(
    ({ statusHasBeenReached }) => statusHasBeenReached,
  )
  const scans = comparable(reached.map(scanOf))
  const report = { ...NO_FACTS, tracking_number: '', whole: true, scans }
  return { reports: [{ ...report, handover: handedOver(scans) }], problems: [] }
}

/** `Mechelen (BE)`: the depot's city and country, whose clock it is. */
const LOCATION = /^(.*?)\s*\(([A-Z]{2})\)$/

function scanOf(status: Status): Scan {
  const location = status.location?.content ?? null
  const [, city = location, country = null] = LOCATION.exec(location ?? '') ?? []
  const zone = zoneOf(countryOf(country))
  const date = status.date?.content ?? null
  const description = status.description?.content.map(({ content }) => content).filter(Boolean)
  const words = description?.join(' ') || null
  return {
    ...readMoment(date, { order: orderOf(date), ...(zone ? { zone } : {}) }),
    code: status.status,
    text: words ?? status.label?.content ?? null,
    ...place([city, country], city),
    ...meaningOf(status.status, words),
  }
}

/** Dates are in the language's form: with AM and PM the month comes first, else the day. */
const orderOf = (date: string | null): 'mdy' | 'dmy' =>
  /[ap]\.?m\.?$/i.test(date ?? '') ? 'mdy' : 'dmy'

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivery = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  if (!delivery) return null
  return { to: handoverInEnglish(delivery.text), at: delivery.at, signed_by: null, photo: null }
}
