/**
 * A UPS on the loopback: issues tokens and checks them, answers each number as told, fails as told,
 * and remembers every request. For Node; a Worker under test reaches it through `origin`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeAnswer {
  readonly status?: number
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Never answers */
  readonly hang?: true
  /** Promises the whole body and breaks off in the middle */
  readonly truncate?: true
}

export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The tracking number asked for, or null */
  readonly number: string | null
}

export interface FakeUps {
  readonly origin: string
  readonly requests: FakeRequest[]
  /** One answer for a number from now on */
  set(number: string, answer: FakeAnswer): void
  /** One answer after the other; the last one stays */
  script(number: string, answers: readonly FakeAnswer[]): void
  /** The same answer to every tracking request, whatever the number; null: by number again */
  fail(answer: FakeAnswer | null): void
  /** What the token endpoint answers instead of a token; null: tokens again */
  failTokens(answer: FakeAnswer | null): void
  /** Makes every token issued so far invalid */
  expireTokens(): void
  stop(): Promise<void>
}

export interface FakeOptions {
  /** Absent: any free one */
  readonly port?: number
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

/** Failures ready to be set. */
export const UPS_FAILURES = {
  throttled: { status: 429, body: upsError('10429', 'Too Many Requests') },
  throttledFor: (seconds: number): FakeAnswer => ({
    status: 429,
    headers: { 'retry-after': String(seconds) },
    body: upsError('10429', 'Too Many Requests'),
  }),
  broken: { status: 500, body: upsError('10004', 'Something went wrong') },
  unavailable: { status: 503, body: '<html><body>Service Unavailable</body></html>' },
  html: {
    status: 200,
    headers: { 'content-type': 'text/html' },
    body: '<!doctype html><title>Maintenance</title>',
  },
  hang: { hang: true },
  truncated: { truncate: true, body: upsNotFound('1Z0000000000000000') },
} as const satisfies Record<string, FakeAnswer | ((seconds: number) => FakeAnswer)>

export async function startFakeUps(options: FakeOptions = {}): Promise<FakeUps> {
  const { clientId = 'id', clientSecret = 'secret', expiresIn = '14399' } = options
  const basic = `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}`
  const scripts = new Map<string, FakeAnswer[]>(
    Object.entries(options.answers ?? {}).map(([number, answer]) => [number, [answer]]),
  )
  const tokens = new Set<string>()
  const requests: FakeRequest[] = []
  let issued = 0
  let failing: FakeAnswer | null = null
  let failingTokens: FakeAnswer | null = null

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

  function tracking(request: FakeRequest, number: string): FakeAnswer {
    const bearer = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1] ?? ''
    if (!tokens.has(bearer)) {
      return { status: 401, body: upsError('250002', 'Invalid Authentication Information.') }
    }
    if (failing) return failing
    if (!request.headers.transid || !request.headers.transactionsrc) {
      return { status: 400, body: upsError('TV0001', 'Missing transId') }
    }
    const script = scripts.get(number) ?? []
    return (script.length > 1 ? script.shift() : script[0]) ?? { body: upsNotFound(number) }
  }

  function answerTo(request: FakeRequest): FakeAnswer {
    if (request.path === TOKEN_PATH) return token(request)
    if (request.number !== null) return tracking(request, request.number)
    return { status: 404, body: upsError('404', 'The requested resource was not found.') }
  }

  const server = createServer((incoming, response) => {
    void read(incoming).then((request) => {
      requests.push(request)
      write(response, answerTo(request))
    })
  })
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    set: (number, answer) => void scripts.set(number, [answer]),
    script: (number, answers) => void scripts.set(number, [...answers]),
    fail: (answer) => {
      failing = answer
    },
    failTokens: (answer) => {
      failingTokens = answer
    },
    expireTokens: () => tokens.clear(),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function read(incoming: IncomingMessage): Promise<FakeRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const path = incoming.url ?? '/'
  const number = TRACK_PATH.exec(path)?.[1]
  return {
    method: incoming.method ?? 'GET',
    path,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body: Buffer.concat(chunks).toString(),
    number: number === undefined ? null : decodeURIComponent(number),
  }
}

function write(response: ServerResponse, answer: FakeAnswer): void {
  if (answer.hang) return
  const { body = '' } = answer
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  response.writeHead(answer.status ?? 200, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...answer.headers,
  })
  if (!answer.truncate) {
    response.end(text)
    return
  }
  response.write(text.slice(0, text.length / 2))
  setTimeout(() => response.destroy(), 10)
}
