/**
 * What adapters of aggregators share, who reach many carriers with one account: their code for a
 * carrier, what their statuses mean, and registering parcels so that they are pushed.
 */
import type { Handover } from '../../schema/vocabulary.ts'
import type { Api } from './client.ts'
import { trackWith } from './client.ts'
import type { CodeTable, Meaning } from './code-table.ts'
import { closer, meaningIn } from './code-table.ts'
import type {
  Access,
  CarrierProblem,
  HandedOver,
  Parcel,
  Reading,
  Report,
  Scan,
} from './contract.ts'
import { handoverInEnglish, plainly, sayInEnglish } from './english.ts'

/** Our id of a carrier → the aggregator's code; undefined: it had better find it by the number. */
export type Couriers = Readonly<Partial<Record<string, string>>>

const letters = (word: string): string => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/**
 * The aggregator's code for who carries a parcel: found by our id, however it is spelt ("Royal
 * Mail"), or by the aggregator's own code. null: not known.
 */
export function courierCode(couriers: Couriers, courier: string | null): string | null {
  const word = letters(courier ?? '')
  const entries = Object.entries(couriers)
  const [, code] =
    entries.find(([id]) => letters(id) === word) ??
    entries.find(([, own]) => letters(own ?? '') === word) ??
    []
  return code ?? null
}

/** Our id for the aggregator's code of a carrier, or null. */
export const courierOf = (couriers: Couriers, code: string | null): string | null =>
  Object.keys(couriers).find((id) => couriers[id] === code) ?? null

type Track<Credentials> = (
  parcels: readonly Parcel[],
  access: Access<Credentials>,
) => Promise<Reading>

/**
 * Asks only about parcels whose carrier the aggregator can be told, for aggregators that find none by
 * the number. `remedy`: what a merchant can do about the others.
 */
export const whereCourierIsKnown =
  <Credentials>(
    codeOf: (parcel: Parcel, credentials: Credentials) => string | null,
    remedy: string,
    track: Track<Credentials>,
  ): Track<Credentials> =>
  async (parcels, access) => {
    const isKnown = (parcel: Parcel) => codeOf(parcel, access.credentials) !== null
    const asked = parcels.filter(isKnown)
    const problems = parcels.filter((parcel) => !isKnown(parcel)).map(unknownCourier(remedy))
    if (asked.length === 0) return { reports: [], problems }
    const reading = await track(asked, access)
    return { reports: reading.reports, problems: [...problems, ...reading.problems] }
  }

const unknownCourier =
  (remedy: string) =>
  ({ number, courier }: Parcel): CarrierProblem => ({
    code: 'invalid_number',
    carrier_code: null,
    message: courier === null ? remedy : `${remedy} (“${courier.slice(0, 60)}” is not known)`,
    tracking_number: number,
  })

const NONE: ReadonlySet<string> = new Set()

/**
 * Registers parcels, `batch` a request. `registered`: the aggregator's codes for "is registered
 * already", which is as good as done.
 */
export const subscribeWith =
  <Credentials>(
    api: Api<Credentials>,
    batch: number,
    registered: ReadonlySet<string> = NONE,
  ): Track<Credentials> =>
  async (parcels, access) => {
    const reports: Report[] = []
    const problems: CarrierProblem[] = []
    for (let start = 0; start < parcels.length; start += batch) {
      const said = await trackWith(api)(parcels.slice(start, start + batch), access)
      reports.push(...said.reports)
      problems.push(...said.problems)
    }
    return {
      reports,
      problems: problems.filter(({ carrier_code }) => !registered.has(carrier_code ?? '')),
    }
  }

/**
 * What an event means by an aggregator's words for it, from the closest to the coarsest, as far as
 * the carrier's own words do not contradict them. Without any the carrier's words are all there is.
 */
export function meaningOf(
  table: CodeTable,
  [closest, coarse]: readonly [string | null, string | null],
  words: string | null,
): Meaning {
  if (closest === null && coarse === null) return sayInEnglish(words)
  const meaning = closer(meaningIn(table, coarse), meaningIn(table, closest))
  const isKnown = [closest, coarse].some((code) => code !== null && table.has(code))
  return isKnown ? plainly(meaning, words) : meaning
}

/** The header's status as a scan, where there are no events at all and it says more than "nothing yet". */
export const orHeader = (scans: readonly Scan[], header: Scan): readonly Scan[] =>
  scans.length > 0 || header.milestone === 'pending' || (!header.milestone && !header.reason)
    ? scans
    : [header]

/**
 * Who took the parcel: by the code of the delivery (`hands`), else by its words. null: neither these
 * nor a signature say it.
 */
export function handedOver(
  scans: readonly Scan[],
  signer: string | null = null,
  hands: Readonly<Record<string, Handover>> = {},
): HandedOver | null {
  const delivered = scans.findLast(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  const to = hands[delivered.code ?? ''] ?? handoverInEnglish(delivered.text)
  if (to === 'unknown' && signer === null) return null
  return { to, at: delivered.at, signed_by: signer, photo: null }
}
