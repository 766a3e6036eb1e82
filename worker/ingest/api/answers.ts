/** What the API answers: schemas, from which the OpenAPI document and a test's validation derive, and how they are filled. */
import * as z from 'zod'
import { BREAKER_STATES, CREDENTIALS_STATES } from '../../../schema/account-health.ts'
import { brandInput } from '../../../schema/brand.ts'
import { orderInput } from '../../../schema/order-input.ts'
import { CARRIER_ERRORS } from '../../../schema/report.ts'
import {
  ACTIONS,
  CONDITIONS,
  DIRECTIONS,
  HANDOVERS,
  MILESTONES,
  PARTIES,
  REASON_NAMES,
  SITUATIONS,
  STATES,
} from '../../../schema/vocabulary.ts'
import { CONFIDENCES, DETECTION_REASONS } from '../../carriers/detect.ts'
import { PROBLEM_CODES } from '../../lib/errors.ts'

const nullable = z.string().nullable()
export const milestone = z.enum(MILESTONES)
export const reason = z.enum(REASON_NAMES)
export const condition = z.enum(CONDITIONS)
export const situation = z.enum(SITUATIONS).meta({ description: 'What the page says about it all' })
export const state = z.enum(STATES)
const party = z.enum(PARTIES)
const range = z.object({ from: z.string(), to: z.string() })

export const scanAnswer = z.object({
  at: nullable.meta({ description: 'RFC 3339 with offset; null where the carrier gave none' }),
  local: nullable.meta({ description: 'The wall clock as the carrier wrote it' }),
  zone: nullable,
  code: nullable,
  text: nullable,
  location: nullable,
  milestone: milestone.nullable().meta({ description: 'null: the code is not mapped' }),
  reason: reason.nullable(),
})

export const factsAnswer = z.object({
  estimate: range.nullable(),
  window: range.extend({ zone: nullable }).nullable(),
  next_attempt: nullable,
  pickup: z
    .object({ name: nullable, address: nullable, hours: nullable, until: nullable, code: nullable })
    .nullable(),
  handover: z
    .object({ to: z.enum(HANDOVERS), at: nullable, signed_by: nullable, photo: nullable })
    .nullable(),
  payment_due: z.object({ amount: z.string(), currency: nullable, url: nullable }).nullable(),
  legs: z.array(z.object({ carrier: nullable, tracking_number: z.string() })),
})

export const shipmentAnswer = factsAnswer.omit({ legs: true }).extend({
  id: z.string(),
  direction: z.enum(DIRECTIONS),
  service: nullable,
  lines: z.array(z.object({ line: z.string(), quantity: z.int() })),
  replaces: nullable,
  since: z.string(),
  carrier: nullable.meta({ description: 'null: you named none, and nobody knew the number yet' }),
  tracking_number: z.string(),
  carrier_url: nullable,
  legs: z.array(
    z.object({
      carrier: nullable,
      tracking_number: z.string(),
      outcome: z.enum(['unknown', 'found', 'unaskable', ...CARRIER_ERRORS]).meta({
        description:
          'Of the last look; `unaskable`: you have no account at anybody who may know the number',
      }),
    }),
  ),
  milestone,
  condition,
  situation,
  reason: reason.nullable(),
  party: party.nullable(),
  action: z.enum(ACTIONS),
  actor: party.nullable(),
  delivered_at: nullable,
  scans: z.array(scanAnswer).meta({ description: 'Oldest first' }),
  truncated: z
    .boolean()
    .meta({ description: 'More scans came than are kept; the middle is left out' }),
})

export const orderAnswer = z.object({
  id: z.string().meta({ description: 'Ours: 22 characters, the end of the link' }),
  number: z.string(),
  version: z.int(),
  state,
  condition,
  situation,
  placed_at: z.string(),
  updated_at: z.string(),
  link: z.string().meta({ description: 'Shows progress only' }),
  grant_link: z.string().meta({ description: 'Shows what the buyer may see: for the buyer alone' }),
  recipient_link: nullable.meta({ description: 'For the recipient of a gift: no prices' }),
  milestones: z.object({
    confirmed: z.string().optional(),
    packed: z.string().optional(),
    cancelled: z.string().optional(),
  }),
  order: orderInput.omit({ shipments: true }).meta({ description: 'What the shop said' }),
  shipments: z.array(shipmentAnswer),
})

export const orderListAnswer = z.object({
  orders: z.array(
    orderAnswer
      .pick({
        id: true,
        number: true,
        version: true,
        state: true,
        condition: true,
        placed_at: true,
        updated_at: true,
      })
      .extend({ link: z.string() }),
  ),
  next: nullable.meta({
    description: 'Pass as `cursor` for the next page; null: this was the last',
  }),
})

const connectionAnswer = z.object({
  state: z.enum(BREAKER_STATES).meta({
    description:
      '`open`: the carrier is left alone after failures in a row; `half_open`: one request is let through to try',
  }),
  failing_since: nullable.meta({
    description: 'The first of the failures in a row; null: the last request was answered',
  }),
  credentials: z.enum(CREDENTIALS_STATES).meta({
    description:
      '`refused`: by several answers in a row, tried again once an hour until there are others; `unchecked`: the carrier has not answered yet',
  }),
  last_error: z
    .object({
      at: z.string(),
      code: z.enum(CARRIER_ERRORS),
      message: z.string(),
      carrier_code: nullable,
    })
    .nullable(),
  requests_left_today: z
    .int()
    .nullable()
    .meta({ description: 'By UTC day; null: the carrier states no limit' }),
  token_expires_at: nullable,
})

export const accountAnswer = z.object({
  id: z.string(),
  carrier: z.string(),
  name: z.string(),
  connection: connectionAnswer
    .nullable()
    .meta({ description: 'How the carrier answers; null: not known for the moment' }),
  webhook_url: z.string().meta({ description: 'Where the carrier may push scans to' }),
  created_at: z.string(),
  updated_at: z.string(),
})

export const accountListAnswer = z.object({ accounts: z.array(accountAnswer) })

export const brandAnswer = z.object({ version: z.int(), brand: brandInput })

export const inspectAnswer = z.object({
  shipments: z.array(
    factsAnswer.extend({
      tracking_number: z.string(),
      milestone,
      condition,
      reason: reason.nullable(),
      delivered_at: nullable,
      scans: z.array(scanAnswer),
    }),
  ),
  errors: z.array(
    z.object({
      code: z.enum(CARRIER_ERRORS),
      message: z.string(),
      tracking_number: nullable,
      carrier_code: nullable,
    }),
  ),
})

export const unmappedAnswer = z.object({
  carrier: z.string(),
  map_version: z.int(),
  codes: z.array(
    z.object({
      code: nullable.meta({ description: 'null: the carrier gave words alone' }),
      words: nullable.meta({
        description: 'The carrier’s words, once two parcels had the same: one’s may name a person',
      }),
      count: z.int().meta({ description: 'Answers that had it' }),
      first_seen_at: z.string(),
      last_seen_at: z.string(),
    }),
  ),
})

const namedCarrier = z.object({
  carrier: z.string().meta({ description: 'The id an order or an account names it by' }),
  name: z.string(),
  tracked: z.boolean().meta({ description: 'false: known by its numbers alone, never asked' }),
  format: z.string().meta({ description: 'The form the number has' }),
  why: z.array(z.object({ code: z.enum(DETECTION_REASONS), text: z.string() })),
})

export const detectAnswer = z.object({
  number: z.string().meta({ description: 'As it was read: upper case, no blanks and dashes' }),
  candidates: z
    .array(
      namedCarrier.extend({
        confidence: z.enum(CONFIDENCES),
        service: nullable.meta({ description: 'What the number says of the service' }),
        country: nullable.meta({ description: 'Of the post that gave the number out' }),
      }),
    )
    .meta({ description: 'The likeliest first; empty: nobody’s form fits' }),
  refused: z
    .array(namedCarrier)
    .meta({ description: 'Whose form it has, were it not for the check digit' }),
})

export const problemAnswer = z.object({
  type: z.string().meta({ description: 'urn:whereabouts:problem:{code}' }),
  title: z.string(),
  status: z.int(),
  code: z.enum(PROBLEM_CODES).meta({ description: 'Stable: a code never changes its meaning' }),
  detail: z.string(),
  instance: z.string().meta({ description: 'The path that was asked' }),
  errors: z
    .array(z.object({ field: z.string(), message: z.string() }))
    .optional()
    .meta({ description: 'Every wrong field, by JSON pointer' }),
})

export type OrderAnswer = z.output<typeof orderAnswer>
export type DetectAnswer = z.output<typeof detectAnswer>
export type UnmappedAnswer = z.output<typeof unmappedAnswer>
export type InspectAnswer = z.output<typeof inspectAnswer>
export type AccountAnswer = z.output<typeof accountAnswer>
export type ConnectionAnswer = z.output<typeof connectionAnswer>
