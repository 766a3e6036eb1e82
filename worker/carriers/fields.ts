/**
 * Fields of carriers' answers, as zod schemas: tolerant of what is empty, sent as another scalar or
 * filled with a placeholder; strict about structure, where a schema says `list` or `some`.
 */
import * as z from 'zod'
import { decodeReferences, XML_NAMES } from '../lib/references.ts'

/** What carriers write for nothing. */
const BLANKS: ReadonlySet<string> = new Set(['', 'null', 'undefined', 'none', 'n/a', '-', '{}'])

/** What HTML calls characters, as far as carriers' JSON has it. */
const HTML_NAMES = { ...XML_NAMES, nbsp: ' ' }

const isBlank = (value: unknown): boolean =>
  value === null ||
  value === undefined ||
  (typeof value === 'string' && BLANKS.has(value.trim().toLowerCase())) ||
  isHollow(value)

/** An element or record with nothing in it: some write `{}` for no text. */
const isHollow = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  !Array.isArray(value) &&
  Object.keys(value).length === 0

/** A text without blanks around it, whatever scalar it was sent as; null for nothing. */
export const text = z
  .unknown()
  .optional()
  .transform((value, context): string | null => {
    if (isBlank(value)) return null
    if (typeof value === 'object') {
      context.addIssue({ code: 'custom', message: 'is no text' })
      return z.NEVER
    }
    return decodeReferences(String(value), HTML_NAMES).trim() || null
  })

/** The same for what stands beside the scans: dropped where it cannot be read, for the scans are worth more. */
export const fact = text.catch(null)

/** A text that has to be there, like a tracking number. */
export const required = text.pipe(z.string())

/** A record, or null for nothing. */
export const optional = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .optional()
    .transform((value) => (isBlank(value) ? null : value))
    .pipe(z.nullable(schema))

/** A list, one record for a list of one, nothing for none. */
export const list = <T extends z.ZodType>(schema: T) =>
  z.unknown().optional().transform(toList).pipe(z.array(schema))

/** The same, where nothing at all would be a change of the structure. */
export const some = <T extends z.ZodType>(schema: T) =>
  z.unknown().transform(toList).pipe(z.array(schema).min(1))

/** A list that may be empty but has to be there: missing, the structure has changed. */
export const present = <T extends z.ZodType>(schema: T) =>
  z
    .unknown()
    .refine((value) => value !== undefined, 'is missing')
    .transform(toList)
    .pipe(z.array(schema))

const toList = (value: unknown): unknown[] =>
  (Array.isArray(value) ? value : [value]).filter((entry) => !isBlank(entry))
