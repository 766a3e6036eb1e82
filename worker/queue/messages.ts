/**
 * What travels on the belt, one versioned union. A message is a wake-up, not the truth: whoever gets
 * it reads again and decides. A Worker of one version before must understand it, so unknown fields
 * are let pass and known ones are not renamed.
 */
import * as z from 'zod'
import type { Report } from '../../schema/report.ts'

const target = z.object({
  order: z.string(),
  shipment: z.string(),
  leg: z.int(),
  /** Of the answer recorded last: the same again wakes no object */
  digest: z.string(),
})

const parcel = z.object({
  number: z.string(),
  /** When its shipment began, epoch milliseconds */
  since: z.number(),
  /** Wheel units between its turns; absent: it has none */
  cadence: z.int().optional(),
  targets: z.array(target),
  /**
   * The number came without a carrier: who is asked after this one, where this one does not know it.
   * Absent: the carrier is known
   */
  next: z.array(z.string()).optional(),
})

/** Look at up to 50 parcels of one carrier account. */
const poll = z.object({
  v: z.literal(1),
  kind: z.literal('poll'),
  merchant: z.string(),
  shard: z.string(),
  /** NO_CARRIER: who may know the numbers is to be asked */
  carrier: z.string(),
  /** null: the merchant's oldest account at the carrier */
  account: z.string().nullable(),
  /** Wheel minute it was due at; null: an early poll that belongs to none */
  minute: z.int().nullable(),
  /** Of how many messages for this account and minute, and which */
  parts: z.int(),
  part: z.int(),
  parcels: z.array(parcel),
  /** How often a part of it went back to the queue */
  tries: z.int().optional(),
})

/** Look at one number of a merchant now, whoever waits for it. */
const look = z.object({
  v: z.literal(1),
  kind: z.literal('look'),
  merchant: z.string(),
  shard: z.string(),
  carrier: z.string(),
  number: z.string(),
})

/** What a carrier pushed, verified and read. */
const scans = z.object({
  v: z.literal(1),
  kind: z.literal('scans'),
  merchant: z.string(),
  shard: z.string(),
  carrier: z.string(),
  /** The account that was called; absent from the version before */
  account: z.string().optional(),
  map_version: z.int(),
  /** When it was pushed, epoch milliseconds */
  at: z.number(),
  report: z.custom<Report>((value) => typeof value === 'object' && value !== null),
})

/** Mail the buyer a link with a fresh grant. */
const freshLink = z.object({
  v: z.literal(1),
  kind: z.literal('fresh_link'),
  merchant: z.string(),
  shard: z.string(),
  order: z.string(),
  /** The request in the order's object that this message serves, once */
  request: z.string(),
})

const message = z.discriminatedUnion('kind', [poll, look, scans, freshLink])

export type Message = z.output<typeof message>
export type MessageKind = Message['kind']
export type MessageOf<Kind extends MessageKind> = Extract<Message, { kind: Kind }>
export type PollMessage = MessageOf<'poll'>
export type PollParcel = PollMessage['parcels'][number]

/** Throws ZodError for what no version of ours sent. */
export const parseMessage = (body: unknown): Message => message.parse(body)

/** Parcels in a poll message, whatever the carrier's batch: it stays below one billed chunk of 64 KB. */
export const MAX_PARCELS = 50

/** What may be kept of a message for good: ids, never a body. Scans become a wake-up to look again. */
export function withoutBody(known: Message): Message {
  if (known.kind !== 'scans') return known
  const { v, merchant, shard, carrier, report } = known
  return { v, kind: 'look', merchant, shard, carrier, number: report.tracking_number }
}
