/** One request to a carrier: what keeps it from being answered at all is a CarrierError. */
import type { Bounds, HttpAnswer } from '../lib/http.ts'
import { exchange, HttpFailure } from '../lib/http.ts'
import { CarrierError } from './contract.ts'

/** Any status is an answer. `carrier`: its name, for the message. */
export async function request(
  carrier: string,
  url: string,
  init: RequestInit,
  bounds: Bounds,
): Promise<HttpAnswer> {
  try {
    return await exchange(url, init, bounds)
  } catch (cause) {
    if (!(cause instanceof HttpFailure)) throw cause
    const code = cause.kind === 'too_large' ? 'bad_answer' : 'down'
    throw new CarrierError(code, `${carrier}: ${cause.message}`, { cause })
  }
}
