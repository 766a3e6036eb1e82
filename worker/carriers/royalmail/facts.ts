/** What Royal Mail says beside the events. */
import type { Handover } from '../../../schema/vocabulary.ts'
import type { Facts, HandedOver, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver } from '../facts.ts'
import { readDay, readMomentOf } from '../time.ts'
import { CLOCK } from './time.ts'
import type { Estimate, Piece } from './wire.ts'

/** Into whose hands, by the code of the delivery. Source: the names of the events (`codes.ts`). */
const HANDS: Readonly<Record<string, Handover>> = {
  EVKDN: 'neighbour',
  EVKNS: 'neighbour',
  EVKSF: 'safe_place',
  EVNPO: 'mailbox',
  EVPLC: 'post_office',
  EVPLF: 'post_office',
}

export function pieceFacts(piece: Piece, scans: readonly Scan[]): Facts {
  const day = readDay(piece.estimatedDelivery?.date ?? null, CLOCK)
  return {
    ...NO_FACTS,
    estimate: expected(scans, day),
    window: isOver(scans) ? null : windowOf(piece.estimatedDelivery, day),
    handover: handedOver(scans, piece.signature?.recipientName ?? null),
  }
}

/** The day and the hours come apart: `2017-02-20`, `08:00:00+01:00`. */
function windowOf(given: Estimate | null, day: string | null): Facts['window'] {
  if (!given?.startOfEstimatedWindow || !given.endOfEstimatedWindow) return null
  const [from, to] = [given.startOfEstimatedWindow, given.endOfEstimatedWindow].map((time) => {
    const { at, local } = readMomentOf(day, time.replace(/^\d{4}-\d\d-\d\dT/, ''), CLOCK)
    return at ?? local
  })
  return from && to && from <= to ? { from, to, zone: CLOCK.zone } : null
}

function handedOver(scans: readonly Scan[], receiver: string | null): HandedOver | null {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const to = HANDS[delivered.code ?? ''] ?? 'unknown'
  return { to, at: delivered.at, signed_by: receiver, photo: null }
}
