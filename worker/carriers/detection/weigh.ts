/** How much speaks for a carrier: the form, its check digit, the merchant's accounts, the destination. */
import { CARRIER_FACTS } from './carriers.ts'
import type { Format, Match } from './format.ts'

/** What is known beside the number. */
export interface DetectContext {
  /** Ids of carriers the merchant has accounts at */
  readonly accounts: readonly string[]
  /** ISO 3166-1 code of the country the parcel goes to; null: not known */
  readonly destination: string | null
}

/** A form that a number has. */
export interface Weighed {
  readonly format: Format
  readonly match: Match
  /** The carrier did not give the number out: it delivers for the post that did */
  readonly delivers?: true
}

/** Added to a form's weight. A right check digit is worth more than an account or a destination. */
const PASSED = 5
const OWN_ACCOUNT = 3
const PLACES = { home: 2, elsewhere: -2, unknown: 0 } as const

export type Place = keyof typeof PLACES

export function scoreOf({ format, match }: Weighed, context: DetectContext): number {
  const passed = match.outcome === 'passed' ? PASSED : 0
  const account = context.accounts.includes(format.carrier) ? OWN_ACCOUNT : 0
  return format.weight + passed + account + PLACES[placeOf(format.carrier, context)]
}

/** Where the parcel goes, as the carrier sees it. */
export function placeOf(carrier: string, { destination }: DetectContext): Place {
  const { home, only } = CARRIER_FACTS.get(carrier) ?? {}
  if (!home || destination === null) return 'unknown'
  if (home.includes(destination)) return 'home'
  return only ? 'elsewhere' : 'unknown'
}

export const CONFIDENCES = ['certain', 'likely', 'possible'] as const
export type Confidence = (typeof CONFIDENCES)[number]

const USUAL_FORM = 5
/** From this weight on hardly anybody else's numbers look so. */
const OWN_FORM = 7

export const isOwnForm = ({ weight }: Format): boolean => weight >= OWN_FORM

export function confidenceOf({ format, match }: Weighed): Confidence {
  if (isOwnForm(format)) return 'certain'
  return match.outcome === 'passed' || format.weight >= USUAL_FORM ? 'likely' : 'possible'
}
