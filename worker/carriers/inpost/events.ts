/**
 * InPost's event codes in the API of the group, which serves all its countries.
 *
 * Source of every row: "Tracking events" in the documentation of the InPost group, versions 1 and 2.
 * The first letters are the stage: creation, customs, first, middle and last mile, end of life, return,
 * information. "Damaged" and "Missing" are given as an end of life.
 */
import { codeTable } from '../code-table.ts'

export const EVENTS = codeTable([
  ['label_created', null, 'CRE.1001 CRE.1002 FMD.1001 FMD.1007 FMD.1013 FUL.1001 FUL.1002'],
  ['accepted', null, 'FMD.1002 FMD.1003 FMD.1004 FMD.1005 FMD.1006 FMD.1015 FUL.1003 HAN.1001'],
  ['in_transit', null, 'MMD.1001 MMD.1002 MMD.1003 MMD.1004 MMD.1005 MMD.1007 MMD.1009 MMD.3001'],
  ['in_transit', null, 'CC.001 CC.002 LMD.1002 LMD.3012'],
  ['in_transit', 'customs_hold', 'CC.003'],
  ['in_transit', 'security', 'MMD.1006 MMD.9001'],
  // Another point, its old one again, a branch, another address.
  [
    'in_transit',
    'forwarded',
    'LMD.3001 LMD.3002 LMD.3003 LMD.3004 LMD.3005 LMD.3006 LMD.3013 LMD.3014 LMD.3015 LMD.3016',
  ],
  ['in_transit', 'forwarded', 'LMD.3017'],
  // Too long in a temporary store.
  ['in_transit', null, 'LMD.3008 LMD.3009 LMD.3010 LMD.3011'],
  // "In-transit (last-mile): on the way to its final destination".
  ['out_for_delivery', null, 'LMD.1001'],
  ['ready_for_pickup', null, 'LMD.1003 LMD.1004 LMD.1005 LMD.1006 LMD.9001 LMD.9013'],
  ['ready_for_pickup', null, 'LMD.3007 LMD.9012'],
  ['delivered', null, 'EOL.1001 EOL.1002 EOL.1003 EOL.1004 EOL.1005 EOL.1006 EOL.1007 EOL.1008'],
  ['attempt_failed', null, 'LMD.9004 LMD.9005 LMD.9018'],
  ['attempt_failed', 'refused', 'LMD.9006'],
  ['attempt_failed', 'address_wrong', 'LMD.9007 LMD.9015'],
  ['attempt_failed', 'recipient_unreachable', 'LMD.9008'],
  ['attempt_failed', 'recipient_absent', 'LMD.9017'],
  ['attempt_failed', 'payment_due', 'LMD.9009'],
  ['attempt_failed', 'access_denied', 'LMD.9010 LMD.9011 LMD.9016 LMD.9025'],
  ['attempt_failed', 'id_required', 'LMD.9029'],
  ['returning_to_sender', null, 'RTS.1001'],
  ['returning_to_sender', 'unclaimed', 'LMD.9014'],
  ['returned_to_sender', null, 'RTS.1002'],
  ['cancelled', null, 'EOL.9004 EOL.9005 FMD.1014'],
  ['ended', 'lost', 'EOL.9001'],
  ['ended', 'damaged', 'EOL.9002'],
  ['ended', 'disposed', 'EOL.9003'],
  ['ended', 'prohibited', 'EOL.9006'],
  // Not picked up at the sender's.
  [null, 'not_ready', 'FMD.1008 FMD.1009 FMD.1010 FMD.1011 FMD.1016 FMD.1017'],
  [null, 'label_unreadable', 'FMD.1012'],
  [null, 'oversized', 'FMD.9002 LMD.9003 LMD.9021'],
  [null, 'investigation', 'FMD.9001'],
  [null, 'unclaimed', 'LMD.9002 LMD.9019'],
  // A locker that is full, cannot be reached or does not open.
  [null, 'capacity', 'LMD.9022'],
  [null, 'carrier_exception', 'LMD.9020 LMD.9023'],
  [null, 'business_closed', 'LMD.9024'],
  [null, 'strike', 'LMD.9026'],
  [null, 'prohibited', 'LMD.9027'],
  [null, 'disaster', 'LMD.9028 INF.9005'],
  [null, 'damaged', 'LMD.9030'],
  [null, 'transport_delay', 'INF.9001'],
  [null, 'holiday', 'INF.9003 INF.9004'],
  [null, 'data_missing', 'INF.9009'],
  [null, 'security', 'INF.9013'],
  [null, 'sender_request', 'INF.9016'],
  [null, 'appointment_needed', 'INF.9017'],
  // Paid, preferences, the day or half day that was set.
  [null, null, 'INF.1001 INF.9010 INF.9012 INF.9014'],
])
