/** Into whose hands UPS gave a parcel. */
import type { Handover } from '../../../schema/vocabulary.ts'

/**
 * UPS's names of places, in capitals without marks. Source: the places among the "DIALS codes" in
 * the appendix of UPS's Track API, and the samples of its specification ("Front Door").
 */
const PLACES: readonly (readonly [Handover, string])[] = [
  ['recipient', 'RECEIVER, MET CUSTOMER, MET CUSTOMER MAN, MET CUSTOMER WOMAN, RECIPIENT'],
  ['household', 'RESIDENTIAL, RESIDENCE'],
  ['neighbour', 'NEIGHBOR, NEIGHBOUR, NEIGHBOR BY REQUEST'],
  [
    'reception',
    `FRONT DESK, RECEPTION, RECEPTIONIST, MAIL ROOM, MAILROOM, OFFICE, GUARD, SECURITY OFFICE,
     DOOR PERSON, DOORMAN, HOSTESS, JANITOR, CONCIERGE, SUPERINTENDENT, MANAGEMENT OFFICE,
     RECEIVING OFFICE, RECEIVING, DOCK, STORE, WAREHOUSE, COMMERCIAL, COMMERCIAL INSIDE RELEASE`,
  ],
  [
    'safe_place',
    `FRONT DOOR, REAR DOOR, BACK DOOR, SIDE DOOR, GARAGE, PORCH, DECK, PATIO, CARPORT, SHED,
     METER BOX, DELIVERY BAG, OTHER RELEASED, OTHER LOCATION AT ADDRESS`,
  ],
  ['mailbox', 'MAILBOX, MAIL BOX, MAIL SLOT'],
  ['locker', 'LOCKER, PARCEL LOCKER, UPS LOCKER'],
  ['pickup_point', 'UPS ACCESS POINT, ACCESS POINT, UPS RETAIL LOCATION, THE UPS STORE'],
  ['post_office', 'POST OFFICE, LOCAL POST OFFICE'],
  ['agent', 'AGENT'],
  ['sender', 'SENDER, SHIPPER, ORIGINAL SENDER'],
]

const BY_PLACE: ReadonlyMap<string, Handover> = new Map(
  PLACES.flatMap(([to, places]) => places.split(',').map((place) => [normal(place), to] as const)),
)

/** What UPS writes as a receiver where nobody signed. */
const NOBODY: ReadonlySet<string> = new Set(['DRIVER RELEASE', 'DRIVER RELEASED', 'DR', 'UNKNOWN'])

export const handoverTo = (place: string | null): Handover =>
  BY_PLACE.get(normal(place ?? '')) ?? 'unknown'

export const signedBy = (receiver: string | null): string | null =>
  receiver !== null && !NOBODY.has(normal(receiver)) ? receiver : null

function normal(place: string): string {
  return place
    .toUpperCase()
    .replace(/[^A-Z0-9]+/g, ' ')
    .trim()
}
