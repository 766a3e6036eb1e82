/** All HTTP with Delhivery: up to fifty numbers per request. */
import type { HttpAnswer } from '../../lib/http.ts'
import { retryAfterSeconds } from '../../lib/http.ts'
import type { Access, CarrierErrorCode, CarrierProblem, Parcel, Reading } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { request } from '../request.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

/** Fifty parcels of thirty scans are some 600 KB. */
const BOUNDS = { timeout: 15_000, maxBytes: 4_000_000 }

/** "Pause … for at least 30 seconds": how long Delhivery's firewall keeps an address out. */
const BLOCKED_FOR = 30

/** Failures of the account or of Delhivery: the next numbers would fare no better. */
const WHOLE: ReadonlySet<CarrierErrorCode> = new Set(['unauthorized', 'throttled', 'down'])

const WAYBILL = /^[A-Za-z0-9-]+$/

/**
 * GET /api/v1/packages/json/?waybill=a,b. A number that the answer leaves out is not spoken of: it
 * may not exist, or the answer may be half a one. Asked about by itself it is "does not exist".
 */
export async function track(
  parcels: readonly Parcel[],
  access: Access<Credentials>,
): Promise<Reading> {
  const numbers = parcels.map(({ number }) => number)
  const asked = numbers.filter((number) => WAYBILL.test(number))
  const problems = numbers.filter((number) => !WAYBILL.test(number)).map(invalid)
  if (asked.length === 0) return { reports: [], problems }
  const { reports, problems: found } = await ask(asked, access)
  const wordsOnly = reports.length === 0
  const about = wordsOnly ? found.flatMap((problem) => aboutEach(problem, asked)) : found
  return { reports, problems: [...problems, ...about] }
}

async function ask(numbers: readonly string[], access: Access<Credentials>): Promise<Reading> {
  const origin = access.origin ?? originOf(access.credentials)
  const headers = new Headers({
    authorization: `Token ${access.credentials.token}`,
    accept: 'application/json',
  })
  const url = `${origin}/api/v1/packages/json/?waybill=${numbers.join(',')}`
  const answer = await request('Delhivery', url, { headers }, BOUNDS)
  const failed = failureByStatus(answer)
  if (failed) throw failure(failed, answer, access.now)
  const reading = read({ contentType: answer.headers.get('content-type'), body: answer.body })
  const fatal = reading.problems.find(({ code }) => WHOLE.has(code))
  if (fatal) throw failure(fatal.code, answer, access.now)
  return reading
}

/**
 * 403 is the firewall's, for an address that asked too often (Delhivery's frequent questions), unless
 * the API itself says that the token is wrong. An unknown number is answered with 200 or 400.
 */
function failureByStatus(answer: HttpAnswer): CarrierErrorCode | null {
  const { status } = answer
  if (status === 401) return 'unauthorized'
  if (status === 403) return said(answer)?.code === 'unauthorized' ? 'unauthorized' : 'throttled'
  if (status === 429) return 'throttled'
  if (status >= 500) return 'down'
  return status >= 300 && status < 400 ? 'bad_answer' : null
}

/** With Delhivery's own words where the body has them; never with the body itself. */
function failure(code: CarrierErrorCode, answer: HttpAnswer, now: number): CarrierError {
  const wait = retryAfterSeconds(answer.headers, now)
  return new CarrierError(code, said(answer)?.message ?? `Delhivery answered ${answer.status}`, {
    retryAfter: wait ?? (answer.status === 403 && code === 'throttled' ? BLOCKED_FOR : null),
  })
}

function said(answer: HttpAnswer): CarrierProblem | undefined {
  try {
    return read({ contentType: null, body: answer.body }).problems[0]
  } catch {
    return undefined
  }
}

/** Words instead of shipments are about every number asked for. */
const aboutEach = (problem: CarrierProblem, numbers: readonly string[]): CarrierProblem[] =>
  numbers.map((number) => ({ ...problem, tracking_number: number }))

const invalid = (number: string): CarrierProblem => ({
  code: 'invalid_number',
  carrier_code: null,
  message: 'A waybill has letters and digits only',
  tracking_number: number,
})
