/**
 * Ekart's statuses, which are words; compared without case, blanks and underscores.
 *
 * Source: the statuses in the API document of Ekart Elite, as integrations list them. "Undelivered"
 * and what failed on the way back say why in `ndrStatus`.
 */
import type { Meaning } from '../code-table.ts'
import { codeTable } from '../code-table.ts'
import { sayInEnglish } from '../english.ts'

const STATUSES = codeTable([
  ['label_created', null, 'orderplaced created pickupscheduled outforpickup pickuppending'],
  ['label_created', 'not_ready', 'notpicked'],
  ['accepted', null, 'pickedup'],
  ['in_transit', null, 'intransit reachedhub'],
  ['in_transit', 'transport_delay', 'shipmentdelayed'],
  ['out_for_delivery', null, 'outfordelivery'],
  ['attempt_failed', null, 'undelivered'],
  ['delivered', null, 'delivered'],
  [
    'returning_to_sender',
    null,
    'rtorequested rtoinitiated rtointransit rtooutfordelivery rtofailed',
  ],
  ['returning_to_sender', 'sender_request', 'sellerrtorequested'],
  ['returned_to_sender', null, 'rtodelivered'],
  ['ended', 'lost', 'lost'],
  // It may come all the same.
  [null, 'damaged', 'damaged'],
  ['cancelled', null, 'cancelled canceled sellercancelled pickupcancelled'],
  ['cancelled', 'out_of_area', 'notserviceable'],
])

export const meaningOf = (status: string | null, words: string | null): Meaning =>
  STATUSES.get(status?.toLowerCase().replace(/[^a-z]/g, '') ?? '') ??
  sayInEnglish([status, words].filter(Boolean).join(': '))
