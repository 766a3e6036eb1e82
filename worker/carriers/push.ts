/** How a carrier shows that a webhook call is its own: over raw bytes, in constant time. */
import { toBase64, toHex } from '../lib/bytes.ts'
import { constantTimeEqual } from '../lib/hmac.ts'
import type { Push } from './contract.ts'

/** A secret that the carrier repeats, in a header or wherever `said` found it; null: it said none. */
export const sameSecret = async (said: string | null, secret: string): Promise<boolean> =>
  said !== null && secret !== '' && constantTimeEqual(said, secret)

export interface Signature {
  readonly header: string
  readonly hash: 'SHA-1' | 'SHA-256' | 'SHA-512'
  readonly encoding: 'hex' | 'base64'
  /** What stands before the signature in its header, like `sha256=` */
  readonly prefix?: string
}

/** HMAC over the body's bytes, or over `signed` where the carrier signs something else. */
export async function hasHmac(
  push: Push,
  { header, hash, encoding, prefix = '' }: Signature,
  secret: string | Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer> = push.body,
): Promise<boolean> {
  const said = push.headers.get(header)
  if (!said?.startsWith(prefix) || secret.length === 0) return false
  const mac = await hmac(hash, secret, signed)
  const given = said.slice(prefix.length).trim()
  return encoding === 'hex'
    ? constantTimeEqual(given.toLowerCase(), toHex(mac))
    : constantTimeEqual(given, toBase64(mac))
}

async function hmac(
  hash: Signature['hash'],
  secret: string | Uint8Array<ArrayBuffer>,
  signed: Uint8Array<ArrayBuffer>,
): Promise<Uint8Array> {
  const bytes = typeof secret === 'string' ? new TextEncoder().encode(secret) : secret
  const key = await crypto.subtle.importKey('raw', bytes, { name: 'HMAC', hash }, false, ['sign'])
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, signed))
}

/** Whether a moment the carrier signed is near enough: an old call is not taken again. */
export const isFresh = (signedAt: number | null, now: number, window: number): boolean =>
  signedAt !== null && Math.abs(now - signedAt) <= window
