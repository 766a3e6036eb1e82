/**
 * Whether a webhook call is Bring's. Bring signs nothing; it sends the headers of the webhook's
 * configuration ("Callbacks" in its documentation): the secret in one of its own, or as HTTP Basic.
 */
import { basic } from '../auth.ts'
import type { Push } from '../contract.ts'
import { sameSecret } from '../push.ts'
import type { Credentials } from './client.ts'

export const SECRET_HEADER = 'x-webhook-secret'

/** For those whose webhooks can only have a user and a password. */
const USER = 'bring'

export async function verifyPush(
  { headers }: Push,
  { webhook_secret: secret = '' }: Credentials,
): Promise<boolean> {
  if (secret === '') return false
  const said = headers.get(SECRET_HEADER)
  return said === null
    ? sameSecret(headers.get('authorization'), basic(USER, secret))
    : sameSecret(said, secret)
}
