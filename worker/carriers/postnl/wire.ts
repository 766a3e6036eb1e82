/**
 * What Shippingstatus v2 sends: a current status, or a complete one with events, under different
 * names. What is empty is `{}`, a list of one may be its element. Customer, dimensions and the
 * persons in the addresses are not read.
 */
import * as z from 'zod'
import { fact, list, optional, text } from '../fields.ts'

const event = z.object({ Code: text, Description: text, TimeStamp: text })
export type Event = z.infer<typeof event>

const status = z.object({ StatusCode: text, StatusDescription: text, TimeStamp: text })
export type Status = z.infer<typeof status>

const address = z.object({
  AddressType: fact,
  CompanyName: fact,
  Street: fact,
  HouseNumber: fact,
  HouseNumberSuffix: fact,
  Zipcode: fact,
  City: fact,
})
export type Address = z.infer<typeof address>

export const shipment = z
  .object({
    Barcode: fact,
    MainBarcode: fact,
    DeliveryDate: fact,
    Expectation: z.object({ ETAFrom: fact, ETATo: fact }).catch({ ETAFrom: null, ETATo: null }),
    Address: list(address).catch([]),
    Event: list(event),
    Status: optional(status),
    OldStatus: list(status),
  })
  .refine(
    ({ Event, Status, OldStatus }) => Status || Event.length + OldStatus.length > 0,
    'says nothing of the parcel',
  )
export type Shipment = z.infer<typeof shipment>

export interface Message {
  readonly code: string | null
  readonly words: string | null
}

const warning = z
  .object({ Code: fact, Message: fact, Description: fact })
  .transform((said): Message => ({ code: said.Code, words: said.Message ?? said.Description }))

const shipments = optional(z.object({ Shipment: list(shipment) }))

const found = z
  .object({ CompleteStatus: shipments, CurrentStatus: shipments, Warnings: list(warning) })
  .transform(({ CompleteStatus, CurrentStatus, Warnings }) => ({
    shipments: [...(CompleteStatus?.Shipment ?? []), ...(CurrentStatus?.Shipment ?? [])],
    messages: Warnings,
  }))
  .refine(({ shipments, messages }) => shipments.length + messages.length > 0, 'says nothing')

/** The gateway in front of the API (Apigee) speaks of keys and quotas in a form of its own. */
const fault = z
  .object({
    fault: z.object({ faultstring: fact, detail: optional(z.object({ errorcode: fact })) }),
  })
  .transform(({ fault: { faultstring, detail } }) => [
    { code: detail?.errorcode ?? null, words: faultstring },
  ])

const refusal = z
  .object({ Code: fact, ErrorNumber: fact, Message: fact, ErrorMsg: fact, Description: fact })
  .transform((said) => ({
    code: said.Code ?? said.ErrorNumber,
    words: said.Message ?? said.ErrorMsg ?? said.Description,
  }))
  .refine(({ code, words }) => code !== null || words !== null)

const refused = z
  .union([fault, z.object({ Errors: list(refusal) }).transform(({ Errors }) => Errors)])
  .transform((messages) => ({ shipments: [], messages }))
  .refine(({ messages }) => messages.length > 0)

export const answer = z.union([found, refused])
export type Answer = z.infer<typeof answer>
