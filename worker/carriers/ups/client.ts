/** All HTTP with UPS: a token, and one number per request. */
import type { HttpAnswer } from '../../lib/http.ts'
import { retryAfterSeconds } from '../../lib/http.ts'
import type {
  Access,
  CarrierErrorCode,
  CarrierProblem,
  Parcel,
  Reading,
  Token,
} from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { request } from '../request.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { parseJson, read } from './read.ts'
import { tokenAnswer } from './wire.ts'

/** A long history is some 100 KB; signatures and proofs of delivery are not asked for. */
const BOUNDS = { timeout: 10_000, maxBytes: 1_000_000 }
const QUERY = 'locale=en_US&returnSignature=false&returnMilestones=true'
const SOURCE = 'whereabouts'

/** Failures of the account or of UPS: the next number would fare no better. */
const WHOLE: ReadonlySet<CarrierErrorCode> = new Set(['unauthorized', 'throttled', 'down'])

/** POST /security/v1/oauth/token, OAuth 2.0 client credentials (OAuthClientCredentials.yaml). */
export async function authenticate(access: Access<Credentials>): Promise<Token> {
  const { client_id, client_secret, account_number } = access.credentials
  const headers = new Headers({
    authorization: `Basic ${base64(`${client_id}:${client_secret}`)}`,
    'content-type': 'application/x-www-form-urlencoded',
    accept: 'application/json',
  })
  if (account_number) headers.set('x-merchant-id', account_number)
  const init = { method: 'POST', headers, body: 'grant_type=client_credentials' }
  const answer = await send(access, '/security/v1/oauth/token', init)
  // Wrong credentials are answered with 400 as well as with 401.
  if (answer.status === 400) throw failure('unauthorized', answer, access.now)
  const token = tokenAnswer.safeParse(parseJson(answer.body))
  if (answer.status !== 200 || !token.success) throw failure('bad_answer', answer, access.now)
  return {
    value: token.data.access_token,
    expiresAt: access.now + token.data.expires_in * 1000,
  }
}

/** GET /api/track/v1/details/{number} (Tracking.yaml), one number per request. */
export async function track(
  parcels: readonly Parcel[],
  access: Access<Credentials>,
): Promise<Reading> {
  const readings = await Promise.all(parcels.map(({ number }) => trackOne(number, access)))
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

async function trackOne(number: string, access: Access<Credentials>): Promise<Reading> {
  if (!access.token) throw new CarrierError('unauthorized', 'A token is needed first')
  const headers = new Headers({
    authorization: `Bearer ${access.token.value}`,
    accept: 'application/json',
    transid: crypto.randomUUID(),
    transactionsrc: SOURCE,
  })
  const path = `/api/track/v1/details/${encodeURIComponent(number)}?${QUERY}`
  const answer = await send(access, path, { headers })
  if (answer.status >= 300 && answer.status < 400) throw failure('bad_answer', answer, access.now)
  const reading = read({ contentType: answer.headers.get('content-type'), body: answer.body })
  const fatal = reading.problems.find(({ code }) => WHOLE.has(code))
  if (fatal) throw failure(fatal.code, answer, access.now)
  return {
    reports: named(reading.reports, number),
    problems: reading.problems.map((problem) => aboutNumber(problem, number, answer.status)),
  }
}

/** UPS may answer under a number of its own: a single package is the one asked for. */
function named(reports: Reading['reports'], number: string): Reading['reports'] {
  const [only, ...more] = reports
  return only && more.length === 0 ? [{ ...only, tracking_number: number }] : reports
}

/** UPS documents 404 as "no tracking information" and leaves the code open; its code 404 is a wrong URL. */
function aboutNumber(problem: CarrierProblem, number: string, status: number): CarrierProblem {
  const unknown = status === 404 && problem.code === 'bad_answer' && problem.carrier_code !== '404'
  return {
    ...problem,
    code: unknown ? 'not_found' : problem.code,
    tracking_number: problem.tracking_number ?? number,
  }
}

/** Sends, and throws where the status alone says that the request failed as a whole. */
async function send(
  access: Access<Credentials>,
  path: string,
  init: RequestInit,
): Promise<HttpAnswer> {
  const url = (access.origin ?? originOf(access.credentials)) + path
  const answer = await request('UPS', url, init, BOUNDS)
  const { status } = answer
  if (status === 401 || status === 403) throw failure('unauthorized', answer, access.now)
  if (status === 429) throw failure('throttled', answer, access.now)
  if (status >= 500) throw failure('down', answer, access.now)
  return answer
}

/** With UPS's own code and words where the body has them; never with the body itself. */
function failure(code: CarrierErrorCode, answer: HttpAnswer, now: number): CarrierError {
  const said = firstProblem(answer)
  return new CarrierError(code, said?.message ?? `UPS answered ${answer.status}`, {
    carrierCode: said?.carrier_code ?? null,
    retryAfter: retryAfterSeconds(answer.headers, now),
  })
}

function firstProblem(answer: HttpAnswer): CarrierProblem | undefined {
  try {
    return read({ contentType: null, body: answer.body }).problems[0]
  } catch {
    return undefined
  }
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)))
}
