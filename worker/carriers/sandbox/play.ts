/** A story played up to a moment: which steps have come, and the scans they left. Pure. */
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import type { Scan } from '../contract.ts'
import { choose } from './choose.ts'
import type { Place, Route } from './places.ts'
import { ROUTES } from './places.ts'
import type { Letter, Step, Story } from './story.ts'
import { LETTER_WORDS, REASON_WORDS } from './words.ts'
import { clockAt } from './zone.ts'

export interface TimedStep {
  readonly step: Step
  /** Epoch milliseconds */
  readonly time: number
}

export interface Event {
  readonly letter: Letter
  readonly reason: Reason | null
  readonly time: number
  readonly scan: Scan
}

export interface Played {
  readonly route: Route
  /** In the order of the answer, not always of time */
  readonly scans: readonly Scan[]
  readonly last: Event | null
  readonly down: boolean
  readonly ahead: readonly TimedStep[]
}

const MILESTONE_OF: Readonly<Record<Letter, Milestone>> = {
  I: 'label_created',
  A: 'accepted',
  T: 'in_transit',
  C: 'in_transit',
  O: 'out_for_delivery',
  F: 'attempt_failed',
  P: 'ready_for_pickup',
  D: 'delivered',
  X: 'in_transit',
  R: 'returning_to_sender',
  B: 'returned_to_sender',
}

/** After an X for one of these nothing is left to move. */
const ENDINGS: readonly (Reason | null)[] = ['lost', 'disposed', 'seized']

/** Places of a letter, one after the other where it comes again; the last one stays. */
const STOPS: Readonly<
  Record<Letter, readonly (keyof Route & ('origin' | 'hub' | 'destination'))[]>
> = {
  I: ['origin'],
  A: ['origin'],
  T: ['origin', 'hub', 'hub', 'destination'],
  C: ['destination'],
  O: ['destination'],
  F: ['destination'],
  P: ['destination'],
  D: ['destination'],
  X: ['hub'],
  R: ['destination', 'hub'],
  B: ['origin'],
}

export function play(story: Story, since: number, now: number): Played {
  const route = choose(ROUTES, story.id)
  const timeline = timelineOf(story, since)
  const come = timeline.filter(({ time }) => time <= now)
  const seen = new Map<Letter, number>()
  let scans: readonly Scan[] = []
  let last: Event | null = null
  for (const { step, time } of come) {
    if (step.kind === 'event') {
      const before = seen.get(step.letter) ?? 0
      seen.set(step.letter, before + 1)
      last = { ...step, time, scan: scanOf(step, time, before, route) }
      scans = [...scans, last.scan]
    } else {
      scans = marked(step.kind, scans, last)
    }
  }
  const down = come.at(-1)?.step.kind === 'outage'
  return { route, scans, last, down, ahead: timeline.slice(come.length) }
}

/** Steps without duration have all come when the shipment begins, a second apart so that they keep their order. */
function timelineOf({ steps, seconds }: Story, since: number): TimedStep[] {
  const start = seconds === 0 ? since - (steps.length - 1) * 1000 : since
  const duration = Math.max(seconds, 1) * 1000
  return steps.map((step, index) => ({ step, time: start + index * duration }))
}

function marked(
  kind: 'silence' | 'twin' | 'swap' | 'outage',
  scans: readonly Scan[],
  last: Event | null,
): readonly Scan[] {
  if (kind === 'twin') return last ? [...scans, last.scan] : scans
  if (kind === 'swap') return [...scans.slice(0, -2), ...scans.slice(-2).reverse()]
  return scans
}

function scanOf(
  { letter, reason }: { readonly letter: Letter; readonly reason: Reason | null },
  time: number,
  before: number,
  route: Route,
): Scan {
  const place: Place = route[nth(STOPS[letter], before) ?? 'hub']
  const { at, local } = clockAt(time, place.zone)
  const words = nth(LETTER_WORDS[letter], before) ?? ''
  return {
    at,
    local,
    zone: place.zone,
    code: letter,
    text: reason ? `${words}: ${REASON_WORDS[reason]}` : words,
    location: `${place.city}, ${place.country}`,
    city: place.city,
    milestone: letter === 'X' && ENDINGS.includes(reason) ? 'ended' : MILESTONE_OF[letter],
    reason,
  }
}

const nth = <T>(list: readonly T[], index: number): T | undefined =>
  list[Math.min(index, list.length - 1)]
