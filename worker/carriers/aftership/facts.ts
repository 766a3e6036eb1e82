/** What AfterShip says beside the checkpoints. */
import { courierOf, handedOver } from '../aggregator.ts'
import type { Facts, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readPoint } from '../time.ts'
import { HANDS } from './codes.ts'
import { COURIERS } from './couriers.ts'
import type { Tracking } from './wire.ts'

/** What stands for a signature where nobody signed. */
const UNSIGNED = /not required|not requested|waived|released/i

export const factsOf = (tracking: Tracking, scans: readonly Scan[]): Facts => ({
  ...NO_FACTS,
  estimate: estimateOf(tracking, scans),
  pickup: pickupOf(tracking),
  handover: handedOver(scans, signerOf(tracking), HANDS),
  legs: legsOf(tracking),
})

/** The carrier's own goes before AfterShip's reckoning. */
function estimateOf(tracking: Tracking, scans: readonly Scan[]): Facts['estimate'] {
  const said = [
    tracking.courier_estimated_delivery_date,
    tracking.expected_delivery && { datetime: tracking.expected_delivery },
    tracking.latest_estimated_delivery,
    tracking.aftership_estimated_delivery_date,
  ]
  for (const one of said) {
    const ranges = one ? rangeOf(one) : []
    const [from = null, to = from] = ranges
    if (from !== null) return expected(scans, from, to)
  }
  return null
}

type Said = NonNullable<Tracking['latest_estimated_delivery']>

function rangeOf(said: Partial<Said>): readonly string[] {
  const [date, from, to] = [
    said.estimated_delivery_date ?? said.datetime,
    said.estimated_delivery_date_min ?? said.datetime_min,
    said.estimated_delivery_date_max ?? said.datetime_max,
  ].map((written) => readPoint(written ?? null))
  return [from ?? date, to ?? date].filter((point) => point !== null && point !== undefined)
}

/** Where the shopper collects it, as the shop told AfterShip. */
function pickupOf({ delivery_type, pickup_location }: Tracking): Facts['pickup'] {
  if (!delivery_type?.startsWith('pickup') || pickup_location === null) return null
  return { name: pickup_location, address: null, hours: null, until: null, code: null }
}

const signerOf = ({ signed_by }: Tracking): string | null =>
  signed_by !== null && !UNSIGNED.test(signed_by) ? signed_by : null

/** Other numbers of the parcel: before and after the carrier that was asked. */
function legsOf({ tracking_number: own, first_mile, last_mile }: Tracking): Facts['legs'] {
  const legs = [first_mile, last_mile].flatMap((mile) => {
    const number = mile?.tracking_number ?? null
    if (number === null || number === own) return []
    return [{ carrier: courierOf(COURIERS, mile?.slug ?? null), tracking_number: number }]
  })
  return legs.length > 0 ? legs : null
}
