/** A form that tracking numbers of a carrier have: one row of a table. */
import type { Check } from './check-digits.ts'

/** What a row says beside whose it is and where it is written. */
export interface FormatRow {
  readonly name: string
  /**
   * Of a normalised number, from end to end. Groups: `body` and `check`, which the check digit is
   * about; `service`, a key of `services`.
   */
  readonly shape: RegExp
  /** Absent: there is no check digit, or none that is public */
  readonly check?: Check
  /**
   * How much a number of this shape speaks for this carrier. 9: nobody else's look so · 7: hardly
   * anybody's · 5: the carrier's usual form, others share it · 3: one of many · 1: it may be.
   */
  readonly weight: number
  /** ISO 3166-1 code of the country whose post gave the number out */
  readonly country?: string
  readonly services?: Readonly<Record<string, string>>
}

export interface Format extends FormatRow {
  /** Of the registry, or our own id of a carrier we do not track: a key of `CARRIER_FACTS` */
  readonly carrier: string
  /** Who published the form, or where it was seen */
  readonly source: string
}

export const formatsOf = (
  carrier: string,
  source: string,
  rows: readonly FormatRow[],
): readonly Format[] => rows.map((row) => ({ ...row, carrier, source }))

/** `passed`: the check digit is right · `unchecked`: there is none · `failed`: it is wrong. */
export interface Match {
  readonly outcome: 'passed' | 'unchecked' | 'failed'
  readonly service: string | null
}

/** null: the number has another shape. */
export function matchFormat(number: string, format: Format): Match | null {
  const groups = format.shape.exec(number)
  if (!groups) return null
  const { body = '', check = '', service = '' } = groups.groups ?? {}
  return {
    outcome: format.check ? (format.check(body, check) ? 'passed' : 'failed') : 'unchecked',
    service: format.services?.[service] ?? null,
  }
}
