/**
 * USPS's event codes, as two digits or letters. The words of an event are finer (`words.ts`) and go
 * first: 01 is also "Delivered, To Original Sender".
 *
 * Sources: [P] the event codes of Publications 97 and 199 (Appendix "Extra Services Event Codes"), [R]
 * recorded answers: 01 03 07 10 A1 EF GX MA NP OA OF PC SF T1 TL. An open-source connector has 07,
 * arrival at the post office, as out for delivery, and every return as a failed delivery: not followed.
 */
import { codeTable } from '../code-table.ts'

const PROGRESS = [
  // Electronic information received, label created, merchant's order; abroad: being prepared.
  ['label_created', null, 'MA GX 89 NP'],
  // Accepted, picked up, accepted at the origin, passively, at the destination, with a whole shipment.
  ['accepted', null, '03 OA PA TM AD UA 43 80'],
  // Arrived, processed, departed, in transit; opened, sorted; handed to and moved by partners.
  ['in_transit', null, '07 10 19 41 42 81 82 83 A1 EF L1 NT PC SF T1 TL U1'],
  ['in_transit', 'forwarded', '06'],
  ['in_transit', 'missorted', '08 15'],
  ['out_for_delivery', null, 'OF'],
  // At a pickup point, available for pickup.
  ['ready_for_pickup', null, '14 16'],
  // 17: picked up by the recipient's agent.
  ['delivered', null, '01 17'],
] as const

const ATTEMPTS = [
  ['attempt_failed', null, '02 52'],
  ['attempt_failed', 'business_closed', '51'],
  // Receptacle blocked, full; no secure place.
  ['attempt_failed', 'safe_place_unavailable', '53 54 55'],
  ['attempt_failed', 'recipient_absent', '56'],
] as const

/** Each means that it goes back: "Your item was returned to the sender because of …". */
const RETURNS = [
  ['returning_to_sender', null, '09 29'],
  ['returning_to_sender', 'refused', '04'],
  ['returning_to_sender', 'address_wrong', '05 21 25 26'],
  ['returning_to_sender', 'address_incomplete', '22'],
  ['returning_to_sender', 'recipient_moved', '23 24'],
  ['returning_to_sender', 'unclaimed', '27 31'],
  // Deceased.
  ['returning_to_sender', 'recipient_unreachable', '28'],
  // Recalled by the sender.
  ['returning_to_sender', 'sender_request', '44'],
] as const

const NOTES = [
  // Dead mail: the recovery center looks whose it is.
  [null, 'investigation', '11'],
  // Delivery status not updated; return receipt associated.
  [null, null, 'DX GC'],
] as const

export const CODES = codeTable([...PROGRESS, ...ATTEMPTS, ...RETURNS, ...NOTES])
