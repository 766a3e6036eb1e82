/**
 * What tracking answers: shipments with their scans, as XML (the number is an attribute, `ScanDetail`
 * is repeated) or as JSON (a list of `{ ScanDetail }`, or a list under `ScanDetail`); else words.
 * Names, addresses and telephone numbers are in it and are not read.
 */
import * as z from 'zod'
import { fact, present, required, some, text } from '../fields.ts'

const scanDetail = z.object({
  Scan: text,
  /** Three digits; a number has lost its zeros */
  ScanCode: text.transform((code) => code?.padStart(3, '0') ?? null),
  ScanType: text,
  ScanGroupType: text,
  ScanDate: text,
  ScanTime: text,
  ScannedLocation: fact,
})
export type ScanDetail = z.infer<typeof scanDetail>

const known = z.object({
  WaybillNo: required,
  Status: text,
  StatusType: text,
  StatusDate: text,
  StatusTime: text,
  ExpectedDeliveryDate: fact,
  ReceivedBy: fact,
  NewWaybillNo: fact,
  Scans: present(z.object({ ScanDetail: some(scanDetail) })).transform((groups) =>
    groups.flatMap(({ ScanDetail }) => ScanDetail),
  ),
})
export type Shipment = z.infer<typeof known>

/** A number that Blue Dart does not know; it has no scans. */
const unknown = z.object({ WaybillNo: required, Status: text, StatusType: z.literal('NF') })
export type Unknown = z.infer<typeof unknown>

/** An attribute's name without what tells it from an element's. */
const plain = z
  .record(z.string(), z.unknown())
  .transform((said) =>
    Object.fromEntries(
      Object.entries(said).map(([name, value]) => [name.replace(/^@/, ''), value]),
    ),
  )

export const shipment = plain.pipe(
  z.union([
    unknown.transform((said) => ({ kind: 'unknown' as const, ...said })),
    known.transform((said) => ({ kind: 'known' as const, ...said })),
  ]),
)
export const number = plain
  .pipe(z.object({ WaybillNo: required }))
  .transform(({ WaybillNo }) => WaybillNo)

const refusal = z
  .object({
    title: fact,
    message: fact,
    'error-response': fact,
    ShipmentData: z.object({ Error: fact }).optional().catch(undefined),
  })
  .transform(
    (said) => said.ShipmentData?.Error ?? said.title ?? said.message ?? said['error-response'],
  )
  .pipe(z.string())

/** Shipments, each still to be read by itself, or words about why there are none. */
export const answer = z.union([
  z
    .object({ ShipmentData: z.object({ Shipment: some(z.unknown()) }) })
    .transform(({ ShipmentData }) => ({
      kind: 'shipments' as const,
      entries: ShipmentData.Shipment,
    })),
  refusal.transform((words) => ({ kind: 'refusal' as const, words })),
])
export type Answer = z.infer<typeof answer>
