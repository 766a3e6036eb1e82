/**
 * Whose tracking number is this? The forms are tables (`detection/formats`), what speaks for whom is
 * weighed in `detection/weigh.ts`. No network: a number that fits says who may know it, not who does.
 */
import { CARRIER_FACTS } from './detection/carriers.ts'
import type { Why } from './detection/explain.ts'
import { reasonsFor, wrongCheckDigit } from './detection/explain.ts'
import type { Format } from './detection/format.ts'
import { matchFormat } from './detection/format.ts'
import { FORMATS } from './detection/formats/index.ts'
import { normalizeNumber } from './detection/normalize.ts'
import { POSTS } from './detection/posts.ts'
import type { Confidence, DetectContext, Weighed } from './detection/weigh.ts'
import { confidenceOf, scoreOf } from './detection/weigh.ts'
import { findCarrier } from './registry.ts'

export { AGGREGATORS } from './detection/carriers.ts'
export { DETECTION_REASONS, type Why } from './detection/explain.ts'
export { CONFIDENCES, type DetectContext } from './detection/weigh.ts'

interface Named {
  /** Id in the registry, or our own id of a carrier we do not track */
  readonly carrier: string
  readonly name: string
  /** Whether there is an adapter to ask it with */
  readonly tracked: boolean
  /** Name of the form the number has */
  readonly format: string
}

export interface Candidate extends Named {
  readonly confidence: Confidence
  /** What the number says of the service, or null */
  readonly service: string | null
  /** ISO 3166-1 code of the country whose post gave the number out, or null */
  readonly country: string | null
  readonly why: readonly Why[]
}

/** A carrier whose form the number has, with a check digit that is wrong. */
export interface Refusal extends Named {
  readonly why: readonly Why[]
}

export interface Detection {
  /** As it is compared: upper case, no blanks and dashes */
  readonly number: string
  /** The likeliest first */
  readonly candidates: readonly Candidate[]
  readonly refused: readonly Refusal[]
}

export const NO_CONTEXT: DetectContext = { accounts: [], destination: null }

/** Candidates for a number however it is written, the likeliest first; none where no form fits. */
export const detect = (number: string, context: DetectContext = NO_CONTEXT): readonly Candidate[] =>
  examine(number, context).candidates

/** The name of the one carrier whose numbers alone look so; null where others' do too, or nobody's. */
export function surelyOf(number: string): string | null {
  const [first, ...others] = detect(number).filter(({ confidence }) => confidence === 'certain')
  return first && others.length === 0 ? first.name : null
}

/** The candidates, and whose check digit says no. */
export function examine(written: string, context: DetectContext): Detection {
  const number = normalizeNumber(written)
  const matched = FORMATS.flatMap((format): Weighed[] => {
    const match = matchFormat(number, format)
    return match ? [{ format, match }] : []
  })
  const fitting = matched.filter(({ match }) => match.outcome !== 'failed')
  const candidates = ranked(
    [...fitting, ...fitting.flatMap((one) => deliveringPost(one, context))],
    context,
  )
  return {
    number,
    candidates: candidates.map((one) => candidateFrom(one, context)),
    refused: refusals(matched, candidates),
  }
}

/** By weight; each carrier once, with what speaks for it most. */
function ranked(weighed: readonly Weighed[], context: DetectContext): readonly Weighed[] {
  const scored = weighed.map((one) => ({ one, score: scoreOf(one, context) }))
  return onceEach(scored.sort((a, b) => b.score - a.score).map(({ one }) => one))
}

function onceEach(weighed: readonly Weighed[]): readonly Weighed[] {
  const byCarrier = new Map<string, Weighed>()
  for (const one of weighed) {
    if (!byCarrier.has(one.format.carrier)) byCarrier.set(one.format.carrier, one)
  }
  return [...byCarrier.values()]
}

const DELIVERING_POST = 4

/** What one post hands in, the post of the destination delivers, and knows by the same number. */
function deliveringPost({ format, match }: Weighed, { destination }: DetectContext): Weighed[] {
  if (format.country === undefined || format.country === destination) return []
  const post = POSTS.find(({ country }) => country === destination)
  return (post?.carriers ?? []).map((carrier) => ({
    format: { ...format, carrier, weight: DELIVERING_POST },
    match,
    delivers: true,
  }))
}

/** A form of less weight is too common for its check digit to be missed. */
const WORTH_REFUSING = 4

function refusals(matched: readonly Weighed[], candidates: readonly Weighed[]): Refusal[] {
  const accepted = new Set(candidates.map(({ format }) => format.carrier))
  const failed = matched.filter(
    ({ format, match }) =>
      match.outcome === 'failed' &&
      format.weight >= WORTH_REFUSING &&
      !accepted.has(format.carrier),
  )
  return onceEach(failed).map(({ format }) => ({
    ...named(format),
    why: [wrongCheckDigit(format.name)],
  }))
}

function candidateFrom(weighed: Weighed, context: DetectContext): Candidate {
  const { format, match } = weighed
  const about = named(format)
  return {
    ...about,
    confidence: confidenceOf(weighed),
    service: match.service,
    country: format.country ?? null,
    why: reasonsFor(weighed, about.name, context),
  }
}

function named({ carrier, name: format }: Format): Named {
  const adapter = findCarrier(carrier)
  const name = adapter?.name ?? CARRIER_FACTS.get(carrier)?.name ?? carrier
  return { carrier, name, tracked: adapter !== null, format }
}
