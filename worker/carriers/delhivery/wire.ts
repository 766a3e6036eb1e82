/**
 * What Delhivery's tracking API sends (GET /api/v1/packages/json/), from recorded answers. Tolerant
 * of what is empty, sent as another scalar or added; strict about where scans are, so that a change
 * is noticed. The consignee's name, phone and address are in the answer and are not read.
 */
import * as z from 'zod'
import { fact, required, text } from '../fields.ts'

const scan = z.object({
  ScanDetail: z.object({
    ScanDateTime: text,
    ScanType: text,
    Scan: text,
    ScannedLocation: text,
    StatusCode: text,
    Instructions: text,
  }),
})
export type ScanDetail = z.infer<typeof scan>['ScanDetail']

export const shipment = z.object({
  AWB: required,
  // Empty is an answer, missing is a change.
  Scans: z.array(scan).transform((scans) => scans.map(({ ScanDetail }) => ScanDetail)),
  Status: z.object({ RecievedBy: fact }).catch({ RecievedBy: null }),
  ExpectedDeliveryDate: fact,
  PromisedDeliveryDate: fact,
})
export type Shipment = z.infer<typeof shipment>

/** An entry whose shipment cannot be read still says whose it is. */
export const entry = z.object({ Shipment: z.unknown() })
export const named = z.object({ Shipment: z.object({ AWB: shipment.shape.AWB }) })

const words = z.object({ Error: fact, rmk: fact, detail: fact, message: fact })

/** A list of shipments, or words about why there is none. */
export const answer = z.union([
  z
    .object({ ShipmentData: z.array(entry) })
    .transform(({ ShipmentData }) => ({ kind: 'shipments' as const, entries: ShipmentData })),
  words
    .transform((said) => said.Error ?? said.detail ?? said.message ?? said.rmk)
    .pipe(z.string())
    .transform((text) => ({ kind: 'error' as const, words: text })),
])
export type Answer = z.infer<typeof answer>
