/**
 * PostNL's status codes: where a shipment is in the whole, one for many events. They are read only
 * where an answer has no events.
 *
 * Source: "T & T status codes" among the reference data of PostNL's developer documentation; 27, 28
 * and 31 from its list of event codes. 99 is "not applicable". "Manco" is missing at one stage, and
 * comes with the words "delivery time has been updated"; 18 is missing for good.
 */
import { codeTable } from '../code-table.ts'

export const STATUSES = codeTable([
  ['label_created', null, '1 13'],
  ['accepted', null, '2 3 23'],
  [null, 'not_ready', '4 14'],
  [null, 'data_missing', '19'],
  ['in_transit', null, '5 20 21 31'],
  ['in_transit', 'transport_delay', '6'],
  ['in_transit', 'customs_hold', '9'],
  [null, 'transport_delay', '15 16 17'],
  [null, 'lost', '18'],
  ['out_for_delivery', null, '7'],
  ['attempt_failed', null, '8'],
  ['ready_for_pickup', null, '12'],
  ['delivered', null, '11 22'],
  ['returning_to_sender', null, '27 28'],
  [null, null, '99'],
])
