/**
 * How Shippo shows that a webhook call is its own ("Webhook security" in its documentation): a token
 * that the merchant put into the webhook's URL, or, for accounts that asked for it, the header
 * `Shippo-Auth-Signature: t=<Unix seconds>,v1=<HMAC-SHA256 of "t.body", hex>`.
 */
import { utf8 } from '../../lib/bytes.ts'
import { MINUTE, SECOND } from '../../lib/clock.ts'
import type { Push } from '../contract.ts'
import { hasHmac, isFresh, sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'

const HEADER = 'shippo-auth-signature'
const SIGNED = /^t=(\d{1,12}),v1=([0-9a-f]+)$/i

/** Shippo repeats a call at once, and signs it anew. */
const WINDOW = 5 * MINUTE

export async function verifyPush(push: Push, { webhook_secret }: Credentials): Promise<boolean> {
  const secret = webhook_secret ?? ''
  const header = push.headers.get(HEADER)
  // A call that is signed has to be signed well, whatever token it has.
  if (header === null) return sameSecret(push.query.get('token'), secret)
  const [, time, signature = ''] = SIGNED.exec(header) ?? []
  if (!time || !isFresh(Number(time) * SECOND, push.at, WINDOW)) return false
  const signed = { ...push, headers: new Headers({ [HEADER]: signature }) }
  return hasHmac(
    signed,
    { header: HEADER, hash: 'SHA-256', encoding: 'hex' },
    secret,
    joined(utf8(`${time}.`), push.body),
  )
}

function joined(
  head: Uint8Array<ArrayBuffer>,
  body: Uint8Array<ArrayBuffer>,
): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(head.length + body.length)
  bytes.set(head)
  bytes.set(body, head.length)
  return bytes
}
