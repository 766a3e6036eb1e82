/**
 * When a parcel is asked about: a function of its milestone and number, not a row. At minute m of the
 * wheel a parcel is due when `m mod cadence` is its slot. Every cadence divides the longer ones, so
 * two orders that share a number are due together and the number is asked about once.
 */
import type { Milestone } from '../../schema/vocabulary.ts'
import { CARRIERS, NO_CARRIER, REACHED } from '../../schema/vocabulary.ts'
import { hash } from '../lib/hash.ts'

/** Wheel units (minutes) between two looks at a parcel. */
const CADENCE: Readonly<Record<Milestone, number>> = {
  pending: 480,
  label_created: 240,
  accepted: 240,
  in_transit: 240,
  out_for_delivery: 60,
  attempt_failed: 120,
  ready_for_pickup: 480,
  returning_to_sender: 240,
  delivered: 0,
  returned_to_sender: 0,
  cancelled: 0,
  ended: 0,
}

/** Carriers that allow a closer look: the sandbox asks nobody, and its stories want watching. */
const CLOSER: ReadonlyMap<string, number> = new Map([['sandbox', 1]])

/** A cadence of 0 means once more, at the minute its slot names: terminal parcels, a day later. */
export const ONCE = 0
const ONCE_AFTER = 1440

/** Wheel units that nobody minds waiting */
const SOON = 5

/** A parcel that the carrier pushes is asked about once a day, as a check. */
const PUSHED = 1440

/** Every cadence a tick reads, ONCE among them. */
export const CADENCES: readonly number[] = [
  ...new Set([...Object.values(CADENCE), ...CLOSER.values(), PUSHED]),
].sort((a, b) => a - b)

export interface Turn {
  readonly cadence: number
  readonly slot: number
}

const TRACKED: ReadonlySet<string> = new Set([...CARRIERS, ...REACHED])

/** Whether a carrier can be asked, itself or over an aggregator; others are known by name only. */
export const isTracked = (carrier: string): boolean => TRACKED.has(carrier)

/**
 * Parcels without a carrier have their turn too: who may know them is asked. `settled`: the wheel
 * minute of the last scan, for parcels whose journey is over. null: never asked about.
 */
export function turn(
  parcel: {
    readonly carrier: string
    readonly tracking_number: string
    readonly milestone: Milestone
    readonly pushed?: true
  },
  settled: number,
): Turn | null {
  if (!isTracked(parcel.carrier) && parcel.carrier !== NO_CARRIER) return null
  const usual = CADENCE[parcel.milestone]
  if (usual === ONCE) return { cadence: ONCE, slot: settled + ONCE_AFTER }
  const cadence = parcel.pushed ? PUSHED : Math.min(usual, CLOSER.get(parcel.carrier) ?? usual)
  return { cadence, slot: hash(`${parcel.carrier}\0${parcel.tracking_number}`) % cadence }
}

/** Whether a parcel may wait longer for its turn than anybody would watch a page. */
export const waitsLong = (parcel: Parameters<typeof turn>[0]): boolean =>
  (turn(parcel, 0)?.cadence ?? ONCE) > SOON

/** The slot that is due at a minute for a cadence. */
export const slotAt = (cadence: number, minute: number): number =>
  cadence === ONCE ? minute : minute % cadence

/** The last minute up to `minute` at which this turn came, or null where it has not yet. */
export function lastTurn({ cadence, slot }: Turn, minute: number): number | null {
  if (cadence === ONCE) return slot <= minute ? slot : null
  return minute - ((((minute - slot) % cadence) + cadence) % cadence)
}
