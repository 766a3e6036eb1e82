/**
 * What UPS sends: answers of the Track API (Tracking.yaml) and Track Alert calls
 * (UPSTrackAlert.yaml, both in UPS's published API documentation). Tolerant of what UPS leaves
 * empty, fills with a placeholder, adds, or sends as one object where a list is due; strict about
 * the structure that scans are read from, so that a change of it is noticed.
 */
import * as z from 'zod'

/** Filler of UPS's own samples and test environment. */
const PLACEHOLDERS: ReadonlySet<string> = new Set(['', 'null', 'string', 'undefined'])

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && PLACEHOLDERS.has(value.trim().toLowerCase()))

const text = z
  .union([z.string(), z.number(), z.boolean(), z.null()])
  .optional()
  .transform((value) => (isBlank(value) ? null : String(value).trim()))

const optional = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value) => (isBlank(value) ? null : value))
    .pipe(z.nullable(schema))

const listOf = <T extends z.ZodType>(schema: T) =>
  z.unknown().optional().transform(toList).pipe(z.array(schema))

const someOf = <T extends z.ZodType>(schema: T) =>
  z.unknown().transform(toList).pipe(z.array(schema).min(1))

/** UPS's services turn a list of one into the one. */
function toList(value: unknown): unknown[] {
  return (Array.isArray(value) ? value : [value]).filter((entry) => !isBlank(entry))
}

const address = z.object({
  addressLine1: text,
  addressLine2: text,
  addressLine3: text,
  city: text,
  stateProvince: text,
  postalCode: text,
  countryCode: text,
  country: text,
})
export type Address = z.infer<typeof address>

const activity = z.object({
  date: text,
  time: text,
  gmtDate: text,
  gmtTime: text,
  gmtOffset: text,
  location: optional(z.object({ address: optional(address) })),
  // Without it a scan says nothing: where it is missing, the structure has changed.
  status: z.object({ type: text, code: text, statusCode: text, description: text }),
})
export type Activity = z.infer<typeof activity>

/** Facts beside the scans are dropped where they cannot be read: the scans are worth more. */
const parcel = z.object({
  trackingNumber: text,
  // Empty is an answer, missing is a change.
  activity: z.unknown().transform(toList).pipe(z.array(activity)),
  deliveryDate: listOf(z.object({ type: text, date: text })).catch([]),
  deliveryTime: optional(z.object({ type: text, startTime: text, endTime: text })).catch(null),
  deliveryInformation: optional(z.object({ location: text, receivedBy: text })).catch(null),
  accessPointInformation: optional(z.object({ pickupByDate: text })).catch(null),
  packageAddress: listOf(z.object({ type: text, name: text, address: optional(address) })).catch(
    [],
  ),
  paymentInformation: listOf(z.object({ amount: text, currency: text, paid: text })).catch([]),
  alternateTrackingNumber: listOf(z.object({ number: text, type: text })).catch([]),
})
export type Parcel = z.infer<typeof parcel>

const message = z.object({ code: text, message: text })
export type Message = z.infer<typeof message>

const shipment = z.object({
  inquiryNumber: text,
  package: listOf(parcel),
  warnings: listOf(message),
})
export type Shipment = z.infer<typeof shipment>

/** The address of an alert has no lines and no country code of its own. */
const alert = z.object({
  trackingNumber: z.string().trim().min(1),
  localActivityDate: text,
  localActivityTime: text,
  gmtActivityDate: text,
  gmtActivityTime: text,
  activityLocation: optional(address),
  activityStatus: z.object({ type: text, code: text, descriptionCode: text, description: text }),
  scheduledDeliveryDate: text,
  actualDeliveryDate: text,
  deliveryStartTime: text,
  deliveryEndTime: text,
  receivedBy: text,
})
export type Alert = z.infer<typeof alert>

export const errors = z
  .object({ response: z.object({ errors: someOf(message) }) })
  .transform(({ response }) => ({ kind: 'errors' as const, ...response }))

/** Everything UPS sends, told apart by its outermost field. */
export const answer = z.union([
  z
    .object({ trackResponse: z.object({ shipment: someOf(shipment) }) })
    .transform(({ trackResponse }) => ({ kind: 'shipments' as const, ...trackResponse })),
  errors,
  someOf(alert).transform((alerts) => ({ kind: 'alerts' as const, alerts })),
])
export type Answer = z.infer<typeof answer>
