/**
 * Whether a webhook call is InPost's. The group signs: HMAC-SHA256 in Base64 in `x-inpost-signature`,
 * over the body or over `{x-inpost-timestamp}.{body}`, as it was agreed with each client ("Webhook
 * signature verification" in its documentation). ShipX signs nothing and cannot send a header of ours:
 * there the secret stands in the URL that InPost was given to call.
 */
import { utf8 } from '../../lib/bytes.ts'
import type { Push } from '../contract.ts'
import { hasHmac, sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'

const SIGNATURE = { header: 'x-inpost-signature', hash: 'SHA-256', encoding: 'base64' } as const

export async function verifyPush(
  push: Push,
  { webhook_secret: secret = '' }: Credentials,
): Promise<boolean> {
  if (!push.headers.has(SIGNATURE.header)) return sameSecret(push.query.get('secret'), secret)
  const timestamp = push.headers.get('x-inpost-timestamp')
  if (await hasHmac(push, SIGNATURE, secret)) return true
  return timestamp !== null && hasHmac(push, SIGNATURE, secret, stamped(timestamp, push.body))
}

function stamped(timestamp: string, body: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = utf8(`${timestamp}.`)
  const signed = new Uint8Array(head.length + body.length)
  signed.set(head)
  signed.set(body, head.length)
  return signed
}
