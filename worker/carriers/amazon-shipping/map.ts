/** From what Amazon Shipping sends to what we keep. Pure. */
import type { Meaning } from '../code-table.ts'
import { meaningIn } from '../code-table.ts'
import type { Facts, HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, place } from '../facts.ts'
import { readMoment, readPoint } from '../time.ts'
import { CODES, PLACES } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Event, Parcel } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if ('errors' in answer) return { reports: [], problems: answer.errors.map(problemOf) }
  return { reports: [reportOf(answer.parcel)], problems: [] }
}

function reportOf(parcel: Parcel): Report {
  const scans = scansOf(parcel)
  return {
    ...NO_FACTS,
    tracking_number: parcel.trackingId,
    whole: true,
    scans,
    estimate: expected(scans, readPoint(parcel.promisedDeliveryDate)),
    handover: handedOver(parcel, scans),
    legs: legsOf(parcel),
  }
}

/** The status is a scan only where there is no event: it may be ahead of them or behind. */
function scansOf(parcel: Parcel): readonly Scan[] {
  const status = parcel.summary?.status ?? null
  const events = parcel.eventHistory
  if (events.length > 0) return events.map((event) => scanOf(event, detailFor(event, parcel)))
  return status === null ? [] : [scanOf({ ...NO_EVENT, eventCode: status }, detailOf(parcel))]
}

const NO_EVENT: Event = { eventCode: null, eventTime: null, shipmentType: null, location: null }

const scanOf = (event: Event, detail: Meaning): Scan => ({
  ...readMoment(event.eventTime),
  code: event.eventCode,
  text: null,
  ...place([
    event.location?.city ?? null,
    event.location?.stateOrRegion ?? null,
    event.location?.postalCode ?? null,
    event.location?.countryCode ?? null,
  ]),
  ...meaningOf(event, detail),
})

const NOTHING: Meaning = { milestone: null, reason: null }

/** Details explain the status, and so the latest event of its name. */
function detailFor(event: Event, parcel: Parcel): Meaning {
  const { eventHistory, summary } = parcel
  const named = eventHistory.filter(({ eventCode }) => eventCode === summary?.status)
  const latest = named.reduce<Event | null>((a, b) => (isLater(b, a) ? b : a), null)
  return event === latest ? detailOf(parcel) : NOTHING
}

const isLater = (event: Event, than: Event | null): boolean =>
  than === null || Date.parse(event.eventTime ?? '') > Date.parse(than.eventTime ?? '')

const detailOf = ({ summary }: Parcel): Meaning =>
  (summary?.trackingDetailCodes?.forward ?? [])
    .map((code) => meaningIn(CODES, code))
    .find(({ reason }) => reason !== null) ?? NOTHING

function meaningOf({ eventCode, shipmentType }: Event, detail: Meaning): Meaning {
  const { milestone, reason } = meaningIn(CODES, eventCode)
  const why = reason ?? detail.reason
  return shipmentType === 'RETURNS'
    ? turned({ milestone, reason: why })
    : { milestone, reason: why }
}

/** The same step on the way back. What has not begun or is over stays so. */
function turned(meaning: Meaning): Meaning {
  const { milestone } = meaning
  if (milestone === 'delivered') return { ...meaning, milestone: 'returned_to_sender' }
  const stays = milestone === null || STAYS.has(milestone)
  return stays ? meaning : { ...meaning, milestone: 'returning_to_sender' }
}

const STAYS: ReadonlySet<string> = new Set(['label_created', 'cancelled', 'ended'])

function handedOver({ summary }: Parcel, scans: readonly Scan[]): HandedOver | null {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const { receivedBy = null, deliveryImageURL: image = null } = summary?.proofOfDelivery ?? {}
  const details = summary?.trackingDetailCodes?.forward ?? []
  return {
    to: details.map((code) => PLACES[code ?? '']).find((to) => to !== undefined) ?? 'unknown',
    at: delivered.at,
    signed_by: receivedBy,
    photo: image?.startsWith('https://') ? image : null,
  }
}

/** The number of the way back. */
const legsOf = ({ alternateLegTrackingId: number }: Parcel): Facts['legs'] =>
  number === null ? null : [{ carrier: 'amazon-shipping', tracking_number: number }]
