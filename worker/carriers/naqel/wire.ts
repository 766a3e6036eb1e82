/**
 * What TraceByWaybillNo answers: a list of activities, or one that is an error (`HasError`), or a
 * fault of SOAP.
 */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'

const tracking = z.object({
  WaybillNo: fact,
  Date: text,
  Activity: text,
  EventCode: text,
  /** Where it was, as Naqel names its stations: RUH, JED */
  StationCode: fact,
  Comments: fact,
  HasError: text.transform((said) => said?.toLowerCase() === 'true'),
  ErrorMessage: fact,
})
export type Tracking = z.infer<typeof tracking>

const traced = z
  .object({
    Envelope: z.object({
      Body: z.object({
        TraceByWaybillNoResponse: z.object({
          TraceByWaybillNoResult: z
            .unknown()
            .refine((said): boolean => said !== undefined, 'is missing'),
        }),
      }),
    }),
  })
  .transform(({ Envelope }) => Envelope.Body.TraceByWaybillNoResponse.TraceByWaybillNoResult)
  // An empty element is no activity; one with other names in it is a change.
  .pipe(optional(z.strictObject({ Tracking: list(tracking) })))
  .transform((said) => said?.Tracking ?? [])

const fault = z
  .object({
    Envelope: z.object({
      Body: z.object({
        Fault: z.object({
          faultstring: fact,
          Reason: optional(z.object({ Text: fact })).catch(null),
        }),
      }),
    }),
  })
  .transform(({ Envelope }) => Envelope.Body.Fault)

export const answer = z.union([
  traced.transform((activities) => ({ kind: 'traced' as const, activities })),
  fault.transform(({ faultstring, Reason }) => ({
    kind: 'fault' as const,
    words: faultstring ?? Reason?.Text ?? null,
  })),
])
export type Answer = z.infer<typeof answer>
