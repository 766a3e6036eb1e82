/** ShipEngine's words: `schema/crosswalks/shipengine.ts` has them with their source. */
import { shipengine } from '../../../schema/crosswalks/shipengine.ts'
import type { Handover } from '../../../schema/vocabulary.ts'
import { meaningOf as meaningBy } from '../aggregator.ts'
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'

const WORDS = codeTable(shipengine.theirs)

/** "Unknown" stands on ordinary scans that ShipEngine has not mapped: as good as nothing. */
const UNKNOWN: ReadonlySet<string | null> = new Set(['UN', 'CARRIER_STATUS_NOT_MAPPED'])

const said = (code: string | null): string | null => (UNKNOWN.has(code) ? null : code)

export const meaningOf = (
  detail: string | null,
  status: string | null,
  words: string | null,
): Meaning => meaningBy(WORDS, [said(detail), said(status)], words)

/** Into whose hands, by the detail of the delivery. */
export const HANDS: Readonly<Record<string, Handover>> = {
  DELIVERED_TO_NEIGHBOUR: 'neighbour',
  DELIVERED_SPECIFIED_SAFE_PLACE: 'safe_place',
  DELIVERED_TO_PO_BOX: 'mailbox',
  PARCEL_COLLECTED_FROM_PICKUP_POINT: 'recipient',
}
