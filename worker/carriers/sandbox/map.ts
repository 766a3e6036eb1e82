/** What the sandbox answers about one number at one moment. Pure: no network, no clock. */
import type { CarrierErrorCode, Reading } from '../contract.ts'
import { factsOf } from './facts.ts'
import { play } from './play.ts'
import { parseStory } from './story.ts'

export interface Question {
  readonly number: string
  /** Epoch milliseconds */
  readonly since: number
  readonly now: number
}

export function answerTo({ number, since, now }: Question): Reading {
  const story = parseStory(number)
  if (typeof story === 'string') return problem('invalid_number', story, number)
  const played = play(story, since, now)
  if (played.down) return problem('down', 'The sandbox is down for this step of the story', number)
  // Like a carrier that has heard nothing of the number yet.
  if (!played.last) return problem('not_found', 'The story has not begun', number)
  const report = {
    tracking_number: number,
    whole: true,
    scans: played.scans,
    ...factsOf(story, played, since),
  }
  return { reports: [report], problems: [] }
}

export function joined(readings: readonly Reading[]): Reading {
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

function problem(code: CarrierErrorCode, message: string, number: string): Reading {
  return {
    reports: [],
    problems: [{ code, carrier_code: null, message, tracking_number: number }],
  }
}
