/**
 * Secrets at rest: AES-256-GCM with a fresh nonce, the key's version in the text, and what the
 * secret belongs to as associated data, so that a ciphertext moved to another row does not open.
 */
import { fromBase64Url, toBase64Url, utf8 } from './bytes.ts'
import type { KeyRing } from './keys.ts'
import { cipherKey } from './keys.ts'

const NONCE_BYTES = 12

export async function seal(keys: KeyRing, belongsTo: string, secret: string): Promise<string> {
  const nonce = crypto.getRandomValues(new Uint8Array(NONCE_BYTES))
  const key = await keyOf(keys, keys.current)
  const sealed = await crypto.subtle.encrypt(parameters(nonce, belongsTo), key, utf8(secret))
  return `${keys.current}.${toBase64Url(nonce)}.${toBase64Url(new Uint8Array(sealed))}`
}

/** Throws where the text was not sealed by one of these keys for this owner. */
export async function unseal(keys: KeyRing, belongsTo: string, sealed: string): Promise<string> {
  const [version = '', nonce = '', text = ''] = sealed.split('.')
  const key = await keyOf(keys, Number(version))
  const open = await crypto.subtle.decrypt(
    parameters(fromBase64Url(nonce), belongsTo),
    key,
    fromBase64Url(text),
  )
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(open)
}

const parameters = (iv: Uint8Array<ArrayBuffer>, belongsTo: string) => ({
  name: 'AES-GCM',
  iv,
  additionalData: utf8(belongsTo),
})

async function keyOf(keys: KeyRing, version: number): Promise<CryptoKey> {
  const root = keys.root(version)
  if (!root) throw new Error(`no credential key of version ${version}`)
  return cipherKey(root, 'credentials')
}
