/**
 * What Australia Post's tracking call sends: a result per number, each with articles or with errors of
 * its own. A consignment has articles of its own number, nested as `items` in some answers.
 */
import * as z from 'zod'
import { fact, list, required, some, text } from '../fields.ts'

const event = z.object({ description: text, date: text, location: fact })
export type Event = z.infer<typeof event>

const failure = z
  .object({ code: fact, error_code: fact, name: fact, error_name: fact, message: fact })
  .transform(({ code, error_code, name, error_name, message }) => ({
    code: code ?? error_code,
    words: message ?? name ?? error_name,
  }))
export type Failure = z.infer<typeof failure>

const article = z.object({
  article_id: fact,
  status: fact,
  events: list(event),
  estimated_delivery_date: fact,
})
export type Article = z.infer<typeof article>

const item = article.extend({ items: list(article) })

const result = z
  .object({
    tracking_id: required,
    status: fact,
    errors: list(failure),
    trackable_items: list(item),
  })
  .refine(({ errors, trackable_items }) => errors.length + trackable_items.length > 0)
  .transform(({ trackable_items, ...rest }) => ({
    ...rest,
    articles: trackable_items.flatMap(({ items, ...own }) => [own, ...items]),
  }))
export type Result = z.infer<typeof result>

export const answer = z.union([
  z
    .object({ tracking_results: some(result) })
    .transform(({ tracking_results }) => ({ kind: 'results' as const, results: tracking_results })),
  z
    .object({ errors: some(failure) })
    .transform(({ errors }) => ({ kind: 'errors' as const, errors })),
])
export type Answer = z.infer<typeof answer>
