/**
 * What an event of GLS means. Its code is a group of six letters and a detail (`DELIVD.PARCELSHOP`).
 * GLS lists the details behind a login, so only those of its specification and of recorded answers
 * are known one by one; of others the words speak, then the group.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'

/** Sources: the examples of "Track And Trace V1" (1.0.7), and recorded answers. */
export const CODES = codeTable([
  // E48: "provided by the sender for collection".
  ['label_created', null, 'INTIAL.PREADVICE INTIAL.E48_DATA'],
  ['accepted', null, 'INTIAL.NORMAL'],
  ['in_transit', null, 'INBOUD.NORMAL OUTBOD.NORMAL'],
  ['out_for_delivery', null, 'OUTDEL.NORMAL'],
  ['ready_for_pickup', null, 'DELIVD.PARCELSHOP'],
  // DEL_BY_PSAPP: handed out by the ParcelShop.
  ['delivered', null, 'DELIVD.NORMAL DELIVD.DEL_BY_PSAPP'],
  ['cancelled', null, 'CANCEL.NORMAL'],
  // "Change completed for…": a new address, a locker.
  [null, 'forwarded', 'CHANGD.MONEWADDR CHANGD.PARCELBOX'],
])

/** What every detail of a group has in common; INTIAL has data and parcels alike. */
const GROUPS = codeTable([
  ['in_transit', null, 'INBOUD OUTBOD'],
  ['out_for_delivery', null, 'OUTDEL'],
  ['attempt_failed', null, 'NOTDEL'],
  ['delivered', null, 'DELIVD'],
  ['cancelled', null, 'CANCEL'],
])

/**
 * A parcel's own status. Sources: "Track And Trace V1"; in the second group the statuses of ShipIT, and
 * ACCEPTED and IN_TRANSIT from a connector's sample. FINAL closes a history, whatever its end.
 */
export const STATUSES = codeTable([
  ['label_created', null, 'PLANNEDPICKUP INPICKUP PREADVICE'],
  ['label_created', 'not_ready', 'NOTPICKEDUP'],
  ['in_transit', null, 'INTRANSIT INWAREHOUSE'],
  ['out_for_delivery', null, 'INDELIVERY'],
  ['attempt_failed', null, 'NOTDELIVERED'],
  ['ready_for_pickup', null, 'DELIVEREDPS'],
  ['delivered', null, 'DELIVERED'],
  ['cancelled', null, 'CANCELED'],
  [null, null, 'FINAL'],

  ['label_created', null, 'DATA_RECEIVED'],
  ['accepted', null, 'PICKUP ACCEPTED'],
  ['in_transit', null, 'HUB IN_TRANSIT'],
  ['out_for_delivery', null, 'IN_DELIVERY'],
  ['cancelled', null, 'CANCELLED'],
])

/** Source: the sentences GLS writes to its events, in English. */
const WORDS: WordTable = [
  [
    /\b(delivered|(has been|was) returned) (back )?to (the )?(sender|consignor|shipper)/i,
    'returned_to_sender',
    null,
  ],
  [/\breturn.*\b(sender|consignor|shipper)|\bway back\b/i, 'returning_to_sender', null],
  [/maximum storage (time|period)/i, null, 'unclaimed'],
  [
    /not (yet )?handed over to GLS|data (was|were|has been|have been) (entered|received|transmitted)/i,
    'label_created',
    null,
  ],
  [/\brefus|not accept/i, 'attempt_failed', 'refused'],
  [
    /consignee.*(absent|not (present|available|at home))|nobody.*(home|present)|not at home/i,
    'attempt_failed',
    'recipient_absent',
  ],
  [
    /\b(reception|business|company|shop).*\bclosed\b|\bclosed\b.*(holiday|vacation)/i,
    'attempt_failed',
    'business_closed',
  ],
  [/\bmoved\b/i, 'attempt_failed', 'recipient_moved'],
  [
    /(wrong|incorrect|unknown|insufficient|incomplete|not found).*address|address.*(wrong|incorrect|unknown|insufficient|incomplete|not found)/i,
    'attempt_failed',
    'address_wrong',
  ],
  [
    /could not be delivered|not delivered|delivery (was )?not possible|unsuccessful/i,
    'attempt_failed',
    null,
  ],
  [/(delivered|deposited|available|ready).*\bParcel ?(shop|locker|box)/i, 'ready_for_pickup', null],
  [
    /(picked up|collected).*\b(consignee|recipient|receiver)|\b(consignee|recipient|receiver)\b.*(picked|collected)/i,
    'delivered',
    null,
  ],
  [
    /expected to be delivered during the day|out for delivery|delivery vehicle/i,
    'out_for_delivery',
    null,
  ],
  [/\bdamage/i, null, 'damaged'],
  [/\blost\b/i, 'ended', 'lost'],
  [/misrouted|mis-?sorted|sorting error|wrong (depot|parcel cent)/i, 'in_transit', 'missorted'],
  [/customs.*(hold|held|delay|document)|(held|delay).*customs/i, 'in_transit', 'customs_hold'],
  [/\bweather\b/i, null, 'weather'],
  [/\bstrike\b/i, null, 'strike'],
  [/\bdelay/i, null, 'transport_delay'],
  [/new delivery (date|day)|rescheduled|postponed/i, null, 'rescheduled'],
  [/\bstored\b/i, 'in_transit', 'held'],
  [/handed over to GLS/i, 'accepted', null],
]

const UNKNOWN: Meaning = { milestone: null, reason: null }

export function meaningOf(code: string | null, words: string | null): Meaning {
  const known = CODES.get(code ?? '')
  if (known) return known
  const group = GROUPS.get(code?.split('.')[0] ?? '') ?? STATUSES.get(code ?? '')
  const said = meaningOfWords(WORDS, words)
  if (!said) return group ?? UNKNOWN
  return { ...said, milestone: said.milestone ?? group?.milestone ?? null }
}
