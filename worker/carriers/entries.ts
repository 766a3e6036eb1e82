/** Several parcels in one answer, each read by itself. */
import type * as z from 'zod'
import type { Reading } from './contract.ts'
import { CarrierError } from './contract.ts'

export interface Entries<T extends z.ZodType> {
  /** The carrier's name, for messages */
  readonly carrier: string
  readonly schema: T
  /** Whose an entry is that cannot be read otherwise; what it refuses is nobody's */
  readonly number: z.ZodType<string>
  readonly map: (entry: z.output<T>) => Reading
}

/**
 * An entry that has not the carrier's structure is a problem of its own number, `bad_answer`. Where no
 * entry has it, it is the carrier's that has changed: throws CarrierError `bad_answer`.
 */
export function readEntries<T extends z.ZodType>(
  entries: readonly unknown[],
  { carrier, schema, number, map }: Entries<T>,
): Reading {
  const parsed = entries.map((entry) => schema.safeParse(entry))
  const message = `A parcel has not the structure ${carrier} sends`
  if (entries.length > 0 && parsed.every(({ success }) => !success)) {
    throw new CarrierError('bad_answer', message)
  }
  const readings = parsed.map((result, index): Reading => {
    if (result.success) return map(result.data)
    const whose = number.safeParse(entries[index])
    const tracking_number = whose.success ? whose.data : null
    return {
      reports: [],
      problems: [{ code: 'bad_answer', carrier_code: null, message, tracking_number }],
    }
  })
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: readings.flatMap(({ problems }) => problems),
  }
}
