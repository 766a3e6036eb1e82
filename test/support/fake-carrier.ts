/**
 * What the fake carriers share: a server on the loopback that answers each number as told, fails as
 * told, and remembers every request. For Node; tests inside workerd speak to it through
 * `fake-remote.ts`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface FakeAnswer {
  readonly status?: number
  /** Text as it is, anything else as JSON */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>>
  /** Never answers */
  readonly hang?: true
  /** Promises the whole body and breaks off in the middle */
  readonly truncate?: true
  /** A byte of the body each so many milliseconds */
  readonly drip?: number
}

export interface FakeRequest {
  readonly method: string
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
  /** The first tracking number asked for, or null */
  readonly number: string | null
}

export interface FakeCarrier {
  readonly origin: string
  readonly requests: FakeRequest[]
  /** What a merchant enters to be let in */
  readonly credentials: Readonly<Record<string, string>>
  /** How its numbers begin; fourteen digits follow */
  readonly prefix: string
  /** The ways it fails, by name: those of every carrier and its own */
  readonly failures: Readonly<Record<string, FakeAnswer>>
  /** One answer for a number from now on */
  set(number: string, answer: FakeAnswer): void
  /** One answer after the other; the last one stays */
  script(number: string, answers: readonly FakeAnswer[]): void
  /**
   * The same answer to every tracking request, whatever the number, once `after` more have been
   * answered well; null: by number again
   */
  fail(answer: FakeAnswer | null, after?: number): void
  /** The same answer to every request about one of these numbers; null: as it was */
  failFor(numbers: readonly string[], answer: FakeAnswer | null): void
  /** From now on it has scanned these parcels on their way at these wall-clock times, `YYYY-MM-DDTHH:mm:ss` */
  sees(numbers: readonly string[], times: readonly string[]): void
  /** Answers only about the first half of the numbers asked for */
  halve(on: boolean): void
  /** One request to its server that came by another one */
  handle(incoming: IncomingMessage, response: ServerResponse): void
  stop(): Promise<void>
}

/** What makes a server a certain carrier's. */
export interface FakeSpec {
  readonly contentType: string
  readonly credentials: Readonly<Record<string, string>>
  readonly prefix?: string
  readonly failures: Readonly<Record<string, FakeAnswer | ((seconds: number) => FakeAnswer)>>
  /** What is said of a parcel that was scanned at these times */
  readonly scanned: (number: string, times: readonly string[]) => unknown
  readonly answers?: Readonly<Record<string, FakeAnswer>> | undefined
  /** The numbers a request asks for; null: it is no tracking request */
  readonly numbersOf: (path: string, body: string) => readonly string[] | null
  /** Why this tracking request is not answered, or null */
  readonly refuse: (request: FakeRequest) => FakeAnswer | null
  /** One answer about these numbers; `next`: what was set for one of them */
  readonly compose: (
    numbers: readonly string[],
    next: (number: string) => FakeAnswer | undefined,
  ) => FakeAnswer
  /** Anything but tracking */
  readonly other: (request: FakeRequest) => FakeAnswer
}

/** The failures every carrier has, ready to be set, around what it says itself. */
export const failures = (said: {
  readonly throttled: unknown
  readonly broken: unknown
  readonly answer: unknown
  /** An answer whose fields have other names */
  readonly changed: unknown
}) =>
  ({
    throttled: { status: 429, body: said.throttled },
    throttledFor: (seconds: number): FakeAnswer => ({
      status: 429,
      headers: { 'retry-after': String(seconds) },
      body: said.throttled,
    }),
    broken: { status: 500, body: said.broken },
    unavailable: { status: 503, body: '<html><body>Service Unavailable</body></html>' },
    html: {
      status: 200,
      headers: { 'content-type': 'text/html' },
      body: '<!doctype html><title>Maintenance</title>',
    },
    hang: { hang: true },
    drip: { drip: 5, body: said.answer },
    truncated: { truncate: true, body: said.answer },
    changed: { body: said.changed },
    /** Cut off by something that then mends the length */
    cut: { body: textOf(said.answer).slice(0, -20) },
  }) satisfies Record<string, FakeAnswer | ((seconds: number) => FakeAnswer)>

export async function startFakeCarrier(spec: FakeSpec): Promise<FakeCarrier> {
  const scripts = new Map<string, FakeAnswer[]>(
    Object.entries(spec.answers ?? {}).map(([number, answer]) => [number, [answer]]),
  )
  const requests: FakeRequest[] = []
  const failingFor = new Map<string, FakeAnswer>()
  let failing: { readonly answer: FakeAnswer; after: number } | null = null
  let halved = false

  function next(number: string): FakeAnswer | undefined {
    const script = scripts.get(number) ?? []
    return script.length > 1 ? script.shift() : script[0]
  }

  function answerTo(request: FakeRequest): FakeAnswer {
    const numbers = spec.numbersOf(request.path, request.body)
    if (!numbers) return spec.other(request)
    const refused = spec.refuse(request)
    if (refused) return refused
    if (failing && failing.after === 0) return failing.answer
    if (failing) failing.after -= 1
    const failed = numbers.flatMap((number) => failingFor.get(number) ?? [])[0]
    if (failed) return failed
    return spec.compose(halved ? numbers.slice(0, Math.ceil(numbers.length / 2)) : numbers, next)
  }

  const server = createServer((incoming, response) => {
    void read(incoming, spec).then((request) => {
      requests.push(request)
      write(response, answerTo(request), spec.contentType)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    credentials: spec.credentials,
    prefix: spec.prefix ?? '',
    failures: asAnswers(spec.failures),
    set: (number, answer) => void scripts.set(number, [answer]),
    script: (number, answers) => void scripts.set(number, [...answers]),
    fail: (answer, after = 0) => {
      failing = answer && { answer, after }
    },
    failFor: (numbers, answer) => {
      for (const number of numbers) {
        if (answer) failingFor.set(number, answer)
        else failingFor.delete(number)
      }
    },
    sees: (numbers, times) => {
      for (const number of numbers) scripts.set(number, [{ body: spec.scanned(number, times) }])
    },
    halve: (on) => {
      halved = on
    },
    handle: (incoming, response) => void server.emit('request', incoming, response),
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** Those that ask how long to wait ask for seven seconds. */
const asAnswers = (said: FakeSpec['failures']): Record<string, FakeAnswer> =>
  Object.fromEntries(
    Object.entries(said).map(([name, failure]) => [
      name,
      typeof failure === 'function' ? failure(7) : failure,
    ]),
  )

async function read(incoming: IncomingMessage, spec: FakeSpec): Promise<FakeRequest> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  const path = incoming.url ?? '/'
  const body = Buffer.concat(chunks).toString()
  return {
    method: incoming.method ?? 'GET',
    path,
    headers: Object.fromEntries(
      Object.entries(incoming.headers).map(([name, value]) => [name, String(value)]),
    ),
    body,
    number: spec.numbersOf(path, body)?.[0] ?? null,
  }
}

function write(response: ServerResponse, answer: FakeAnswer, contentType: string): void {
  if (answer.hang) return
  const text = textOf(answer.body ?? '')
  response.writeHead(answer.status ?? 200, {
    'content-type': contentType,
    'content-length': String(Buffer.byteLength(text)),
    ...answer.headers,
  })
  if (answer.drip !== undefined) {
    drip(response, Buffer.from(text), answer.drip)
  } else if (answer.truncate) {
    response.write(text.slice(0, text.length / 2), () => response.destroy())
  } else {
    response.end(text)
  }
}

function drip(response: ServerResponse, bytes: Buffer, pause: number): void {
  let sent = 0
  const timer = setInterval(() => {
    response.write(bytes.subarray(sent, sent + 1))
    sent += 1
    if (sent >= bytes.length) response.end()
  }, pause)
  response.on('close', () => clearInterval(timer))
}

function textOf(body: unknown): string {
  return typeof body === 'string' ? body : JSON.stringify(body)
}
