/** A UPS on the loopback: issues tokens and checks them; the rest is any fake carrier's. */
import type { FakeAnswer, FakeCarrier, FakeRequest } from './fake-carrier.ts'
import { failures, startFakeCarrier } from './fake-carrier.ts'

export type { FakeAnswer, FakeRequest } from './fake-carrier.ts'

export interface FakeUps extends FakeCarrier {
  /** What the token endpoint answers instead of a token; null: tokens again */
  failTokens(answer: FakeAnswer | null): void
  /** Makes every token issued so far invalid, once `after` more tracking requests have been answered */
  expireTokens(after?: number): void
}

export interface FakeOptions {
  readonly answers?: Readonly<Record<string, FakeAnswer>>
  readonly clientId?: string
  readonly clientSecret?: string
  readonly expiresIn?: string
}

const TOKEN_PATH = '/security/v1/oauth/token'
const TRACK_PATH = /^\/api\/track\/v1\/details\/([^/?]+)/

export const upsError = (code: string, message: string) => ({
  response: { errors: [{ code, message }] },
})

export const upsNotFound = (inquiryNumber: string) => ({
  trackResponse: {
    shipment: [
      { inquiryNumber, warnings: [{ code: 'TW0001', message: 'Tracking Information Not Found' }] },
    ],
  },
})

/** Newest first, as UPS orders its activities. */
const moving = (trackingNumber: string, times: readonly string[]) => ({
  trackResponse: {
    shipment: [{ package: [{ trackingNumber, activity: times.toReversed().map(activity) }] }],
  },
})

const activity = (time: string) => ({
  status: { type: 'I', description: 'Departed from Facility', code: 'DP', statusCode: '005' },
  location: { address: { city: 'PARAMUS', stateProvince: 'NJ', countryCode: 'US' } },
  date: time.slice(0, 10).replaceAll('-', ''),
  time: time.slice(11).replaceAll(':', ''),
})

/** Failures ready to be set. */
export const UPS_FAILURES = {
  ...failures({
    throttled: upsError('10429', 'Too Many Requests'),
    broken: upsError('10004', 'Something went wrong'),
    answer: upsNotFound('1Z0000000000000000'),
    changed: { trackResponse: { shipments: [{ packages: [] }] } },
  }),
  /** Also for a token that was just issued */
  expired: { status: 401, body: upsError('250002', 'Invalid Authentication Information.') },
}

export async function startFakeUps(options: FakeOptions = {}): Promise<FakeUps> {
  const { clientId = 'id', clientSecret = 'secret', expiresIn = '14399' } = options
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const tokens = new Set<string>()
  let issued = 0
  let failingTokens: FakeAnswer | null = null
  let expiring: { readonly tokens: ReadonlySet<string>; after: number } | null = null

  function token(request: FakeRequest): FakeAnswer {
    if (failingTokens) return failingTokens
    if (request.headers.authorization !== basic) {
      return { status: 401, body: upsError('10401', 'ClientId is Invalid') }
    }
    if (request.method !== 'POST' || request.body !== 'grant_type=client_credentials') {
      return { status: 400, body: upsError('10400', 'Invalid/Missing Grant Type') }
    }
    issued += 1
    tokens.add(`token-${issued}`)
    return {
      body: { token_type: 'Bearer', access_token: `token-${issued}`, expires_in: expiresIn },
    }
  }

  /** The tokens of the time when it was told to, not those issued since. */
  function expire(): void {
    if (!expiring) return
    if (expiring.after === 0) {
      for (const old of expiring.tokens) tokens.delete(old)
      expiring = null
    } else expiring.after -= 1
  }

  function refuse(request: FakeRequest): FakeAnswer | null {
    expire()
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!tokens.has(bearer)) return UPS_FAILURES.expired
    if (request.headers.transid && request.headers.transactionsrc) return null
    return { status: 400, body: upsError('TV0001', 'Missing transId') }
  }

  const fake = await startFakeCarrier({
    ...options,
    contentType: 'application/json',
    credentials: { client_id: clientId, client_secret: clientSecret },
    prefix: '1ZF',
    failures: UPS_FAILURES,
    scanned: moving,
    numbersOf: (path) => {
      const number = TRACK_PATH.exec(path)?.[1]
      return number === undefined ? null : [decodeURIComponent(number)]
    },
    refuse,
    compose: ([number = ''], next) => next(number) ?? { body: upsNotFound(number) },
    other: (request) =>
      request.path === TOKEN_PATH
        ? token(request)
        : { status: 404, body: upsError('404', 'The requested resource was not found.') },
  })
  return {
    ...fake,
    failTokens: (answer) => {
      failingTokens = answer
    },
    expireTokens: (after = 0) => {
      expiring = { tokens: new Set(tokens), after }
    },
  }
}
