/**
 * Answers of the former status report (`status_report_h.php`, XML): the same statuses by their numbers.
 * CDEK has shut it down; recordings of it are whole lives.
 */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'
import type { Answer, Failure, Order, Status } from './wire.ts'
import { bare } from './wire.ts'

const state = z.object({
  '@Date': text,
  '@Code': text,
  '@Description': text,
  '@CityName': fact,
})
type State = z.infer<typeof state>

const reported = z
  .object({
    '@DispatchNumber': fact,
    '@Number': fact,
    '@RecipientName': fact,
    '@ReturnDispatchNumber': fact,
    '@ErrorCode': fact,
    '@Msg': fact,
    Status: optional(state.extend({ State: list(state) })),
    Reason: optional(z.object({ '@Code': fact })).catch(null),
  })
  .refine((order) => order.Status || order['@ErrorCode'], 'says nothing of the order')
type Reported = z.infer<typeof reported>

const order = reported.and(z.object({ ReturnOrder: list(reported) }))

export const legacy = z
  .object({
    StatusReport: z
      .object({ '@ErrorCode': fact, '@Msg': fact, Order: list(order) })
      .refine((report) => report.Order.length > 0 || report['@ErrorCode'], 'has no order'),
  })
  .transform(({ StatusReport: report }): Answer => {
    const failures = report.Order.flatMap(failureOf)
    const known = report.Order.filter(({ Status }) => Status)
    return {
      orders: known.flatMap((order) => [
        orderOf(order),
        ...order.ReturnOrder.map((back) => ({ ...orderOf(back), isReturn: true })),
      ]),
      failures: known.length + failures.length > 0 ? failures : failureOf(report),
    }
  })

function orderOf(order: Reported): Order {
  const { Status: now } = order
  const states = now?.State.length ? now.State : now ? [now] : []
  return {
    ...bare(order['@DispatchNumber'] ?? order['@Number'] ?? '', true),
    statuses: states.map((state) =>
      // The reason is that of the status the order has now.
      statusOf(state, state['@Code'] === now?.['@Code'] ? order.Reason?.['@Code'] : null),
    ),
    receiver: order['@RecipientName'],
    returnNumber: order['@ReturnDispatchNumber'],
  }
}

const statusOf = (state: State, reason: string | null = null): Status => ({
  code: state['@Code'],
  name: state['@Description'],
  time: state['@Date'],
  city: state['@CityName'],
  reason,
  isWithdrawn: false,
})

type Said = Pick<Reported, '@ErrorCode' | '@Msg'> & Partial<Pick<Reported, '@DispatchNumber'>>

const failureOf = (said: Said): Failure[] =>
  said['@ErrorCode'] === null
    ? []
    : [{ code: said['@ErrorCode'], words: said['@Msg'], number: said['@DispatchNumber'] ?? null }]
