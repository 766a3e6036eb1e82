/**
 * Answers of the deprecated operations `shipmentstatus` and `shipmentstatus/current` in the form of
 * `shipmentinfo`. Their clocks have no offset.
 */
import * as z from 'zod'
import { fact, list, optional, present } from '../fields.ts'

const entry = z
  .object({
    statusDate: fact,
    statusTime: fact,
    statusCode: fact,
    description: fact,
    resultCode: fact,
    resultMessage: fact,
  })
  .transform((said) => ({
    status: said.statusCode && {
      timestamp: [said.statusDate, said.statusTime].filter(Boolean).join(' '),
      code: said.statusCode,
      description: said.description,
    },
    result: said.resultCode && { code: said.resultCode, message: said.resultMessage },
  }))
type Entry = z.infer<typeof entry>

const shipmentOf = (shipmentID: string | null, entries: readonly Entry[]) => ({
  shipmentID,
  status: entries.flatMap(({ status }) => (status ? [status] : [])),
  result: entries.find(({ result }) => result)?.result,
})

const history = z
  .object({ shipmentID: fact, listOfStatus: list(entry) })
  .transform(({ shipmentID, listOfStatus }) => shipmentOf(shipmentID, listOfStatus))

const current = z
  .object({ shipmentID: fact, statusInformation: optional(entry) })
  .transform(({ shipmentID, statusInformation: now }) => shipmentOf(shipmentID, now ? [now] : []))

export const legacy = z.union([
  z
    .object({ listOfShipmentHistoryStatus: present(history) })
    .transform((said) => ({ shipmentinfo: said.listOfShipmentHistoryStatus })),
  z
    .object({ listOfCurrentShipmentStatus: present(current) })
    .transform((said) => ({ shipmentinfo: said.listOfCurrentShipmentStatus })),
])
