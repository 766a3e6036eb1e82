/**
 * What the single access sends: a history of operations, oldest first, each with all that is known of
 * the item, or a fault. Names of sender and addressee are in it and are not read.
 */
import * as z from 'zod'
import { fact, optional, some, text } from '../fields.ts'

export interface Operation {
  readonly type: string | null
  readonly attribute: string | null
  /** What it is called */
  readonly name: string | null
  readonly time: string | null
  readonly place: string | null
  readonly postcode: string | null
  readonly country: string | null
  /** Kopecks to pay at the door, and to customs */
  readonly payment: string | null
  readonly duty: string | null
}

export interface Item {
  readonly number: string
  readonly operations: readonly Operation[]
}

export interface Failure {
  readonly code: string | null
  readonly words: string | null
  readonly number: string | null
}

export interface Answer {
  readonly items: readonly Item[]
  readonly failures: readonly Failure[]
}

/** Nothing is 0. */
const amount = fact.transform((value) => (value === '0' ? null : value))

const named = optional(z.object({ Id: fact, Name: fact })).catch(null)

const record = z.object({
  AddressParameters: optional(
    z.object({
      OperationAddress: optional(z.object({ Index: amount, Description: fact })).catch(null),
      CountryOper: optional(z.object({ Code2A: fact })).catch(null),
    }),
  ).catch(null),
  FinanceParameters: optional(z.object({ Payment: amount, CustomDuty: amount })).catch(null),
  ItemParameters: optional(z.object({ Barcode: fact })).catch(null),
  OperationParameters: z.object({
    OperType: z.object({ Id: text, Name: text }),
    OperAttr: named,
    OperDate: text,
  }),
})
type Entry = z.infer<typeof record>

function operationOf(entry: Entry): Operation {
  const { OperType: type, OperAttr: attribute, OperDate: time } = entry.OperationParameters
  const { OperationAddress: office = null, CountryOper: country = null } =
    entry.AddressParameters ?? {}
  return {
    type: type.Id,
    attribute: attribute?.Id ?? null,
    name: [type.Name, attribute?.Name ?? null].filter((name) => name !== null).join(': ') || null,
    time,
    place: office?.Description ?? null,
    postcode: office?.Index ?? null,
    country: country?.Code2A ?? null,
    payment: entry.FinanceParameters?.Payment ?? null,
    duty: entry.FinanceParameters?.CustomDuty ?? null,
  }
}

const numberOf = (entries: readonly Entry[]): string =>
  entries.find((entry) => entry.ItemParameters?.Barcode)?.ItemParameters?.Barcode ?? ''

/** Nothing for an item without an operation: nobody knows it yet. */
const history = z
  .object({
    Envelope: z.object({
      Body: z.object({
        getOperationHistoryResponse: z.object({
          OperationHistoryData: optional(z.object({ historyRecord: some(record) })),
        }),
      }),
    }),
  })
  .transform(({ Envelope }): Answer => {
    const { OperationHistoryData: data } = Envelope.Body.getOperationHistoryResponse
    if (!data) return { items: [], failures: [NOTHING] }
    const operations = data.historyRecord.map(operationOf)
    return { items: [{ number: numberOf(data.historyRecord), operations }], failures: [] }
  })

const NOTHING: Failure = { code: null, words: 'There is no operation yet', number: null }

/** The reason stands in an element of its own name: `AuthorizationFaultReason`. */
const detail = z.record(z.string(), z.unknown()).transform((given) => {
  const [name = '', words] = Object.entries(given).find(([name]) => name.endsWith('Reason')) ?? []
  return { code: name.replace(/Reason$/, '') || null, words: fact.parse(words) }
})

const fault = z.object({
  Code: optional(z.object({ Value: fact })).catch(null),
  Reason: optional(z.object({ Text: fact })).catch(null),
  Detail: optional(detail).catch(null),
  faultcode: fact,
  faultstring: fact,
  detail: optional(detail).catch(null),
})

const faulty = z
  .object({ Envelope: z.object({ Body: z.object({ Fault: fault }) }) })
  .transform(({ Envelope }): Answer => {
    const said = Envelope.Body.Fault
    const reason = said.Detail ?? said.detail
    const words = [said.Reason?.Text ?? said.faultstring, reason?.words ?? null]
    const code = reason?.code ?? said.Code?.Value ?? said.faultcode
    const failure = {
      code: code?.replace(/^.*:/, '') ?? null,
      words: [...new Set(words.filter((part) => part !== null))].join(': ') || null,
      number: null,
    }
    return { items: [], failures: [failure] }
  })

export const answer = z.union([history, faulty])
