/** The destination's time: whose "today" a page speaks of. */
import { firstZone } from '../lib/zone.ts'
import type { OrderState } from '../order/state.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'

/** The destination's zone, else the merchant's; UTC where neither is one. */
export const zoneOf = (
  state: Pick<OrderState, 'placed'>,
  merchant: Pick<MerchantConfiguration, 'time_zone'>,
): string => firstZone(state.placed.delivery.time_zone, merchant.time_zone)
