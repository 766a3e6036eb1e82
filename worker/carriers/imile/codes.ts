/**
 * iMile's statuses, compared without case, blanks and punctuation. They are spelt as iMile spells them.
 *
 * Sources: words from published answers and calls (SubmitOrder, RecevieOrder, Shipping, AssignDA, OFD,
 * BTD, VBTD, SCH, Delivered, CancelOrder) and from the table of an integration of Open API 1.3;
 * numbers and PD, PR from a table of the older interface. iMile's own list is for its customers.
 */
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'
import { plainly, sayInEnglish } from '../english.ts'
import { reasonInEnglish } from '../reasons.ts'

const STATUSES = codeTable([
  ['label_created', null, 'submitorder submitted ordercreated created'],
  ['accepted', null, 'recevieorder receiveorder pickedup pickup collected picked pd 200'],
  ['in_transit', null, 'shipping shipped intransit transit sorting arrive arrived depart departed'],
  ['in_transit', null, 'arrivedatstation assignda 400 500 1000'],
  // An appointment was made.
  [null, 'rescheduled', 'sch'],
  ['out_for_delivery', null, 'ofd outfordelivery delivering dispatched sending 600'],
  // Back to the station, undelivered.
  ['attempt_failed', null, 'btd deliveryfailed failed ndr notdelivered'],
  ['attempt_failed', 'refused', 'rejected refused'],
  ['delivered', null, 'delivered signed pod delivery'],
  // Collected by the supplier whose it is.
  [
    'returning_to_sender',
    null,
    'vbtd returnarrive returning rts returntosender 900 1100 1200 1300',
  ],
  ['returning_to_sender', null, '1400 1600'],
  ['returned_to_sender', null, 'returndelivered'],
  ['cancelled', null, 'cancelorder cancelled canceled'],
  ['ended', 'lost', 'lost'],
  [null, 'damaged', 'damaged'],
  [null, 'held', 'onhold hold'],
])

export function meaningOf(status: string | null, words: string | null): Meaning {
  const known = STATUSES.get(status?.toLowerCase().replace(/[^a-z0-9]/g, '') ?? '')
  if (!known) return sayInEnglish(words)
  const said = plainly(known, words)
  return said.milestone === 'attempt_failed'
    ? { ...said, reason: said.reason ?? reasonInEnglish(words) }
    : said
}
