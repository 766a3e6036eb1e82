/** What a shipment's own status says, where it has no events. The codes of events are `EXPRESS`. */
import { codeTable } from '../code-table.ts'

/** `success` means that DHL answered. Sources: samples of the MyDHL API, and the Unified API's words. */
export const STATUSES = codeTable([
  ['label_created', null, 'pre-transit'],
  ['in_transit', null, 'transit'],
  ['attempt_failed', null, 'failure'],
  ['delivered', null, 'delivered'],
])

/** What stands in the place of the status where DHL knows no such shipment. */
export const NOT_FOUND = /no (shipments?|data) found|not found/i
