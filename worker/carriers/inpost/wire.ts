/**
 * What InPost sends: a parcel as ShipX has it, as its shopper's app has it, as the API of the group
 * has it; one event alone, pushed by ShipX or by the group; or an error. Each becomes the same
 * `Tracked`. Sender and receiver are not read.
 */
import * as z from 'zod'
import { fact, optional, present, required, some, text } from '../fields.ts'

export interface Event {
  readonly code: string | null
  readonly time: string | null
  /** City, postal code and country of a place; all null where InPost names none */
  readonly place: readonly [string | null, string | null, string | null]
  /** Who took it */
  readonly receiver: string | null
  /** On the way to the shop: what is delivered there is back */
  readonly isReturn: boolean
}

export interface Point {
  readonly name: string | null
  readonly address: readonly (string | null)[]
  readonly hours: string | null
}

export interface Tracked {
  readonly number: string
  /** true: all events there are; false: one that was pushed */
  readonly whole: boolean
  readonly events: readonly Event[]
  readonly point: Point | null
  /** What opens the locker */
  readonly openCode: string | null
  readonly until: string | null
}

const NOWHERE = [null, null, null] as const

const plainEvent = (code: string | null, time: string | null): Event => ({
  code,
  time,
  place: NOWHERE,
  receiver: null,
  isReturn: false,
})

const BARE = { whole: true, point: null, openCode: null, until: null } as const

const machine = z.object({
  name: fact,
  opening_hours: fact,
  location_description: fact,
  address: optional(z.object({ line1: fact, line2: fact })).catch(null),
})

const shipx = z
  .object({
    tracking_number: required,
    status: text,
    updated_at: fact,
    tracking_details: present(z.object({ status: text, datetime: text })),
    custom_attributes: optional(
      z.object({ target_machine_id: fact, target_machine_detail: optional(machine).catch(null) }),
    ).catch(null),
  })
  .transform((parcel): Tracked => {
    const events = parcel.tracking_details.map(({ status, datetime }) =>
      plainEvent(status, datetime),
    )
    const { target_machine_id: id = null, target_machine_detail: detail = null } =
      parcel.custom_attributes ?? {}
    return {
      ...BARE,
      number: parcel.tracking_number,
      events: events.length > 0 ? events : latest(parcel.status, parcel.updated_at),
      point: pointOf(detail?.name ?? id, detail?.opening_hours ?? null, [
        detail?.address?.line1 ?? null,
        detail?.address?.line2 ?? null,
        detail?.location_description ?? null,
      ]),
    }
  })

const pickUpPoint = z.object({
  name: fact,
  openingHours: fact,
  locationDescription: fact,
  addressDetails: optional(
    z.object({ street: fact, buildingNumber: fact, postCode: fact, city: fact }),
  ).catch(null),
})

const app = z
  .object({
    shipmentNumber: required,
    status: text,
    eventLog: present(z.object({ name: text, date: text })),
    pickUpPoint: optional(pickUpPoint).catch(null),
    openCode: fact,
    expiryDate: fact,
  })
  .transform((parcel): Tracked => {
    const events = parcel.eventLog.map(({ name, date }) => plainEvent(name, date))
    const { addressDetails: address = null } = parcel.pickUpPoint ?? {}
    return {
      ...BARE,
      number: parcel.shipmentNumber,
      events: events.length > 0 ? events : latest(parcel.status, null),
      point: pointOf(parcel.pickUpPoint?.name ?? null, parcel.pickUpPoint?.openingHours ?? null, [
        joined([address?.street ?? null, address?.buildingNumber ?? null]),
        joined([address?.postCode ?? null, address?.city ?? null]),
        parcel.pickUpPoint?.locationDescription ?? null,
      ]),
      openCode: parcel.openCode,
      until: parcel.expiryDate,
    }
  })

const location = z.object({
  type: fact,
  name: fact,
  address: fact,
  postalCode: fact,
  city: fact,
  country: fact,
})

const groupEvent = z
  .object({
    eventCode: required,
    timestamp: text,
    location: optional(location).catch(null),
    delivery: optional(z.object({ recipientName: fact })).catch(null),
    shipment: optional(z.object({ type: fact })).catch(null),
  })
  .transform(({ eventCode, timestamp, location: at, delivery, shipment }) => ({
    event: {
      code: eventCode,
      time: timestamp,
      place: [at?.city ?? null, at?.postalCode ?? null, at?.country ?? null],
      receiver: delivery?.recipientName ?? null,
      isReturn: shipment?.type?.toUpperCase() === 'RETURN',
    } satisfies Event,
    point: at && pointOf(at.name, null, [at.address, joined([at.postalCode, at.city])]),
  }))

/** Codes of events that name the point where the parcel lies. */
const AT_A_POINT = /^LMD\.(100[3-6]|9001|9013)$/

const group = z
  .object({ trackingNumber: required, status: text, events: present(groupEvent) })
  .transform(
    ({ trackingNumber, status, events }): Tracked => ({
      ...BARE,
      number: trackingNumber,
      events: events.length > 0 ? events.map(({ event }) => event) : latest(status, null),
      point: events.find(({ event }) => AT_A_POINT.test(event.code))?.point ?? null,
    }),
  )

const groupPush = z
  .object({ trackingNumber: required })
  .and(groupEvent)
  .transform(
    ({ trackingNumber, event, point }): Tracked => ({
      ...BARE,
      whole: false,
      number: trackingNumber,
      events: [event],
      point: AT_A_POINT.test(event.code) ? point : null,
    }),
  )

/** A push about a shipment that has no number yet is nobody's. */
const shipxPush = z
  .object({
    event: required,
    event_ts: text,
    payload: z.object({ tracking_number: fact, status: fact }),
  })
  .transform(({ event, event_ts, payload }): Tracked[] => {
    const code = payload.status ?? event.replace(/^shipment_/, '')
    if (payload.tracking_number === null) return []
    const number = payload.tracking_number
    return [{ ...BARE, whole: false, number, events: [plainEvent(code, event_ts)] }]
  })

const error = z
  .object({
    status: fact,
    error: fact,
    description: fact,
    code: fact,
    message: fact,
    title: fact,
    detail: fact,
  })
  .transform((said) => ({
    kind: 'error' as const,
    code: said.error ?? said.code ?? said.title ?? said.status,
    words: said.description ?? said.message ?? said.detail,
  }))
  .refine(({ code }) => code !== null, 'is no error')

const tracked = (parcels: readonly Tracked[]) => ({ kind: 'parcels' as const, parcels })
const one = (parcel: Tracked) => tracked([parcel])

export const answer = z.union([
  shipx.transform(one),
  app.transform(one),
  z.object({ parcels: some(z.union([group, app])) }).transform(({ parcels }) => tracked(parcels)),
  group.transform(one),
  groupPush.transform(one),
  shipxPush.transform(tracked),
  error,
])
export type Answer = z.infer<typeof answer>

/** A status without a history is an event of last resort. */
const latest = (status: string | null, time: string | null): readonly Event[] =>
  status === null ? [] : [plainEvent(status, time)]

function pointOf(
  name: string | null,
  hours: string | null,
  address: readonly (string | null)[],
): Point | null {
  return name === null && address.every((part) => part === null) ? null : { name, address, hours }
}

const joined = (parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(' ') || null
