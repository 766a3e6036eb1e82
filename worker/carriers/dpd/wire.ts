/**
 * What the ParcelLifeCycleService sends: the stages of one parcel, each said to be reached or not, in
 * lines of text; or a fault. It does not repeat the number.
 */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'

const line = z.object({ content: fact })

/** A line, or lines under a label. */
const lines = optional(z.object({ content: list(line) })).catch(null)

const status = z.object({
  status: text,
  label: optional(line).catch(null),
  description: lines,
  statusHasBeenReached: fact.transform((said) => said !== 'false'),
  location: optional(line).catch(null),
  date: optional(line).catch(null),
})
export type Status = z.infer<typeof status>

const result = z
  .object({ shipmentInfo: optional(status), statusInfo: list(status) })
  .refine(({ shipmentInfo, statusInfo }) => shipmentInfo !== null || statusInfo.length > 0)

const tracking = z
  .object({ getTrackingDataResponse: z.object({ trackingresult: result }) })
  .transform(({ getTrackingDataResponse: { trackingresult } }) => ({
    kind: 'parcel' as const,
    ...trackingresult,
  }))

const detail = z
  .object({ errorCode: fact, faultCode: fact, errorMessage: fact, message: fact })
  .transform((said) => ({
    code: said.errorCode ?? said.faultCode,
    message: said.errorMessage ?? said.message,
  }))
export type Refusal = z.infer<typeof detail>

const fault = z
  .object({
    Fault: z.object({
      faultcode: fact,
      faultstring: fact,
      detail: optional(z.record(z.string(), detail)).catch(null),
    }),
  })
  .transform(({ Fault: { faultcode, faultstring, detail } }) => {
    const [said] = Object.values(detail ?? {})
    return {
      kind: 'refusal' as const,
      refusal: {
        code: said?.code ?? faultcode,
        message: said?.message ?? faultstring,
      },
    }
  })

export const answer = z
  .object({ Envelope: z.object({ Body: z.union([tracking, fault]) }) })
  .transform(({ Envelope }) => Envelope.Body)
export type Answer = z.infer<typeof answer>
