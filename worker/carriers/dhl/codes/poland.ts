/**
 * DHL Parcel Poland (service `parcel-pl`). Source: the list of status codes of the Unified API, with
 * DHL's words. "Ready to be delivered on the next working day" is in a depot, not with a courier.
 */
import { codeTable } from '../../code-table.ts'

const PROGRESS = [
  ['label_created', null, 'EDWP'],
  ['accepted', null, 'DWP SP_DWP SP_PU'],
  ['in_transit', null, 'EDB EDC EXA EXC SEC LP LW LW_PL SORT WEJPL WYJPL SP_DW SP_ATDSP TRM2'],
  ['in_transit', null, 'BCZ KWC LIK TRM TRM_X WER ZID ZMA ZOS ZWW_KRYZ ZWW_NSP'],
  ['out_for_delivery', null, 'LK'],
  // At a DHL POP, a terminal, a Packstation, a post office.
  ['ready_for_pickup', null, 'DOR_SP DOR_POC SP_DSP SP_PA SP_KP'],
  ['ready_for_pickup', null, 'OWL OWL_KP OWL_ONO OWL_PS_KP OWL_PS_ONO OWL_SP_KP OWL_SP_ONO'],
  ['delivered', null, 'DOR DOR_LOK DOR_OTH DOR_OWL DOR_RDZ DOR_SAS PPDOR SP_DOR'],
] as const

const ATTEMPTS = [
  ['attempt_failed', null, 'AWI_NSP ZWW'],
  ['attempt_failed', 'recipient_absent', 'AWI AWI_DP2 AWI_ONU AWI_SAS'],
  ['attempt_failed', 'access_denied', 'AWI_OZ'],
  ['attempt_failed', 'capacity', 'AWI_SPCAP SP_CAP'],
  ['attempt_failed', 'address_wrong', 'AN AN_BO AN_RA AN_SAS'],
  ['attempt_failed', 'payment_due', 'BRG BRG_SAS'],
  ['attempt_failed', 'data_missing', 'AWI_ROD'],
  [
    'attempt_failed',
    'refused',
    `OP OP_BWER OP_COD OP_DUB OP_OTH OP_PLA OP_PNK OP_REZ OP_ROD OP_SAS OP_TNZ OP_UMO OP_USK
     OP_USP`,
  ],
] as const

const TROUBLE = [
  [null, 'carrier_exception', 'CC PNK'],
  [null, 'held', 'SP_ZAM'],
  [null, 'rescheduled', 'PNPT SOB'],
  [null, 'forwarded', 'ZA ZAIT'],
] as const

const BACK = [
  ['returning_to_sender', null, 'REZ ZWN ZWR ZWR_OP ZWR_WER AWI_CZAS'],
  ['returning_to_sender', 'address_wrong', 'ZWR_AN'],
  ['returning_to_sender', 'unclaimed', 'SP_KZW SP_TO ZWR_ZB ZWR_ZT'],
  ['returning_to_sender', 'refused', 'SP_OP SP_ZWR'],
  ['returning_to_sender', 'id_required', 'OP_DO'],
  ['returning_to_sender', 'data_missing', 'OP_DOK'],
  ['cancelled', null, 'SP_CN'],
] as const

/** The recipient was told, or chose other hours, a neighbour, a POP. */
const NOTES = [[null, null, 'POW PO18 SAS PSHOP']] as const

export const POLAND = codeTable([...PROGRESS, ...ATTEMPTS, ...TROUBLE, ...BACK, ...NOTES])
