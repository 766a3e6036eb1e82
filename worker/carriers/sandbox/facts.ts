/** What the sandbox says beside the scans, from where its story stands and what is still to come. */

import type { Handover } from '../../../schema/vocabulary.ts'
import { DAY, HOUR } from '../../lib/clock.ts'
import { hash } from '../../lib/hash.ts'
import type { Facts, HandedOver, Pickup } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { choose } from './choose.ts'
import type { Event, Played } from './play.ts'
import type { Letter, Story } from './story.ts'
import { clockAt } from './zone.ts'

const ARRIVALS: readonly Letter[] = ['D', 'P']
const ATTEMPTS: readonly Letter[] = ['O', 'D', 'P']

/** Letters under way: only these have a day to wait for. */
const MOVING: readonly Letter[] = ['I', 'A', 'T', 'C', 'O', 'F', 'X']
const PAYABLE = ['payment_due', 'customs_duties']

/** A story that never arrives still promises a day: some days after it began. */
const UNTOLD_DAYS = [3, 4, 5] as const
const PICKUP_DAYS = 7
const WINDOW = 2 * HOUR

const RECEIVERS: readonly (readonly [Handover, string | null])[] = [
  ['recipient', 'L. Haddad'],
  ['household', 'M. Bauer'],
  ['neighbour', 'S. Okafor'],
  ['reception', 'Front desk'],
  ['safe_place', null],
  ['mailbox', null],
  ['locker', null],
]

export function factsOf(story: Story, played: Played, since: number): Facts {
  const { last, route } = played
  if (!last || last.scan.milestone === 'ended') return NO_FACTS
  const zone = route.destination.zone
  const arrival = timeOf(played, ARRIVALS)
  const { letter, reason } = last
  const expected = arrival ?? untold(story, last, since)
  return {
    ...NO_FACTS,
    estimate: MOVING.includes(letter) ? estimateOf(played, expected, zone) : null,
    window: letter === 'O' ? windowOf(arrival ?? last.time + WINDOW, zone) : null,
    next_attempt:
      letter === 'F' ? clockAt(timeOf(played, ATTEMPTS) ?? last.time + DAY, zone).day : null,
    pickup: letter === 'P' ? pickupOf(story, played, last) : null,
    handover: letter === 'D' ? handoverOf(story, last) : null,
    payment_due: PAYABLE.includes(reason ?? '')
      ? { amount: `${(hash(story.id) % 90) + 10}.50`, currency: route.currency, url: null }
      : null,
  }
}

/** A story that says no more: out for delivery means today, all else some days after it began. */
const untold = (story: Story, last: Event, since: number): number =>
  last.letter === 'O' ? last.time + WINDOW : since + choose(UNTOLD_DAYS, `day ${story.id}`) * DAY

/** The more that is still to come, the vaguer the day. */
function estimateOf(played: Played, expected: number, zone: string): Facts['estimate'] {
  const spread = played.ahead.length > 2 ? DAY : 0
  return { from: clockAt(expected, zone).day, to: clockAt(expected + spread, zone).day }
}

function windowOf(arrival: number, zone: string): Facts['window'] {
  const from = Math.floor(arrival / HOUR) * HOUR
  return { from: clockAt(from, zone).local, to: clockAt(from + WINDOW, zone).local, zone }
}

function pickupOf(story: Story, played: Played, last: Event): Pickup {
  return {
    ...played.route.pickup,
    until: clockAt(last.time + PICKUP_DAYS * DAY, played.route.destination.zone).day,
    code: String(hash(`code ${story.id}`) % 1_000_000).padStart(6, '0'),
  }
}

function handoverOf(story: Story, last: Event): HandedOver {
  const [to, signedBy] = choose(RECEIVERS, `hand ${story.id}`)
  return { to, at: last.scan.at, signed_by: signedBy, photo: null }
}

/** When the first of these letters is still to come. */
function timeOf(played: Played, letters: readonly Letter[]): number | null {
  const found = played.ahead.find(
    ({ step }) => step.kind === 'event' && letters.includes(step.letter),
  )
  return found?.time ?? null
}
