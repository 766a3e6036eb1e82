/** What T-Cat sends: consignments with their statuses, newest first, or a message why there are none. */
import * as z from 'zod'
import { fact, list, present, required, text } from '../fields.ts'

const status = z.object({
  StatusId: text,
  StatusName: text,
  CreateDateTime: text,
  StationName: fact,
})
export type StatusSaid = z.infer<typeof status>

const consignment = status.extend({ OBTNumber: required, StatusList: list(status) })
export type Consignment = z.infer<typeof consignment>

export const answer = z.union([
  z
    .object({ IsOK: z.literal('Y'), Data: z.object({ OBTs: present(consignment) }) })
    .transform(({ Data }) => ({ kind: 'consignments' as const, consignments: Data.OBTs })),
  z
    .object({ IsOK: z.literal('N'), Message: fact })
    .transform(({ Message }) => ({ kind: 'refusal' as const, words: Message ?? '' })),
])
export type Answer = z.infer<typeof answer>
