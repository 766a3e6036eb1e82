/**
 * Delhivery's NSL codes ("non-service-level", in `StatusCode`): why, or what exactly, within the
 * status that `status.ts` reads. A milestone here is finer than the status; without one the status
 * stands.
 *
 * Sources: [R] recorded answers, [D] Delhivery's API documentation (codes a redelivery may be asked
 * for), [N] Delhivery's NSL list, code and remark, as Indian shipping aggregators publish it. A code
 * whose remark no source gives (most of ST-, CS- and DTUP-) is not listed and stays unmapped.
 */
import { codeTable } from '../code-table.ts'

/** From the sender to Delhivery. [R] X-UCI FMPUR-101 FMEOD-103 -106 -110 X-PNP DTUP-210, [N] the rest. */
const PICKUP = [
  // Manifest uploaded, pickup scheduled, out for pickup, soft data received, a pickup asked for twice.
  [
    'label_created',
    null,
    'X-UCI X-UCO X-ASP FMPUR-101 FMOFP-101 FMEOD-112 PNP-102 CL-101 CL-102 CL-103',
  ],
  [
    'label_created',
    null,
    'X-LM1P X-DDD1FP X-DDD2FP X-DDD3FP X-DDD4FP X-DDD1FR X-DDD2FR X-DDD3FR X-DDD4FR',
  ],
  // Not ready, not handed over, sender closed or moved: "Shipment not received from client".
  [
    'label_created',
    'not_ready',
    'X-PNP PNP-101 FMEOD-101 FMEOD-102 FMEOD-103 FMEOD-107 FMEOD-110 FMEOD-111',
  ],
  ['label_created', 'not_ready', 'FMEOD-152'],
  // "Pickup not attempted".
  ['label_created', 'transport_delay', 'FMEOD-106'],
  ['label_created', 'vehicle', 'FMEOD-104'],
  ['label_created', 'capacity', 'FMEOD-108'],
  ['label_created', 'data_missing', 'FMEOD-109'],
  // "Seller cancelled the order": said day after day of one parcel, and no end of it.
  ['label_created', 'sender_request', 'DTUP-210 FMEOD-118'],
  // Picked up, or received at the origin centre.
  ['accepted', null, 'X-PPOM X-PPONM X-PROM X-PRONM X-PIOM EOD-77'],
] as const

/** Bags, trips and facilities: the status says where. [R] all but the numbered variants, which are [N]. */
const MOVING = [
  [null, null, 'X-DBL1F X-OLL4F X-DWS X-PRC X-UNEX DTUP-231 CS-101 S-MAR'],
  [null, null, 'X-IBD1F X-IBD3F X-IBD1R X-IBD3R X-IBD4R'],
  [null, null, 'X-DLD0F X-DLD1F X-DLD2F X-DLL0F X-DLL1F X-DLL2F X-DLO0F X-DLO1F X-DLO2F'],
  [null, null, 'X-ILD0F X-ILD1F X-ILD2F X-ILL0F X-ILL1F X-ILL2F X-ILO0F X-ILO1F X-ILO2F'],
  [null, null, 'X-DLD0R X-DLD1R X-DLD2R X-DLD4R X-DLL0R X-DLL1R X-DLL2R X-DLO0R X-DLO1R X-DLO2R'],
  [null, null, 'X-ILD0R X-ILD1R X-ILD2R X-ILL0R X-ILL1R X-ILL2R X-ILO0R X-ILO1R X-ILO2R'],
  // On the van; "Call placed to consignee" while it is.
  [
    null,
    null,
    'X-LM1D X-DDD1FD X-DDD2FD X-DDD3FD X-DDD4FD X-DDD3F X-DDO3F X-DDD1LF X-DDD3LF ST-114',
  ],
  [null, null, 'X-DRD1R X-DRD2R X-DRD3R X-DRD4R X-DRO1R X-DRO2R X-DRO3R X-DRO4R'],
] as const

/** Late, held or hurt on the way. [R] DLYLH-105, [N] the rest. */
const TROUBLE = [
  [null, 'transport_delay', 'DLYLH-104 DLYLH-105 DLYLH-106 DLYLH-135 DLYLH-139 DLYLH-142 DOFF-128'],
  [null, 'vehicle', 'DLYLH-109'],
  [null, 'capacity', 'DLYLH-133'],
  [null, 'security', 'DLYLH-115 DLYRG-120'],
  [null, 'weather', 'DLYDC-101'],
  [null, 'disaster', 'DLYDC-102'],
  [null, 'strike', 'DLYRG-125'],
  [null, 'holiday', 'DLYRG-130'],
  [null, 'missorted', 'DLYMR-118'],
  [null, 'customs_hold', 'DLYRG-124'],
  [null, 'data_missing', 'DLYRG-127'],
  [null, 'address_wrong', 'DLYRPC-417'],
  [null, 'business_closed', 'DLYDC-107'],
  [null, 'rescheduled', 'DLYDC-110 EOD-68'],
  [null, 'out_of_area', 'DLYDC-132 X-NSZ SC-102 ST-109 ST-112'],
  [null, 'sender_request', 'DLYDC-416 DLYFM-102 DLYRPC-416 DLYRPC-419'],
  [null, 'damaged', 'RT-104 DLYDG-119'],
  [null, 'lost', 'LT-100'],
] as const

/** At the consignee's door. [D] EOD-3 -6 -11 -15 -16 -43 -69 -74 -86 -104, with the words of [N]; [N] the rest. */
const DOOR = [
  ['attempt_failed', 'recipient_absent', 'EOD-11'],
  ['attempt_failed', 'address_incomplete', 'EOD-74'],
  ['attempt_failed', 'recipient_moved', 'EOD-15'],
  ['attempt_failed', 'refused', 'EOD-6 EOD-6I EOD-6O EOD-111'],
  ['attempt_failed', 'rescheduled', 'EOD-3'],
  ['attempt_failed', 'payment_due', 'EOD-16 EOD-40 EOD-133 EOD-134'],
  ['attempt_failed', 'access_denied', 'EOD-104'],
  ['attempt_failed', 'id_required', 'EOD-146'],
  // Asked to open it first; the one-time code was wrong or not at hand.
  ['attempt_failed', null, 'EOD-69 EOD-137 EOD-138'],
  // "Not attempted": it was not, so no attempt failed.
  [null, 'transport_delay', 'EOD-86 EOD-65'],
  [null, 'address_incomplete', 'SC-104'],
  // The consignee means to collect it; nothing says that it lies ready.
  [null, null, 'EOD-43 SC-103 SC-106 X-SC'],
  [
    null,
    null,
    'EOD-36 EOD-37 EOD-38 EOD-135 EOD-136 EOD-141 EOD-143 EOD-144 EOD-145 EOD-600 SC-101',
  ],
] as const

/** Back to the sender, and pickups at the consignee's. [N]. */
const BACK = [
  [null, 'sender_request', 'RT-101'],
  [null, 'security', 'RT-113'],
  [null, null, 'RT-106 RT-107 RT-108 RT-109 RT-110 RT-111 RD-AC RD-AC1 CL-105 CL-109'],
  // The sender did not take it: closed, incomplete, no invoice. Its contents or packing were damaged.
  [
    null,
    null,
    'RD-PD3 RD-PD4 RD-PD7 RD-PD8 RD-PD10 RD-PD11 RD-PD15 RD-PD17 RD-PD18 RD-PD20 RD-PD22',
  ],
  [null, 'damaged', 'RD-PD12 RD-PD21'],
  [null, 'recipient_absent', 'EOD-26'],
  [null, 'address_incomplete', 'EOD-73'],
  [null, 'access_denied', 'EOD-121'],
  // Called off, tried often enough, or not the article that was to come back.
  [null, null, 'EOD-21 EOD-84 EOD-95 EOD-106 EOD-108 EOD-131 EOD-132 EOD-140'],
] as const

export const CODES = codeTable([...PICKUP, ...MOVING, ...TROUBLE, ...DOOR, ...BACK])
