/** From what AfterShip sends to what we keep. Pure. */
import { meaningOf, orHeader } from '../aggregator.ts'
import type { Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { place } from '../facts.ts'
import { NO_MOMENT, readMoment } from '../time.ts'
import { WORDS } from './codes.ts'
import { problemOf, UNREGISTERED } from './errors.ts'
import { factsOf } from './facts.ts'
import type { Answer, Checkpoint, One, Tracking } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'error') return { reports: [], problems: [problemOf(answer.meta)] }
  return {
    reports: answer.all.map(reportOf),
    problems: answer.all.length === 0 ? [UNREGISTERED] : [],
  }
}

function reportOf(one: One): Report {
  const { tracking_number } = one
  if (one.kind === 'tracking') {
    const scans = orHeader(one.checkpoints.map(scanOf), headerOf(one))
    return { tracking_number, whole: true, scans, ...factsOf(one, scans) }
  }
  const last = one.kind === 'last' ? one.checkpoint : null
  const scans = last && isSaid(last) ? [scanOf(last)] : []
  return { ...NO_FACTS, tracking_number, whole: false, scans }
}

/** Where there is no last checkpoint, AfterShip sends one whose fields are all null. */
const isSaid = ({ checkpoint_time, message, tag }: Checkpoint): boolean =>
  [checkpoint_time, message, tag].some((said) => said !== null)

/**
 * The code is the sub-tag: carriers' own (`raw_tag`) is one for many checkpoints of a minute, which
 * would then be one scan.
 */
function scanOf(checkpoint: Checkpoint): Scan {
  const { city, state, message, tag, subtag } = checkpoint
  const said = place(
    [
      city,
      state,
      checkpoint.postal_code ?? checkpoint.zip,
      checkpoint.country_region ?? checkpoint.country_iso3,
    ],
    city,
  )
  return {
    ...readMoment(checkpoint.checkpoint_time),
    code: subtag ?? tag,
    text: message,
    location: checkpoint.location ?? said.location,
    city,
    ...meaningOf(WORDS, [subtag, tag], message),
  }
}

const headerOf = ({ tag, subtag, subtag_message }: Tracking): Scan => ({
  ...NO_MOMENT,
  code: subtag ?? tag,
  text: subtag_message,
  location: null,
  city: null,
  ...meaningOf(WORDS, [subtag, tag], subtag_message),
})
