/**
 * Royal Mail's event codes.
 *
 * Source of every row but the last: Royal Mail's list of tracking events with their scan point, name
 * and customer words, as an open-source reader of its files transcribes it. EVGPD ("Indoor Sorting -
 * Ready For Delivery … now due for delivery today") is the last word before the door. A parcel at the
 * collection point is "Delivered" there; here it waits. "Rejected" is by a machine, and goes on. EVKNR,
 * EVOCO, RSRXS and RORXS from public readers of the same API. The last group is known from an
 * open-source connector alone, which gives words for codes; it has EVNHE as on hold, the list says
 * "Returned to HWDC - retention exceeded".
 */
import { codeTable } from '../code-table.ts'

const PROGRESS = [
  ['label_created', null, 'EVAIE EVAIP EVAPA EVPPB'],
  // Outward: "We've got it".
  [
    'accepted',
    null,
    'EVBAH EVBAV EVBAW EVBOF EVBPM EVBPR EVBRS EVBSM EVBSR EVBSS EVBSW EVPPA EVNPB',
  ],
  [
    'accepted',
    null,
    'EVDAA EVDAC EVDAV EVDAW EVDLS EVDOF EVDPL EVDPM EVDPR EVDRO EVDRS EVDSL EVDSM',
  ],
  ['accepted', null, 'EVDSR EVDSS EVOAC EVOBC'],
  ['accepted', 'damaged', 'EVBDM EVBSD EVDDM EVDSD'],
  // Inward: "In Transit".
  [
    'in_transit',
    null,
    'EVCAH EVCAV EVCOF EVCPS EVCPW EVCRS EVCRW EVGDO EVIAV EVILC EVIMC EVIMS EVIOF',
  ],
  [
    'in_transit',
    null,
    'EVIPR EVIPS EVIPW EVIRM EVIRO EVNDO EVNMC EVOCO EVODO EVOLB EVOOC EVORC EVORI',
  ],
  ['in_transit', null, 'EVORW EVOUF EVOVB'],
  ['in_transit', 'damaged', 'EVCDM EVCPD EVGDM EVIDM EVIPD'],
  ['in_transit', 'missorted', 'EVBMI EVCMI EVCPI EVDMI EVGMI EVIMI EVIPI EVNMI EVOMI'],
  ['in_transit', 'forwarded', 'EVNRD EVNWA'],
  ['out_for_delivery', null, 'EVGPD'],
] as const

/** HWDC is the office of exchange outwards, ILC inwards. */
const ABROAD = [
  ['in_transit', null, 'EVHAC EVHOE EVJDU EVJIC EVJJV EVJLV EVJMV EVJOE'],
  ['in_transit', null, 'EVJEA EVJFC EVJIA EVJNT'],
  ['in_transit', 'customs_hold', 'EVJAP EVJBA EVJCA EVJCC EVJES'],
  ['in_transit', 'customs_documents', 'EVJCD EVJCO EVJEM EVJIN EVJML EVJSR'],
  ['in_transit', 'customs_duties', 'EVJDP'],
  ['in_transit', 'prohibited', 'EVJPA'],
  // Exports called off: awaiting something…
  [null, 'customs_duties', 'EVHAP'],
  [null, 'customs_documents', 'EVHNC'],
  [null, 'disaster', 'EVHFM'],
  [null, 'refused', 'EVHAR'],
  [null, 'sender_request', 'EVHSR'],
  // …or on the way back.
  ['returning_to_sender', 'address_incomplete', 'EVHCA'],
  ['returning_to_sender', 'customs_rejected', 'EVHCR'],
  ['returning_to_sender', 'damaged', 'EVHDI'],
  ['returning_to_sender', 'customs_documents', 'EVHID'],
] as const

const DOOR = [
  ['delivered', null, 'EVKDN EVKNS EVKOP EVKSF EVKSP EVNFS EVNLP EVNOI EVNPO'],
  // Collected at the counter.
  ['delivered', null, 'EVNCE EVNCO EVNOC EVNSC EVPLC EVPLF'],
  ['ready_for_pickup', null, 'EVKLC EVKLS EVNAE EVNLC EVPLA'],
  ['ready_for_pickup', 'recipient_absent', 'EVNDA'],
  ['attempt_failed', null, 'EVKNR'],
  ['attempt_failed', 'recipient_absent', 'EVKNA EVNBA EVNSA EVPON EVPXN'],
  ['attempt_failed', 'access_denied', 'EVKAA EVNAA EVNIL EVNIO EVPOA EVPXA'],
  ['attempt_failed', 'safe_place_unavailable', 'EVKSU'],
  [null, 'transport_delay', 'EVNDN'],
  [null, 'rescheduled', 'EVNRC EVNSR RORXS RSRXS'],
  [null, 'held', 'EVNKS EVNRT'],
  [null, 'payment_due', 'EVNCF'],
] as const

const BACK = [
  ['returning_to_sender', null, 'EVBRT EVNRN EVNRS EVORR EVORT EVPLX EVPUX'],
  ['returning_to_sender', 'address_incomplete', 'EVBRA EVBSA EVCPA EVCRA EVDRA EVDSA EVIPA EVKAI'],
  ['returning_to_sender', 'address_incomplete', 'EVNAI EVNLA EVNLI EVNSI EVPOI EVPXI'],
  // "Unknown recipient. Returned to sender."
  ['returning_to_sender', 'address_wrong', 'EVNUK EVNUL EVNUO EVPLU EVPOU EVPXU'],
  ['returning_to_sender', 'recipient_moved', 'EVKGA EVNAC EVNGA EVNGL EVNLG EVPOG EVPXG'],
  ['returning_to_sender', 'refused', 'EVKRF EVNAB EVNHR EVNLR EVNRF EVNRO EVNRR EVPLR EVPOR EVPXR'],
  ['returning_to_sender', 'unclaimed', 'EVNAD EVNHE EVNRE EVNRL EVPLN'],
  ['returning_to_sender', 'label_unreadable', 'EVBRB EVCRB EVDRB'],
  ['returning_to_sender', 'oversized', 'EVBRW EVDRW EVDSW'],
  ['returning_to_sender', 'sender_request', 'EVPLI'],
  ['ended', 'disposed', 'EVNDL'],
  ['ended', 'prohibited', 'EVSGD'],
  ['in_transit', 'prohibited', 'EVSGS'],
  [null, 'security', 'EVSUS'],
  [null, 'investigation', 'EVNCL'],
] as const

const NOTES = [
  // Booked out, deleted in a list, billed, written to somebody.
  [null, null, 'EVNDS EVNOU EVZAM EVZBF EVZDM EVZDR EVZLM EVZRD EVZRM EVZSO'],
] as const

const CONNECTOR = [
  [null, 'damaged', 'DAMAGED'],
  [null, 'missorted', 'MISROUTE'],
  [null, 'lost', 'LOST'],
  [null, 'vehicle', 'DELAY VEHICLE'],
  [null, 'refused', 'REF REFUSED'],
  [null, 'business_closed', 'CLOSED'],
  [null, 'recipient_absent', 'EVNPS NOTHOME'],
  [null, 'address_wrong', 'BADADDR INCORRECT'],
  [null, 'access_denied', 'NOACCESS'],
  [null, 'customs_hold', 'CUSTOMS CUSTOMSHOLD EVNCU'],
  [null, 'customs_documents', 'CUSTOMSDOC'],
  [null, 'customs_duties', 'CUSTOMS_UNPAID'],
  [null, 'weather', 'WEATHER'],
  [null, 'held', 'HOLD ONHOLD'],
  [null, 'carrier_exception', 'UNDELIVERABLE'],
] as const

export const CODES = codeTable([...PROGRESS, ...ABROAD, ...DOOR, ...BACK, ...NOTES, ...CONNECTOR])
