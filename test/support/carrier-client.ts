/** What tests of the carriers' clients share. */
import { vi } from 'vitest'
import type { Access, Carrier, Push, Reading } from '../../worker/carriers/contract.ts'
import { CarrierError } from '../../worker/carriers/contract.ts'

export const NOW = Date.parse('2026-03-10T10:00:00Z')

export const ask = (
  carrier: Carrier,
  access: Access,
  ...numbers: readonly string[]
): Promise<Reading> =>
  carrier.track(
    numbers.map((number) => ({ number, since: NOW, courier: null })),
    access,
  )

/** A webhook call as it comes to an adapter. */
export const pushed = (
  headers: Readonly<Record<string, string>>,
  body = '',
  query: Readonly<Record<string, string>> = {},
): Push => ({
  headers: new Headers(headers),
  query: new URLSearchParams(query),
  body: new Uint8Array(new TextEncoder().encode(body)),
  at: NOW,
})

export async function failureOf(promise: Promise<unknown>): Promise<CarrierError> {
  const error = await promise.then(
    () => null,
    (caught: unknown) => caught,
  )
  if (!(error instanceof CarrierError)) throw new Error(`no CarrierError: ${error}`)
  return error
}

/** The deadline of every request comes at once; answers with what it was set to. */
export function hasten(): { readonly deadline: () => number | undefined } {
  const spy = vi.spyOn(AbortSignal, 'timeout').mockImplementation(() => {
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 10)
    return controller.signal
  })
  return { deadline: () => spy.mock.calls[0]?.[0] }
}

/** Where a request would have gone. */
export async function goesTo(asking: () => Promise<unknown>): Promise<string> {
  const fetched = vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('offline'))
  await failureOf(asking())
  const [url] = fetched.mock.calls[0] ?? []
  vi.restoreAllMocks()
  return String(url)
}
