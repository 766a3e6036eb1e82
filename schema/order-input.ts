/**
 * What a shop says about an order: the one schema from which the API's validation, its OpenAPI
 * document and the types of the order's state derive. Amounts are decimal strings in the order's
 * currency, instants are RFC 3339 with an offset, days are YYYY-MM-DD, ids are strings
 * (a shop's numeric ids pass 2^53).
 */
import * as z from 'zod'
import {
  CHANNELS,
  CONTACT_CHANNELS,
  DELIVERY_METHODS,
  DIRECTIONS,
  LINE_KINDS,
} from './vocabulary.ts'

/** Most shipments an order may have; beyond it the API answers 422. */
export const MAX_SHIPMENTS = 100
export const MAX_LINES = 500

const text = (max: number) => z.string().trim().min(1).max(max)
const instant = z.iso.datetime({ offset: true })
const day = z.iso.date()
const dayOrInstant = z.union([day, instant])
const amount = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,4})?$/, 'an amount as a decimal string, like "12.50"')
const currency = z.string().regex(/^[A-Z]{3}$/, 'an ISO 4217 code, like "EUR"')
export const country = z
  .string()
  .regex(/^[A-Z]{2}$/, 'an ISO 3166-1 code of two letters, like "DE"')
const link = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(2000)
  .meta({ pattern: '^https://' })
export const locale = z
  .string()
  .max(35)
  .regex(/^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, 'a BCP 47 language tag, like "ar-AE"')
export const zone = z.string().max(64).refine(isTimeZone, 'an IANA time zone, like "Asia/Dubai"')
const quantity = z.int().min(0).max(100_000)
const key = z
  .string()
  .max(100)
  .regex(/^[\w.:@/-]+$/, 'letters, digits and . _ : @ / - only')

function isTimeZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}

/** A rule over two fields is checked as soon as both have the right kind, whatever else is wrong. */
const once = (...fields: readonly string[]) => ({
  when: ({ value }: { value: unknown }) => {
    const given = Object(value) as Readonly<Record<string, unknown>>
    return fields.every((field) => typeof given[field] === 'string')
  },
})

const contact = z
  .strictObject({
    channel: z.enum(CONTACT_CHANNELS),
    address: text(254).meta({ description: 'An e-mail address, or a phone number in E.164 form' }),
    consent: z.boolean().meta({ description: 'May messages be sent here?' }),
  })
  .refine(
    (contact) => contact.channel !== 'email' || z.email().safeParse(contact.address).success,
    {
      ...once('channel', 'address'),
      path: ['address'],
      message: 'an e-mail address',
    },
  )

const person = z.strictObject({
  name: text(200).optional(),
  locale: locale.optional(),
  contacts: z.array(contact).max(8).default([]),
})

const address = z.strictObject({
  lines: z.array(text(200)).max(4).default([]),
  city: text(100).optional(),
  region: text(100).optional(),
  postcode: text(20).optional(),
  country,
})

const title = z
  .record(locale, text(300))
  .refine((titles) => Object.keys(titles).length > 0, 'a title in at least one language')

export const lineInput = z.strictObject({
  id: key,
  sku: text(100).optional(),
  title: title.meta({ description: 'By language tag: {"en": "Lamp", "ar": "مصباح"}' }),
  image: link.optional(),
  url: link.optional(),
  quantity: quantity.min(1),
  category: text(100).optional(),
  tags: z.array(text(50)).max(30).default([]),
  kind: z.enum(LINE_KINDS).default('physical'),
  available_on: day.optional().meta({ description: 'For pre-orders and back-orders: ships about' }),
  counts: z
    .strictObject({
      open: quantity.default(0),
      shipped: quantity.default(0),
      delivered: quantity.default(0),
      cancelled: quantity.default(0),
      refunded: quantity.default(0),
      returned: quantity.default(0),
      replaced: quantity.default(0),
    })
    .optional()
    .meta({
      description: 'How many of the quantity are where; absent: derived from the shipments',
    }),
})

const carrierNumber = {
  carrier: z
    .string()
    .regex(/^[a-z0-9_-]{2,40}$/, 'a carrier id, like "ups"')
    .optional()
    .meta({ description: 'Absent: who may know the number is asked, see `/carriers/detect`' }),
  tracking_number: z
    .string()
    .trim()
    .regex(/^[A-Za-z0-9~!<?[\]_-]{4,120}$/, 'a tracking number without blanks'),
  carrier_account: key
    .optional()
    .meta({ description: 'Absent: the oldest account at that carrier' }),
}

export const shipmentInput = z.strictObject({
  id: key
    .optional()
    .meta({ description: 'Absent: carrier, where it is given, and tracking number' }),
  ...carrierNumber,
  direction: z.enum(DIRECTIONS).default('outbound'),
  service: text(100).optional(),
  shipped_at: instant.optional(),
  lines: z
    .array(z.strictObject({ line: key, quantity: quantity.min(1) }))
    .max(MAX_LINES)
    .default([]),
  replaces: key.optional().meta({ description: 'Id of the shipment this one replaces' }),
  legs: z
    .array(z.strictObject(carrierNumber))
    .max(4)
    .default([])
    .meta({ description: 'Later legs, in order, each with its own carrier and number' }),
})

export const orderInput = z.strictObject({
  number: text(64),
  channel: z.enum(CHANNELS).default('web'),
  placed_at: instant.optional(),
  currency,
  totals: z.strictObject({
    items: amount.optional(),
    shipping: amount.optional(),
    tax: amount.optional(),
    discount: amount.optional(),
    total: amount,
  }),
  payment: z
    .discriminatedUnion('status', [
      z.strictObject({ status: z.literal('paid') }),
      z.strictObject({
        status: z.literal('due'),
        amount,
        due_on: day.optional(),
        url: link.optional(),
      }),
      z.strictObject({ status: z.literal('cash_on_delivery'), amount }),
    ])
    .default({ status: 'paid' }),
  gift: z
    .strictObject({
      show_articles: z
        .boolean()
        .default(false)
        .meta({ description: 'May the recipient see what it is?' }),
      message: text(1000).optional(),
    })
    .optional(),
  buyer: person,
  recipient: person.optional().meta({ description: 'Absent: the buyer' }),
  delivery: z.strictObject({
    method: z.enum(DELIVERY_METHODS).default('home'),
    address: address.optional(),
    time_zone: zone.optional().meta({ description: 'Of the destination. Absent: the merchant’s' }),
  }),
  promised: z
    .strictObject({ from: dayOrInstant, to: dayOrInstant })
    .refine((promised) => Date.parse(promised.from) <= Date.parse(promised.to), {
      ...once('from', 'to'),
      path: ['to'],
      message: 'not before "from"',
    })
    .optional()
    .meta({ description: 'A day, several, or a window of hours; one day is the same in both' }),
  notes: z
    .array(z.strictObject({ text: text(1000), public: z.boolean().default(false) }))
    .max(50)
    .default([]),
  lines: z.array(lineInput).max(MAX_LINES).default([]),
  shipments: z.array(shipmentInput).optional().meta({
    description: 'Absent: those already known stay. Present: exactly these',
    // The order itself answers `too_many_shipments`: it knows those it has.
    maxItems: MAX_SHIPMENTS,
  }),
})

export type Line = z.output<typeof lineInput>
export type ShipmentInput = z.output<typeof shipmentInput>
export type OrderInput = z.output<typeof orderInput>
export type Person = z.output<typeof person>
