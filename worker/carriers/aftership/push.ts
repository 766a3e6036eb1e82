/**
 * How AfterShip shows that a webhook call is its own ("Webhook signature" in its documentation):
 * HMAC-SHA256 of the body under the webhook secret, in base64. Tracking writes it into
 * `aftership-hmac-sha256`, AfterShip's younger products into `as-signature-hmac-sha256`.
 */
import type { Push } from '../contract.ts'
import { hasHmac } from '../push.ts'
import type { Credentials } from './client.ts'

const HEADERS = ['aftership-hmac-sha256', 'as-signature-hmac-sha256']

export function verifyPush(push: Push, { webhook_secret }: Credentials): Promise<boolean> {
  const [usual = '', ...others] = HEADERS
  const header = others.find((name) => push.headers.has(name)) ?? usual
  return hasHmac(push, { header, hash: 'SHA-256', encoding: 'base64' }, webhook_secret ?? '')
}
