/**
 * What the API version 2 sends: an order with its statuses, or a webhook's event about one, or errors.
 * Sender, recipient and goods are in an order and are not read.
 */
import * as z from 'zod'
import { fact, list, optional, present, required, text } from '../fields.ts'

export interface Status {
  readonly code: string | null
  readonly name: string | null
  readonly time: string | null
  readonly city: string | null
  /** Code of `REASONS` */
  readonly reason: string | null
  readonly isWithdrawn: boolean
}

export interface Problem {
  /** Code of `PROBLEMS` */
  readonly code: string | null
  readonly time: string | null
}

export interface Agreed {
  readonly date: string | null
  readonly from: string | null
  readonly to: string | null
}

/** An order, or what one event says of it. */
export interface Order {
  readonly number: string
  readonly whole: boolean
  /** An order of its own that brings back what was not handed over */
  readonly isReturn: boolean
  readonly statuses: readonly Status[]
  readonly problems: readonly Problem[]
  readonly planned: string | null
  readonly agreed: Agreed | null
  /** Code of the point or locker */
  readonly point: string | null
  readonly keptUntil: string | null
  readonly receiver: string | null
  /** The number under which it goes back */
  readonly returnNumber: string | null
}

export interface Failure {
  readonly code: string | null
  readonly words: string | null
  readonly number: string | null
}

export interface Answer {
  readonly orders: readonly Order[]
  readonly failures: readonly Failure[]
}

/** An order of which nothing is known but its number. */
export const bare = (number: string, whole: boolean): Order => ({
  number,
  whole,
  isReturn: false,
  statuses: [],
  problems: [],
  planned: null,
  agreed: null,
  point: null,
  keptUntil: null,
  receiver: null,
  returnNumber: null,
})

const flag = fact.transform((value) => value === 'true')

const status = z
  .object({
    code: text,
    name: text,
    date_time: text,
    city: fact,
    reason_code: fact,
    deleted: flag,
  })
  .transform(
    ({ code, name, date_time, city, reason_code, deleted }): Status => ({
      code,
      name,
      time: date_time,
      city,
      reason: reason_code,
      isWithdrawn: deleted,
    }),
  )

const problem = z
  .object({ code: fact, create_date: fact })
  .transform(({ code, create_date }): Problem => ({ code, time: create_date }))

const entity = z.object({
  cdek_number: fact,
  number: fact,
  is_return: flag,
  statuses: present(status),
  delivery_problem: list(problem).catch([]),
  planned_delivery_date: fact,
  keep_free_until: fact,
  delivery_point: fact,
  delivery_detail: optional(z.object({ recipient_name: fact })).catch(null),
})

const relation = z.object({
  type: fact,
  cdek_number: fact,
  date: fact,
  time_from: fact,
  time_to: fact,
})

const relations = list(relation).catch([])

/** The planned day and the term of storage stand in the order, or beside it. */
const order = z
  .object({
    entity,
    related_entities: relations,
    planned_delivery_date: fact,
    keep_free_until: fact,
  })
  .transform(({ entity: one, related_entities: related, ...beside }): Answer => {
    const agreed = related.findLast(({ type }) => type === 'delivery')
    const order: Order = {
      ...bare(one.cdek_number ?? one.number ?? '', true),
      isReturn: one.is_return,
      statuses: one.statuses,
      problems: one.delivery_problem,
      planned: one.planned_delivery_date ?? beside.planned_delivery_date,
      agreed: agreed ? { ...agreed, from: agreed.time_from, to: agreed.time_to } : null,
      point: one.delivery_point,
      keptUntil: one.keep_free_until ?? beside.keep_free_until,
      receiver: one.delivery_detail?.recipient_name ?? null,
      returnNumber: numberOf(related),
    }
    return { orders: [order], failures: [] }
  })

const numberOf = (related: readonly z.infer<typeof relation>[]): string | null =>
  related.find(({ type }) => type === 'return_order')?.cdek_number ?? null

const changed = z
  .object({
    is_return: flag,
    status_code: fact,
    code: fact,
    status_reason_code: fact,
    status_date_time: text,
    city_name: fact,
    related_entities: relations,
    deleted: flag,
  })
  .refine(({ code, status_code }) => code !== null || status_code !== null, 'says no status')
  .transform(
    (event): Partial<Order> => ({
      isReturn: event.is_return,
      statuses: [
        {
          code: event.code ?? event.status_code,
          name: null,
          time: event.status_date_time,
          city: event.city_name,
          reason: event.status_reason_code,
          isWithdrawn: event.deleted,
        },
      ],
      returnNumber: numberOf(event.related_entities),
    }),
  )

const met = problem.transform((one): Partial<Order> => ({ problems: [one] }))

const arranged = z.object({ date: fact, time_from: fact, time_to: fact }).transform(
  ({ date, time_from, time_to }): Partial<Order> => ({
    agreed: { date, from: time_from, to: time_to },
  }),
)

/** A new day; other changes, of a price or a tariff, say nothing of where the parcel is. */
const modified = z
  .object({ modification_type: fact, new_value: optional(z.object({ value: fact })).catch(null) })
  .transform(
    ({ modification_type: type, new_value }): Partial<Order> => ({
      planned: type === 'PLANED_DELIVERY_DATE_CHANGED' ? (new_value?.value ?? null) : null,
    }),
  )

const EVENTS: ReadonlyMap<string, z.ZodType<Partial<Order>>> = new Map<
  string,
  z.ZodType<Partial<Order>>
>([
  ['ORDER_STATUS', changed],
  ['DELIV_PROBLEM', met],
  ['DELIV_AGREEMENT', arranged],
  ['ORDER_MODIFIED', modified],
])

/** Events about printed forms, offices or couriers name no order's fate. */
const event = z
  .object({ type: required, uuid: required, attributes: z.looseObject({ cdek_number: fact }) })
  .transform(({ type, attributes }, context): Answer => {
    const schema = EVENTS.get(type)
    const number = attributes.cdek_number
    if (!schema || number === null) return { orders: [], failures: [] }
    const said = schema.safeParse(attributes)
    if (said.success) return { orders: [{ ...bare(number, false), ...said.data }], failures: [] }
    context.addIssue({ code: 'custom', message: `is no ${type}` })
    return z.NEVER
  })

const failure = z
  .object({ code: fact, message: fact })
  .transform(({ code, message }): Failure => ({ code, words: message, number: null }))

const failures = (all: readonly Failure[]): Answer => ({ orders: [], failures: all })

/** A refused request repeats what was asked, and why. */
const refused = z
  .object({
    requests: list(z.object({ errors: list(failure) })),
    errors: list(failure),
  })
  .transform(({ requests, errors }) => [...requests.flatMap((one) => one.errors), ...errors])
  .refine((all) => all.length > 0, 'is no refusal')
  .transform(failures)

/** OAuth's form, and that of the server in front. */
const denied = z
  .object({ error: required, error_description: fact, message: fact })
  .transform(({ error, error_description, message }) =>
    failures([{ code: error, words: error_description ?? message, number: null }]),
  )

export const answer = z.union([order, event, refused, denied])
