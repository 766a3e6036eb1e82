/**
 * What one scan means. UPS says it up to four times: an activity type, a code of what happened,
 * a status code and a text; no two of them always agree.
 *
 * - Types I and P: the movement code says where; the status adds only why it is late.
 * - Types M, MV, U: what was announced or updated, never a movement.
 * - Other types: the status code, unless it only files the scan; then the code of what happened.
 *   It goes first because UPS gives one code to a trouble and to its end: RZ is "pending release"
 *   with status 012 and "has been released" with 014.
 * - Then two texts, and last the type. X by itself says nothing: what no table knows stays unmapped.
 */

import type { CodeTable, Meaning } from '../../code-table.ts'
import { MANIFEST, MOVEMENTS, TYPES, UPDATES } from './activities.ts'
import { DRIVER } from './driver.ts'
import { EXCEPTIONS } from './exceptions.ts'
import { FREIGHT_ACTIVITIES, FREIGHT_EXCEPTIONS } from './freight.ts'
import { MAIL } from './mail.ts'
import { FILED, REASON_ELSEWHERE, STATUSES } from './status.ts'

export interface Status {
  readonly type: string | null
  readonly code: string | null
  readonly statusCode: string | null
  readonly text: string | null
}

export const UNKNOWN: Meaning = { milestone: null, reason: null }

type Network = 'parcel' | 'mail' | 'freight'

/**
 * Whose codes these are, by the number: `1Z` and waybills are parcels; `MI` and the postal numbers
 * from 18 digits on are Mail Innovations; 7 to 10 digits are a freight PRO number.
 */
const NETWORKS: readonly (readonly [RegExp, Network])[] = [
  [/^(MI\d+|\d{18,})$/i, 'mail'],
  [/^\d{7,10}$/, 'freight'],
]

/** Tables by type, the first that knows a code wins. */
const PARCEL_CODES: Readonly<Record<string, readonly CodeTable[]>> = {
  I: [MOVEMENTS],
  P: [MOVEMENTS],
  M: [MANIFEST],
  MV: [MANIFEST],
  U: [UPDATES],
  // Track Alert files vans under D too.
  D: [DRIVER, MOVEMENTS],
  X: [EXCEPTIONS, DRIVER],
}

/** Types whose code is finer and truer than their status. */
const CODE_FIRST: ReadonlySet<string> = new Set(['I', 'P'])

/** "Shipment Ready for UPS" in its variants, and the types that may say so. */
const ANNOUNCED: ReadonlySet<string> = new Set(['3', '80', '157', '166'])
const ANNOUNCING: ReadonlySet<string> = new Set(['M', 'MV', 'I', 'U'])

/** Where neither code nor status is known: a van and a return that only the text names. */
const TEXTS: readonly (readonly [RegExp, Meaning])[] = [
  [/\bout for delivery\b/i, { milestone: 'out_for_delivery', reason: null }],
  [/^returned to (the )?(sender|shipper)\b/i, { milestone: 'returned_to_sender', reason: null }],
]

export function meaningOf(status: Status, trackingNumber: string): Meaning {
  const byStatus = statusMeaning(status)
  const byCode = codeMeaning(status, networkOf(trackingNumber))
  if (byCode?.milestone && CODE_FIRST.has(status.type ?? '')) {
    return { milestone: byCode.milestone, reason: byStatus?.meaning.reason ?? byCode.reason }
  }
  const known = byStatus ? weigh(byStatus, byCode) : byCode
  if (known && speaks(known)) return known
  return textMeaning(status.text) ?? silence(status, byStatus, byCode) ?? typeMeaning(status.type)
}

/** What is known to say nothing stays silent; but a delivery is one, whatever else is unknown. */
function silence(
  status: Status,
  byStatus: StatusMeaning | null,
  byCode: Meaning | undefined,
): Meaning | undefined {
  if (status.type === 'D') return undefined
  return byCode ?? (byStatus && !FILED.has(byStatus.code) ? byStatus.meaning : undefined)
}

interface StatusMeaning {
  readonly code: string
  readonly meaning: Meaning
}

function weigh(status: StatusMeaning, byCode: Meaning | undefined): Meaning {
  const { code, meaning } = status
  if (!byCode) return meaning
  if (!speaks(byCode)) {
    // A refund or a note filed under "Exception" is none.
    return FILED.has(code) && meaning.reason === 'carrier_exception' ? byCode : meaning
  }
  if (FILED.has(code)) return byCode
  if (!REASON_ELSEWHERE.has(code)) return meaning
  return { milestone: meaning.milestone, reason: meaning.reason ?? byCode.reason }
}

function statusMeaning({ type, statusCode }: Status): StatusMeaning | null {
  const code = statusCode?.replace(/^0+(?=.)/, '') ?? ''
  // UPS's own samples have an event under the status of a label: then the status is not believed.
  if (ANNOUNCED.has(code) && type !== null && !ANNOUNCING.has(type)) return null
  const meaning = STATUSES.get(code)
  return meaning ? { code, meaning } : null
}

function codeMeaning(status: Status, network: Network): Meaning | undefined {
  return tablesFor(status, network)
    .map((table) => table.get(status.code?.toUpperCase() ?? ''))
    .find((meaning) => meaning !== undefined)
}

function tablesFor(status: Status, network: Network): readonly CodeTable[] {
  if (network === 'freight') return [FREIGHT_ACTIVITIES, FREIGHT_EXCEPTIONS]
  const parcel = PARCEL_CODES[status.type ?? ''] ?? []
  return network === 'mail' ? [MAIL, ...parcel] : parcel
}

const networkOf = (trackingNumber: string): Network =>
  NETWORKS.find(([pattern]) => pattern.test(trackingNumber))?.[1] ?? 'parcel'

const textMeaning = (text: string | null): Meaning | undefined =>
  TEXTS.find(([pattern]) => text !== null && pattern.test(text))?.[1]

const typeMeaning = (type: string | null): Meaning => TYPES.get(type ?? '') ?? UNKNOWN

const speaks = (meaning: Meaning): boolean => meaning.milestone !== null || meaning.reason !== null
