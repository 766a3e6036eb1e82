/** One request to a carrier, described as data; what keeps it from being answered at all is a CarrierError. */
import type { Bounds, HttpAnswer } from '../lib/http.ts'
import { exchange, HttpFailure } from '../lib/http.ts'
import { CarrierError } from './contract.ts'

/** A request as an adapter describes it: GET, or POST where there is a body. */
export interface Ask {
  /** With its query, encoded */
  readonly path: string
  readonly method?: 'GET' | 'POST' | 'PUT'
  readonly headers?: Readonly<Record<string, string>>
  /** One of the three bodies, with its content type */
  readonly json?: unknown
  readonly form?: Readonly<Record<string, string>>
  readonly xml?: string
}

/** Any status is an answer. `carrier`: its name, for the message. */
export async function send(
  carrier: string,
  origin: string,
  ask: Ask,
  bounds: Bounds,
): Promise<HttpAnswer> {
  try {
    return await exchange(origin + ask.path, initOf(ask), bounds)
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    const code = cause.kind === 'too_large' ? 'bad_answer' : 'down'
    throw new CarrierError(code, `${carrier}: ${cause.message}`, { cause })
  }
}

function initOf(ask: Ask): RequestInit {
  const body = bodyOf(ask)
  const headers = new Headers({ accept: 'application/json' })
  if (body) headers.set('content-type', body.type)
  // What the adapter says goes before what is usual.
  for (const [name, value] of Object.entries(ask.headers ?? {})) headers.set(name, value)
  if (!body) return { method: ask.method ?? 'GET', headers }
  return { method: ask.method ?? 'POST', headers, body: body.text }
}

function bodyOf(ask: Ask): { readonly type: string; readonly text: string } | null {
  if (ask.json !== undefined) return { type: 'application/json', text: JSON.stringify(ask.json) }
  if (ask.xml !== undefined) return { type: 'text/xml; charset=utf-8', text: ask.xml }
  if (ask.form === undefined) return null
  return {
    type: 'application/x-www-form-urlencoded',
    text: new URLSearchParams(ask.form).toString(),
  }
}
