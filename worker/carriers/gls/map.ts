/** From what GLS sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverInEnglish } from '../english.ts'
import { expected, newest, place } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { meaningOf, STATUSES } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Event, Parcel } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refusals') {
    return { reports: [], problems: answer.refusals.map((refusal) => problemOf(refusal, null)) }
  }
  const found = answer.parcels.filter(({ errorCode }) => errorCode === null)
  const failed = answer.parcels.filter(({ errorCode }) => errorCode !== null)
  const byNumber = Map.groupBy(found, ({ requested, unitno }) => requested ?? unitno ?? '')
  return {
    reports: [...byNumber].map(([number, parcels]) => reportOf(number, parcels)),
    problems: failed.map(({ errorCode, errorMessage, requested }) =>
      problemOf({ code: errorCode, message: errorMessage }, requested),
    ),
  }
}

/** A number may stand for several parcels. */
function reportOf(tracking_number: string, parcels: readonly Parcel[]): Report {
  const scans = parcels.flatMap(scansOf)
  const days = parcels.map(({ estimatedDelivery }) => readDay(estimatedDelivery))
  return {
    ...NO_FACTS,
    tracking_number,
    whole: true,
    scans,
    estimate: expected(scans, days.find((day) => day !== null) ?? null),
    handover: handedOver(scans),
  }
}

/** The status is all there is where no events are shown. */
const scansOf = (parcel: Parcel): readonly Scan[] =>
  parcel.events.length > 0 ? parcel.events.map(scanOf) : [statusScan(parcel)]

const scanOf = (event: Event): Scan => ({
  ...readMoment(event.eventDateTime),
  code: event.code,
  text: event.description,
  ...place([event.city, event.postalCode, event.country], event.city),
  ...meaningOf(event.code, event.description),
})

const statusScan = ({ status, statusDateTime }: Parcel): Scan => ({
  ...readMoment(statusDateTime),
  code: status,
  text: null,
  location: null,
  city: null,
  ...meaningIn(STATUSES, status),
})

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivery = scans[newest(scans, ({ milestone }) => milestone === 'delivered')]
  if (!delivery) return null
  const fromShop = delivery.code === 'DELIVD.DEL_BY_PSAPP'
  const to = fromShop ? 'pickup_point' : handoverInEnglish(delivery.text)
  return { to, at: delivery.at, signed_by: null, photo: null }
}
