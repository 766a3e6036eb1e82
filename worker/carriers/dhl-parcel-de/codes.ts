/**
 * What an event of DHL Paket is (ICE), and why (RIC).
 *
 * Source of every row: DHL's list of ICE events with their RICs and standard event codes (July 2024),
 * with DHL's words in English and German; `NDELV` is known from an open-source connector alone.
 */
import type { Reason } from '../../../schema/vocabulary.ts'
import { codeTable } from '../code-table.ts'

export const EVENTS = codeTable([
  ['label_created', null, 'PARCV PURCR'],
  ['label_created', 'not_ready', 'NTPUP'],
  ['accepted', null, 'PCKDU SHRCU'],
  ['in_transit', null, 'ASMVT INFCL LDTHU LDTMV MVARR MVDPT SRTED TRBCR ULFMV HNDDE'],
  ['in_transit', null, 'HNDND ICPRC ITBAR RSDCP'],
  ['in_transit', 'customs_hold', 'HLDCP HLDCU'],
  ['in_transit', 'forwarded', 'FWDCF OFWRD ROUCR'],
  ['in_transit', 'missorted', 'MSRTD'],
  ['in_transit', 'transport_delay', 'LDEXC MVDEX MVTEX'],
  ['in_transit', 'data_missing', 'PBNDT'],
  ['in_transit', 'label_unreadable', 'RELBL'],
  ['in_transit', 'damaged', 'REPCK'],
  [null, 'damaged', 'DMGDS'],
  [null, 'transport_delay', 'DTNPC NTADT'],
  [null, 'held', 'EXPHD'],
  ['ready_for_pickup', null, 'CNRFC HLDCC'],
  ['attempt_failed', null, 'NTDEL NDELV'],
  ['attempt_failed', 'refused', 'DLVRF'],
  ['delivered', null, 'DLVRD'],
  ['returning_to_sender', null, 'RETRN'],
  ['cancelled', null, 'CANCL'],
  ['ended', 'disposed', 'DSPSD'],
  ['ended', 'seized', 'CNFSC'],
  // Wishes and messages, a check, money, a record closed, an event taken back.
  [null, null, 'ADVIS ALERT CHECK PMTCR PMTCS RCCLS SECHK STORN'],
])

/** Where event and RIC, or those and the standard event code, say more than the event. */
export const COMBINATIONS = codeTable([
  // At the branch it waits; at the customs office the recipient fetches it.
  ['ready_for_pickup', null, 'HNDDE/SERPT/LA HNDDE/SERPT/ZF INFCL/SERPT/LA DLVRD/CUSTM/ZU'],
  // "Held at the service point", but still in delivery: on its way there.
  ['in_transit', null, 'HLDCC/SERPT/PO'],
  [null, 'unclaimed', 'HLDCC/NTCCN/ZF'],
  // Sorted or loaded onto the van that delivers.
  ['out_for_delivery', null, 'SRTED/NRQRD/PO LDTMV/MVMTV/PO LDTMV/PCKST/PO LDTMV/SECDA/PO'],
  ['attempt_failed', null, 'LDTMV/SECDA/ZN'],
  ['accepted', null, 'SRTED/NRQRD/AE SRTED/NRQRD/ES LDTMV/SERPT/ES'],
  // A whole vehicle for one recipient.
  ['delivered', null, 'MVARR/NRQRD/ZU'],
  ['delivered', 'damaged', 'DLVRD/ACCDM/ZU'],
  ['in_transit', null, 'DLVRD/HNDTC/ZU'],
  [null, null, 'DLVRD/CODAR/GT DLVRD/CODRP/GT DLVRD/CODRP/ZU'],
  ['ended', 'lost', 'RCCLS/LOSTX/ZN'],
  ['returning_to_sender', null, 'OFWRD/RTSCR OFWRD/RTSSA EXPHD/RTTSP'],
  ['in_transit', 'missorted', 'OFWRD/CRRFN'],
  ['in_transit', 'recipient_unreachable', 'OFWRD/CNCNR'],
  ['in_transit', null, 'OFWRD/NRQRD'],
  [null, 'address_wrong', 'ALERT/BDADD'],
  [null, 'held', 'ADVIS/STBSD'],
  [null, 'rescheduled', 'ADVIS/SECDA'],
  [null, 'security', 'SECHK/INSPT'],
  [null, null, 'PURCR/REJCT/DD PURCR/SECPL/DD'],
  ['label_created', 'address_wrong', 'PURCR/BDADD'],
  ['label_created', 'transport_delay', 'NTPUP/CLRTE NTPUP/CRROT NTPUP/WRGTR'],
  ['label_created', 'address_wrong', 'NTPUP/BDADD NTPUP/CPUNK'],
])

/** Events that a RIC explains; beside others it says what the words say, and no reason. */
export const EXPLAINED: ReadonlySet<string> = new Set(
  'DLVRF EXPHD INFCL LDEXC MVDEX MVTEX NTDEL NDELV RETRN'.split(' '),
)

const GROUPS: readonly (readonly [Reason, string])[] = [
  ['address_wrong', 'BDADD CPUNK WRGPN WRGRI'],
  ['business_closed', 'CLOSD'],
  ['capacity', 'CAPEX OVRLD'],
  ['customs_documents', 'PWMFD'],
  ['customs_rejected', 'CLREF INSPF'],
  ['damaged', 'DMGED DMGPC DMPHD'],
  ['data_missing', 'MSDOC MSSDT'],
  ['disaster', 'FRMJR'],
  ['forwarded', 'PCKST SERPT'],
  ['holiday', 'HLDAY'],
  ['id_required', 'AGNEG CTCNI IDDMG IDNEG WRGID'],
  ['investigation', 'INSPT'],
  ['label_unreadable', 'MSLBL UDFPC'],
  ['lost', 'LOSTX'],
  ['missorted', 'STPRB WRGTR'],
  ['payment_due', 'TRPMT'],
  ['prohibited', 'FSCCH GDNMS NAGTB'],
  ['recipient_absent', 'NHOME'],
  ['recipient_moved', 'MOVED'],
  ['recipient_unreachable', 'CNCNR'],
  ['refused', 'NTORD RFUSD'],
  ['rescheduled', 'DLVDT HNDCA'],
  ['sender_request', 'HLDSR STBSD'],
  ['transport_delay', 'CRROT DRCRU EQUBF MSDLA NTIHU TCATC'],
  ['unclaimed', 'NTCCN'],
  ['vehicle', 'TCHBD VHARU'],
  ['carrier_exception', 'FFTCH INCSH'],
]

export const REASONS: ReadonlyMap<string, Reason> = new Map(
  GROUPS.flatMap(([reason, codes]) => codes.split(' ').map((code) => [code, reason] as const)),
)

/** RICs that give no reason: no detail, "other", the customer was told or asked for it. */
export const PLAIN: ReadonlySet<string> = new Set(
  `CROAT CSREQ CTCST FWEXH NEXCH NRQRD OARRV OTHER OTHRE RSEXW RTSCR RTSSA RTTSP SECDA SHINF SHNCP
   UDLVR WRGDT`.split(/\s+/),
)
