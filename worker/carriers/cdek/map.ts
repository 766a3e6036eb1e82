/** From what CDEK sends to what we keep. Pure. */
import type { Milestone } from '../../../schema/vocabulary.ts'
import type { Meaning } from '../code-table.ts'
import { closer, meaningIn } from '../code-table.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import type { Moment } from '../time.ts'
import { readMoment } from '../time.ts'
import { CODES, PROBLEMS, REASONS } from './codes.ts'
import { orderFacts } from './facts.ts'
import type { Answer, Failure, Order, Problem, Status } from './wire.ts'

export const readAnswer = ({ orders, failures }: Answer): Reading => ({
  reports: orders.map(reportOf),
  problems: failures.map(problemOf),
})

function reportOf(order: Order): Report {
  const scans = [
    ...order.statuses.map((status) => scanOf(status, order.isReturn)),
    ...order.problems.map(troubleOf),
  ]
  return {
    tracking_number: order.number,
    whole: order.whole,
    scans,
    ...orderFacts(
      order,
      scans.filter(({ withdrawn }) => !withdrawn),
    ),
  }
}

const scanOf = (status: Status, isReturn: boolean): Scan => ({
  ...momentOf(status.time),
  code: status.code,
  text: status.name,
  location: status.city,
  city: status.city,
  ...(isReturn ? goingBack(meaningOf(status)) : meaningOf(status)),
  ...(status.isWithdrawn ? { withdrawn: true as const } : {}),
})

/** The numbers of problems are others than those of statuses. */
const troubleOf = ({ code, time }: Problem): Scan => ({
  ...momentOf(time),
  code: `DELIV_PROBLEM ${code}`,
  text: null,
  location: null,
  city: null,
  ...meaningIn(PROBLEMS, code),
})

/** The offset is that of CDEK's servers, so its clock is none of the place; the instant is right. */
function momentOf(time: string | null): Moment {
  const moment = readMoment(time)
  return moment.at === null ? moment : { ...moment, local: null }
}

/** A reason says why something failed; of a delivery it says that a part of it was left. */
function meaningOf({ code, reason }: Status): Meaning {
  const meaning = meaningIn(CODES, code?.toUpperCase() ?? null)
  return meaning.milestone === 'delivered' ? meaning : closer(meaning, meaningIn(REASONS, reason))
}

const UNDER_WAY: ReadonlySet<Milestone | null> = new Set<Milestone>([
  'accepted',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'ready_for_pickup',
])

/** The way of a return order ends at the shop: nobody else has to be there or to fetch it. */
function goingBack({ milestone, reason }: Meaning): Meaning {
  if (milestone === 'delivered') return { milestone: 'returned_to_sender', reason }
  return { milestone: UNDER_WAY.has(milestone) ? 'returning_to_sender' : milestone, reason }
}

/** Source: the errors of CDEK's API; `ERR_…` from the former one. Another client's order is not there for us. */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  v2_order_not_found: 'not_found',
  v2_order_forbidden: 'not_found',
  v2_entity_not_found: 'not_found',
  v2_entity_not_found_cdek_number: 'not_found',
  v2_entity_not_found_im_number: 'not_found',
  v2_entity_forbidden: 'not_found',
  v2_bad_request: 'invalid_number',
  v2_invalid_format: 'invalid_number',
  v2_invalid_value_type: 'invalid_number',
  v2_field_is_empty: 'invalid_number',
  v2_order_number_empty: 'invalid_number',
  v2_parameters_empty: 'invalid_number',
  v2_token_expired: 'unauthorized',
  unauthorized: 'unauthorized',
  invalid_token: 'unauthorized',
  invalid_client: 'unauthorized',
  access_denied: 'unauthorized',
  forbidden: 'unauthorized',
  v2_similar_request_still_processed: 'throttled',
  v2_internal_error: 'down',
  internal_error: 'down',
  err_orders_not_found: 'not_found',
  err_order_notfind: 'not_found',
  err_invalid_dispatchnumber: 'not_found',
  err_invalid_number: 'not_found',
  err_auth: 'unauthorized',
}

const problemOf = ({ code, words, number }: Failure): CarrierProblem => ({
  code: ERRORS[code?.toLowerCase() ?? ''] ?? 'bad_answer',
  carrier_code: code,
  message: words?.slice(0, 200) ?? 'CDEK gave no message',
  tracking_number: number,
})
