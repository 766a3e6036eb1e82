/** One bounded request: a deadline over connect and body, a cap on the body, the body always consumed. */

export interface HttpAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

export class HttpFailure extends Error {
  readonly kind: 'timeout' | 'network' | 'too_large'

  constructor(kind: HttpFailure['kind'], cause?: unknown) {
    super(`request failed: ${kind}`, { cause })
    this.name = 'HttpFailure'
    this.kind = kind
  }
}

export interface Bounds {
  /** Milliseconds for the whole exchange */
  readonly timeout: number
  readonly maxBytes: number
}

/** Throws HttpFailure; any status is an answer. Redirects are not followed: credentials must not travel. */
export async function exchange(
  url: string,
  init: RequestInit,
  bounds: Bounds,
): Promise<HttpAnswer> {
  const deadline = AbortSignal.timeout(bounds.timeout)
  try {
    const response = await fetch(url, { ...init, redirect: 'manual', signal: deadline })
    const body = await readText(response, bounds.maxBytes)
    return { status: response.status, headers: response.headers, body }
  } catch (cause) {
    if (cause instanceof HttpFailure) throw cause
    throw new HttpFailure(deadline.aborted ? 'timeout' : 'network', cause)
  }
}

/** Reads a body as UTF-8 and stops at `maxBytes` with HttpFailure `too_large`. */
export async function readText(source: Body, maxBytes: number): Promise<string> {
  return new TextDecoder().decode(await readBytes(source, maxBytes))
}

/** Reads a body's bytes and stops at `maxBytes` with HttpFailure `too_large`. */
export async function readBytes(source: Body, maxBytes: number): Promise<Uint8Array<ArrayBuffer>> {
  if (!source.body) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = source.body.getReader()
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    size += next.value.byteLength
    if (size > maxBytes) {
      await reader.cancel()
      throw new HttpFailure('too_large')
    }
    chunks.push(next.value)
  }
  return joinBytes(chunks, size)
}

function joinBytes(chunks: readonly Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const joined = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    joined.set(chunk, offset)
    offset += chunk.byteLength
  }
  return joined
}

/** Seconds from a Retry-After header, as seconds or as a date; null where there is none. */
export function retryAfterSeconds(headers: Headers, now: number): number | null {
  const value = headers.get('retry-after')
  if (value === null) return null
  if (/^\d+$/.test(value)) return Number(value)
  const date = Date.parse(value)
  return Number.isNaN(date) ? null : Math.max(0, Math.ceil((date - now) / 1000))
}
