/** What the API takes: the schemas that validate requests, and from which the OpenAPI document derives. */
import * as z from 'zod'
import { country, shipmentInput } from '../../../schema/order-input.ts'
import { CARRIERS, CONDITIONS, STATES } from '../../../schema/vocabulary.ts'

/** Bytes of a JSON body: enough for 500 lines and 100 shipments with everything filled in. */
export const MAX_BODY = 1_000_000
/** Bytes of a carrier's answer to inspect. */
export const MAX_INSPECTED = 2_000_000

const instant = z.iso.datetime({ offset: true })
const happened = z.union([z.literal(true), instant], {
  error: 'true, or an instant with its offset, like "2026-01-31T12:00:00+04:00"',
})

export const milestonesInput = z
  .strictObject({
    confirmed: happened.optional(),
    packed: happened.optional(),
    cancelled: happened.optional(),
  })
  .refine(
    (milestones) => Object.keys(milestones).length > 0,
    'at least one of confirmed, packed, cancelled',
  )
  .meta({ description: 'When each happened; true: now. The first word on each stays.' })

/** How many an order may have is the order's own word: it answers `too_many_shipments`. */
export const shipmentsInput = z
  .union([shipmentInput, z.strictObject({ shipments: z.array(shipmentInput).min(1) })])
  .meta({ description: 'One shipment, or several at once' })

const DEFAULT_PAGE = 50
const MAX_PAGE = 200

export const listInput = z.strictObject({
  state: z.enum(STATES).optional(),
  condition: z.enum(CONDITIONS).optional(),
  carrier: z
    .string()
    .max(40)
    .optional()
    .meta({ description: 'Orders with a parcel at this carrier' }),
  placed_from: instant.optional().meta({ description: 'Included' }),
  placed_to: instant.optional().meta({ description: 'Not included' }),
  cursor: z.string().max(200).optional().meta({ description: '`next` of the page before' }),
  limit: z.coerce.number<string>().int().min(1).max(MAX_PAGE).default(DEFAULT_PAGE),
})

/** The longest number a shipment may have. */
const MAX_NUMBER = 120

export const detectInput = z.strictObject({
  number: z
    .string()
    .trim()
    .min(1)
    .max(MAX_NUMBER)
    .meta({ description: 'A tracking number as it is written: blanks and dashes do not matter' }),
  destination: country
    .optional()
    .meta({ description: 'Where the parcel goes: who delivers there comes earlier' }),
})

const name = z.string().trim().min(1).max(100)
const credentials = z
  .record(z.string(), z.unknown())
  .meta({ description: 'What the carrier wants: see `x-credentials`. Never shown again' })

export const accountInput = z.strictObject({
  carrier: z.enum(CARRIERS),
  name,
  credentials: credentials.default({}),
})

export const accountChange = z.strictObject({
  name: name.optional(),
  credentials: credentials.optional(),
})
