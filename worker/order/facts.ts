/** What carriers say beside their scans, each fact with the time of the latest word on it. */
import type { Facts, Report } from '../../schema/report.ts'
import { canonicalJson } from '../lib/bytes.ts'
import type { Dated, DatedFacts } from './state.ts'

const FACT_NAMES = [
  'estimate',
  'window',
  'next_attempt',
  'pickup',
  'handover',
  'payment_due',
  'legs',
] as const satisfies readonly (keyof Facts)[]

/** `asOf`: when the carrier was asked or pushed, epoch milliseconds. A push that is silent on a fact changes nothing of it. */
export function mergeFacts(kept: DatedFacts, report: Report, asOf: number): DatedFacts {
  const merged: Record<string, Dated<unknown>> = { ...kept }
  for (const name of FACT_NAMES) {
    const value = report[name]
    if (value === null && !report.whole) continue
    merged[name] = later(kept[name], { value, as_of: asOf })
  }
  return merged as DatedFacts
}

/** The later word; at one time an arbitrary but fixed choice. */
function later(known: Dated<unknown> | undefined, said: Dated<unknown>): Dated<unknown> {
  if (!known) return said
  if (known.as_of !== said.as_of) return known.as_of > said.as_of ? known : said
  return canonicalJson(known.value) > canonicalJson(said.value) ? known : said
}

/** The facts as they stand, null where nothing is known. */
export function currentFacts(facts: DatedFacts): Facts {
  return {
    estimate: facts.estimate?.value ?? null,
    window: facts.window?.value ?? null,
    next_attempt: facts.next_attempt?.value ?? null,
    pickup: facts.pickup?.value ?? null,
    handover: facts.handover?.value ?? null,
    payment_due: facts.payment_due?.value ?? null,
    legs: facts.legs?.value ?? null,
  }
}
