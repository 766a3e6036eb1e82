/**
 * ClickPost's numbers of couriers (`cp_id`), as far as its API documentation shows them; the list
 * itself is in a merchant's dashboard. A shipment may name its courier by that number as well.
 */
import type { Couriers } from '../aggregator.ts'

export const COURIERS: Couriers = {
  fedex: '1',
  delhivery: '4',
}
