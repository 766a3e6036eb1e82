/**
 * How TrackingMore shows that a webhook call is its own: HMAC-SHA256 of a time under the webhook
 * secret, in hex. Version 4 sends both as headers ("Webhook signature" in its documentation); before,
 * they stand in the body (`verifyInfo`) and the secret is the account's e-mail address.
 *
 * Neither covers the body, so an old signature is not taken again.
 */
import * as z from 'zod'
import { utf8 } from '../../lib/bytes.ts'
import { MINUTE, SECOND } from '../../lib/clock.ts'
import type { Push } from '../contract.ts'
import { required } from '../fields.ts'
import { hasHmac, isFresh } from '../push.ts'
import type { Credentials } from './client.ts'

const WINDOW = 15 * MINUTE

const HEADER = 'signature'

interface Signed {
  readonly time: string
  readonly signature: string
}

export async function verifyPush(push: Push, { webhook_secret }: Credentials): Promise<boolean> {
  const signed = inHeaders(push) ?? inBody(push)
  if (!signed || !isFresh(Number(signed.time) * SECOND, push.at, WINDOW)) return false
  return hasHmac(
    { ...push, headers: new Headers({ [HEADER]: signed.signature }) },
    { header: HEADER, hash: 'SHA-256', encoding: 'hex' },
    webhook_secret ?? '',
    utf8(signed.time),
  )
}

function inHeaders({ headers }: Push): Signed | null {
  const [time, signature] = [headers.get('timestamp'), headers.get(HEADER)]
  return time !== null && signature !== null ? { time, signature } : null
}

const verifyInfo = z
  .object({
    verifyInfo: z.object({ timeStr: required, signature: z.string().regex(/^[0-9a-f]+$/i) }),
  })
  .transform(({ verifyInfo: { timeStr, signature } }) => ({ time: timeStr, signature }))

function inBody({ body }: Push): Signed | null {
  try {
    return verifyInfo.safeParse(JSON.parse(new TextDecoder().decode(body))).data ?? null
  } catch {
    return null
  }
}
