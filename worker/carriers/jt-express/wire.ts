/** What J&T's open platform sends: waybills with their scans, or a code that is not success. */
import * as z from 'zod'
import { fact, list, present, required, text } from '../fields.ts'

const detail = z.object({
  scanTime: text,
  desc: fact,
  scanTypeCode: fact,
  /** The kind of scan in words; countries differ in which of the two they send */
  scanTypeName: fact,
  scanType: fact,
  problemType: fact,
  scanNetworkName: fact,
  scanNetworkCity: fact,
  scanNetworkProvince: fact,
  timeZone: fact,
})
export type Detail = z.infer<typeof detail>

const waybill = z.object({ billCode: required, details: list(detail) })
export type Waybill = z.infer<typeof waybill>

const SUCCESS = '1'

const envelope = z.object({ code: required, msg: fact })

export const answer = z.union([
  envelope
    .extend({ code: required.pipe(z.literal(SUCCESS)), data: present(waybill) })
    .transform(({ data }) => ({ kind: 'waybills' as const, waybills: data })),
  envelope
    .refine(({ code }) => code !== SUCCESS)
    .transform(({ code, msg }) => ({ kind: 'failure' as const, code, words: msg ?? '' })),
])
export type Answer = z.infer<typeof answer>
