/** From what Nova Poshta sends to what we keep. Pure. */
import type { Meaning } from '../code-table.ts'
import { meaningIn } from '../code-table.ts'
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { readEntries } from '../entries.ts'
import type { Moment } from '../time.ts'
import { AT_RECIPIENT, AT_SENDER, CODES, UNKNOWN_NUMBER } from './codes.ts'
import { problemOf } from './errors.ts'
import { documentFacts } from './facts.ts'
import { momentOf } from './time.ts'
import type { Answer, Document } from './wire.ts'
import { document, number } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refused') return { reports: [], problems: [problemOf(answer)] }
  return readEntries(answer.documents, { carrier: 'Nova Poshta', schema: document, number, map })
}

const map = (one: Document): Reading =>
  isUnknown(one)
    ? { reports: [], problems: [notFound(one)] }
    : { reports: [reportOf(one)], problems: [] }

/** A number that is no longer there comes with a code that no list has, without words, town or day. */
const isUnknown = (one: Document): boolean =>
  one.StatusCode === UNKNOWN_NUMBER ||
  (!CODES.has(one.StatusCode) && one.Status === null && one.DateCreated === null)

const notFound = (one: Document): CarrierProblem => ({
  code: 'not_found',
  carrier_code: one.StatusCode,
  message: one.Status ?? 'Nova Poshta knows nothing of this number',
  tracking_number: one.Number,
})

function reportOf(one: Document): Report {
  const scans = [scanOf(one)]
  return { tracking_number: one.Number, whole: true, scans, ...documentFacts(one, scans) }
}

function scanOf(one: Document): Scan {
  const meaning = meaningOf(one)
  const town = townOf(one)
  return {
    ...timeOf(one, meaning),
    code: one.StatusCode,
    text: one.Status,
    location: town,
    city: town,
    ...meaning,
  }
}

/** A document for what goes back to the shop is delivered there. */
function meaningOf({ StatusCode: code, OwnerDocumentType: basis }: Document): Meaning {
  const meaning = meaningIn(CODES, code)
  const isReturn = basis?.toLowerCase() === 'cargoreturn'
  return isReturn && meaning.milestone === 'delivered'
    ? { ...meaning, milestone: 'returned_to_sender' }
    : meaning
}

/** When the status began: the last change, but for the first status and the last one. */
function timeOf(one: Document, { milestone }: Meaning): Moment {
  const { DateCreated, DateScan, TrackingUpdateDate: changed } = one
  if (milestone === 'label_created') return momentOf(DateCreated, changed)
  const isOver = milestone === 'delivered' || milestone === 'returned_to_sender'
  return isOver
    ? momentOf(one.RecipientDateTime, one.ActualDeliveryDate, changed, DateScan)
    : momentOf(changed, DateScan)
}

function townOf(one: Document): string | null {
  if (AT_SENDER.has(one.StatusCode)) return one.CitySender
  return AT_RECIPIENT.has(one.StatusCode) ? one.CityRecipient : null
}
