/** How accounts show who they are: Basic, a token in a header, a token exchanged for credentials. */
import * as z from 'zod'
import { toBase64, utf8 } from '../lib/bytes.ts'
import { retryAfterSeconds } from '../lib/http.ts'
import { usualStatus } from './client.ts'
import type { Access, CarrierErrorCode, RawAnswer, Reading, Token } from './contract.ts'
import { CarrierError } from './contract.ts'
import { parseJson } from './reader.ts'
import type { Ask } from './request.ts'
import { send } from './request.ts'

/** The value of `Authorization` for HTTP Basic, RFC 7617, in UTF-8. */
export const basic = (user: string, password: string): string =>
  `Basic ${toBase64(utf8(`${user}:${password}`))}`

/** The token got beforehand; throws CarrierError `unauthorized` where there is none yet. */
export function tokenOf(access: Access): string {
  if (!access.token) throw new CarrierError('unauthorized', 'A token is needed first')
  return access.token.value
}

/** The value of `Authorization` for a token, RFC 6750. */
export const bearer = (access: Access): string => `Bearer ${tokenOf(access)}`

export interface TokenApi<Credentials> {
  /** The carrier's name, for messages */
  readonly carrier: string
  readonly origin: (credentials: Credentials) => string
  readonly ask: (credentials: Credentials) => Ask
  /** Finds the carrier's own code and words in a refusal that is not OAuth's */
  readonly read?: (answer: RawAnswer) => Reading
  /** Where the answer is not OAuth's: reads the token and how long it lives */
  readonly answer?: z.ZodType<TokenAnswer>
  /** Where the answer is not JSON; throws CarrierError `bad_answer` */
  readonly parse?: (body: string) => unknown
}

/** How long in seconds, or until when in epoch milliseconds. */
export type TokenAnswer =
  | { readonly value: string; readonly seconds: number }
  | { readonly value: string; readonly expiresAt: number }

/** Shorter than any carrier's that does not say: an hour. */
const UNSTATED = 3600

/** RFC 6749 §5.1; `expires_in` is documented as a number and sent as a text by some. */
const OAUTH: z.ZodType<TokenAnswer> = z
  .object({
    access_token: z.string().min(1),
    expires_in: z.coerce.number().positive().catch(UNSTATED),
  })
  .transform(({ access_token, expires_in }) => ({ value: access_token, seconds: expires_in }))

/** What an OAuth error body says, RFC 6749 §5.2. */
const refusal = z.object({
  error: z.string(),
  error_description: z.string().optional().catch(undefined),
})

const BOUNDS = { timeout: 10_000, maxBytes: 100_000 }

/** Exchanges credentials for a token. Throws CarrierError. */
export const tokenWith =
  <Credentials>(api: TokenApi<Credentials>) =>
  async (access: Access<Credentials>): Promise<Token> => {
    const { credentials, now } = access
    const origin = access.origin ?? api.origin(credentials)
    const answer = await send(api.carrier, origin, api.ask(credentials), BOUNDS)
    const token = (api.answer ?? OAUTH).safeParse(parsed(api.parse ?? parseJson, answer.body))
    if (answer.status < 300 && token.success) return tokenFrom(token.data, now)
    const said = refusalOf(api, answer.body)
    throw new CarrierError(
      said.means ?? codeOf(answer.status),
      said.message ?? `${api.carrier} answered ${answer.status} to a token request`,
      { carrierCode: said.code, retryAfter: retryAfterSeconds(answer.headers, now) },
    )
  }

const tokenFrom = (answer: TokenAnswer, now: number): Token => ({
  value: answer.value,
  expiresAt: 'expiresAt' in answer ? answer.expiresAt : now + answer.seconds * 1000,
})

interface Refusal {
  readonly code: string | null
  readonly message: string | null
  /** Where its words say it, whatever the status: SOAP refuses with 500 */
  readonly means: CarrierErrorCode | null
}

/** What the carrier says of a refusal, in OAuth's form or in its own; never the body itself. */
function refusalOf<Credentials>({ read }: TokenApi<Credentials>, body: string): Refusal {
  const said = refusal.safeParse(parsed(parseJson, body))
  if (said.success) {
    return { code: said.data.error, message: said.data.error_description ?? null, means: null }
  }
  const [problem] = problemsOf(read, body)
  return {
    code: problem?.carrier_code ?? null,
    message: problem?.message ?? null,
    means: problem?.code === 'unauthorized' ? problem.code : null,
  }
}

function problemsOf(read: TokenApi<unknown>['read'], body: string): Reading['problems'] {
  try {
    return read?.({ contentType: null, body }).problems ?? []
  } catch {
    return []
  }
}

/** Wrong credentials are answered with 400 as well as with 401. */
const codeOf = (status: number): CarrierErrorCode =>
  status === 400 ? 'unauthorized' : (usualStatus(status) ?? 'bad_answer')

function parsed(parse: (body: string) => unknown, body: string): unknown {
  try {
    return parse(body)
  } catch {
    return null
  }
}
