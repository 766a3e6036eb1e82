/** What SF's open platform sends: an answer of the platform, and within it, as text or not, the service's. */
import * as z from 'zod'
import { fact, list, present, required, text } from '../fields.ts'

const route = z.object({
  acceptTime: text,
  acceptAddress: fact,
  opCode: text,
  remark: text,
  firstStatusName: fact,
  secondaryStatusName: fact,
})
export type Route = z.infer<typeof route>

const response = z.object({ mailNo: required, routes: list(route) })
export type RouteResponse = z.infer<typeof response>

const service = z
  .object({
    success: z.union([z.boolean(), z.string()]).transform((value) => String(value) === 'true'),
    errorCode: fact,
    errorMsg: fact,
    msgData: z.object({ routeResps: present(response) }).nullish(),
  })
  .refine(({ success, msgData }) => !success || msgData)
  .transform(({ success, errorCode, errorMsg, msgData }) => ({
    code: success ? null : errorCode,
    words: errorMsg,
    parcels: msgData?.routeResps ?? [],
  }))

/** Text that holds JSON; a text that does not is left as it is, and fits no schema. */
const unpacked = z.unknown().transform((value) => {
  if (typeof value !== 'string') return value
  try {
    return JSON.parse(value) as unknown
  } catch {
    return value
  }
})

/** `A1000` is the platform's success: then its data is the service's answer. */
const SUCCESS = 'A1000'

const platform = z
  .object({ apiResultCode: required, apiErrorMsg: fact, apiResultData: z.unknown().optional() })
  .transform(({ apiResultCode, apiErrorMsg, apiResultData }) =>
    apiResultCode === SUCCESS
      ? apiResultData
      : { success: false, errorCode: apiResultCode, errorMsg: apiErrorMsg },
  )
  .pipe(unpacked)
  .pipe(service)

export const answer = z.union([platform, service])
export type Answer = z.infer<typeof answer>
