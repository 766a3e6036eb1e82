/**
 * What iMile sends: a code of its own and, where it is 200, what has happened to an order (`locus`);
 * one order, or a list of one.
 */
import * as z from 'zod'
import { fact, optional, present, some, text } from '../fields.ts'

const step = z.object({
  latestStatus: text,
  latestStatusTime: text,
  latestSite: fact,
  locusDetailed: text,
  locusType: fact,
  /** `GMT+03:00`, `+3` */
  timeZone: fact,
})
export type Step = z.infer<typeof step>

const order = z.object({
  billNo: fact,
  waybillNo: fact,
  expressNo: fact,
  latestStatus: text,
  latestStatusTime: text,
  latestSite: fact,
  latestLocus: fact,
  timeZone: fact,
  locus: present(step),
})
export type Order = z.infer<typeof order>

const OK = '200'

const tracked = z.object({
  code: text.pipe(z.literal(OK)),
  data: optional(some(order)),
})

const refused = z
  .object({ code: text.pipe(z.string()), message: fact })
  .refine(({ code }) => code !== OK)
export type Refused = z.infer<typeof refused>

export const answer = z.union([
  tracked.transform(({ data }) => ({ kind: 'tracked' as const, orders: data ?? [] })),
  refused.transform((said) => ({ kind: 'refused' as const, ...said })),
])
export type Answer = z.infer<typeof answer>
