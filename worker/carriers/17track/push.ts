/**
 * How 17TRACK shows that a webhook call is its own: the header `sign` is the SHA-256 of the body, a
 * slash and the security key, in hex ("Webhook signature" in the documentation of API v2.2). It says
 * nothing of when: a call taken twice is the same scans twice, which are one.
 */
import { sha256, toHex, utf8 } from '../../lib/bytes.ts'
import type { Push } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'

export async function verifyPush(
  { headers, body }: Push,
  { api_key }: Credentials,
): Promise<boolean> {
  const end = utf8(`/${api_key}`)
  const signed = new Uint8Array(body.length + end.length)
  signed.set(body)
  signed.set(end, body.length)
  const said = headers.get('sign')?.trim().toLowerCase() ?? null
  return sameSecret(said, toHex(await sha256(signed)))
}
