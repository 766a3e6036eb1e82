/**
 * What one event means: event and RIC together where that is known, else the event with the RIC's
 * reason, else the standard event code, which every event has.
 */
import type { Meaning } from '../code-table.ts'
import { meaningIn } from '../code-table.ts'
import { PAKET } from '../dhl-codes.ts'
import { COMBINATIONS, EVENTS, EXPLAINED, REASONS } from './codes.ts'
import type { Event } from './wire.ts'

export function meaningOf(event: Event): Meaning {
  const meaning = outbound(event)
  return event.back && meaning.milestone === 'delivered'
    ? { ...meaning, milestone: 'returned_to_sender' }
    : meaning
}

function outbound({ ice, ric, standard }: Event): Meaning {
  const combined =
    COMBINATIONS.get(`${ice}/${ric}/${standard}`) ?? COMBINATIONS.get(`${ice}/${ric}`)
  if (combined) return combined
  const event = EVENTS.get(ice ?? '')
  if (!event) return meaningIn(PAKET, standard)
  const why = EXPLAINED.has(ice ?? '') ? REASONS.get(ric ?? '') : undefined
  return why ? { ...event, reason: why } : event
}
