/** From what Royal Mail sends to what we keep. Pure. */
import type { CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { readMoment } from '../time.ts'
import { problemsOf, refusal } from './errors.ts'
import { pieceFacts } from './facts.ts'
import { meaningOf } from './meaning.ts'
import { CLOCK } from './time.ts'
import type { Answer, Event, Piece } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'refused') return { reports: [], problems: problemsOf(answer.refusal) }
  return {
    reports: answer.pieces.filter(({ error }) => !error).map(reportOf),
    problems: answer.pieces.flatMap(problemOf),
  }
}

const problemOf = ({ error, mailPieceId }: Piece): CarrierProblem[] =>
  error ? [{ ...refusal(error), tracking_number: mailPieceId }] : []

/** The summary repeats the last event: it is read only where there are no events. */
function reportOf(piece: Piece): Report {
  const events = piece.events?.length ? piece.events : piece.summary ? [piece.summary] : []
  const scans = events.filter(isSaid).map(scanOf)
  return {
    tracking_number: piece.mailPieceId,
    whole: piece.events !== undefined,
    scans,
    ...pieceFacts(piece, scans),
  }
}

/** The summary of a piece that was never scanned has no last event. */
const isSaid = ({ eventCode, eventName }: Event): boolean =>
  eventCode !== null || eventName !== null

const scanOf = ({ eventCode, eventName, eventDateTime, locationName }: Event): Scan => ({
  ...readMoment(eventDateTime, CLOCK),
  code: eventCode,
  text: eventName,
  location: locationName,
  city: cityOf(locationName),
  ...meaningOf(eventCode, eventName),
})

/** An office is written `Stafford DO`, `Chelmsford MC`: the town and what kind it is. */
const cityOf = (office: string | null): string | null =>
  office?.replace(/\s+(DO|MC|RDC|CSP|SPDO|PO|VOC|IPC)$/i, '') ?? null
