/** Which table speaks for which of DHL's divisions: one code means different things to two of them. */
import type { CodeTable } from '../../code-table.ts'
import { EXPRESS, PAKET } from '../../dhl-codes.ts'
import { ECOMMERCE } from './ecommerce.ts'
import { EUROPE, PPL } from './europe.ts'
import { NETHERLANDS } from './netherlands.ts'
import { FORWARDING, FREIGHT, LETTERS } from './others.ts'
import { POLAND } from './poland.ts'

export interface Division {
  readonly codes: CodeTable | null
  /** Words go before the codes, which are coarse */
  readonly coarse?: true
  /** The zone of its clocks where a scan does not say where it was made; null: it works in many */
  readonly zone: string | null
}

/** By `service`. Source: the services of the Unified API's specification. */
const DIVISIONS: Readonly<Record<string, Division>> = {
  dgf: { codes: FORWARDING, zone: null },
  ecommerce: { codes: ECOMMERCE, zone: null },
  'ecommerce-apac': { codes: ECOMMERCE, zone: null },
  'ecommerce-europe': { codes: EUROPE, zone: null },
  'ecommerce-iberia': { codes: EUROPE, zone: null },
  'ecommerce-ppl': { codes: PPL, zone: 'Europe/Prague' },
  express: { codes: EXPRESS, zone: null },
  freight: { codes: FREIGHT, zone: null },
  'parcel-de': { codes: PAKET, coarse: true, zone: 'Europe/Berlin' },
  'parcel-nl': { codes: NETHERLANDS, zone: 'Europe/Amsterdam' },
  'parcel-pl': { codes: POLAND, zone: 'Europe/Warsaw' },
  'parcel-uk': { codes: null, zone: 'Europe/London' },
  'post-de': { codes: LETTERS, zone: 'Europe/Berlin' },
  svb: { codes: LETTERS, zone: 'Europe/Berlin' },
}

const OTHER: Division = { codes: null, zone: null }

export const divisionOf = (service: string | null): Division =>
  DIVISIONS[service?.toLowerCase() ?? ''] ?? OTHER
