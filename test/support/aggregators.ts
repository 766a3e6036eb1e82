/** What tests of aggregators share: registering parcels, and signing webhook calls as they do. */
import { createHmac } from 'node:crypto'
import { vi } from 'vitest'
import type { Access, Carrier, Parcel, Push, Reading } from '../../worker/carriers/contract.ts'
import { NOW } from './carrier-client.ts'

export const parcel = (number: string, courier: string | null = null): Parcel => ({
  number,
  since: NOW,
  courier,
})

/** A request as an adapter made it. */
export interface Asked {
  readonly url: string
  readonly method: string
  readonly headers: Headers
  readonly body: unknown
}

/** Answers every request in turn with these; the last one stays. `asked`: the requests so far. */
export function answering(...answers: readonly { status?: number; body: unknown }[]): {
  readonly asked: readonly Asked[]
} {
  const asked: Asked[] = []
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const answer = answers[Math.min(asked.length, answers.length - 1)]
    const body = typeof init?.body === 'string' ? init.body : null
    asked.push({
      url: String(input),
      method: init?.method ?? 'GET',
      headers: new Headers(init?.headers),
      body: body?.startsWith('{') || body?.startsWith('[') ? JSON.parse(body) : body,
    })
    return Response.json(answer?.body, { status: answer?.status ?? 200 })
  })
  return { asked }
}

const CALLBACK = 'https://track.example/hooks/aggregator/account'

/** Registers parcels with these answers. */
export async function subscribing(
  carrier: Carrier,
  credentials: unknown,
  parcels: readonly Parcel[],
  ...answers: readonly { status?: number; body: unknown }[]
): Promise<{ readonly reading: Reading; readonly asked: readonly Asked[] }> {
  const { asked } = answering(...answers)
  const access: Access = { credentials, token: null, origin: null, now: NOW }
  const reading = await carrier.subscribe?.(parcels, access, CALLBACK)
  if (!reading) throw new Error(`${carrier.name} subscribes nothing`)
  return { reading, asked }
}

export const sign = (text: string, secret: string, encoding: 'hex' | 'base64'): string =>
  createHmac('sha256', secret).update(text).digest(encoding)

/** Whether a carrier takes a webhook call for its own. */
export const takes = async (
  carrier: Carrier,
  credentials: unknown,
  push: Push,
): Promise<boolean | undefined> => carrier.verifyPush?.(push, credentials)
