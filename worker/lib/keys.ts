/** Versioned secrets, and the keys derived from them, one for each purpose. */
import { fromBase64Url, utf8 } from './bytes.ts'

/** Root secrets by version; the highest version makes new things, all versions still read old ones. */
export interface KeyRing {
  readonly versions: readonly number[]
  readonly current: number
  readonly root: (version: number) => Uint8Array<ArrayBuffer> | undefined
}

/** From `{"1":"<base64url of 32 bytes>"}`; throws what is wrong with it. */
export function keyRing(json: string): KeyRing {
  const roots = new Map<number, Uint8Array<ArrayBuffer>>()
  for (const [version, secret] of Object.entries(JSON.parse(json) as Record<string, string>)) {
    const bytes = fromBase64Url(secret)
    if (bytes.length < 32) throw new Error(`key ${version} has fewer than 32 bytes`)
    roots.set(Number(version), bytes)
  }
  const versions = [...roots.keys()].sort((a, b) => a - b)
  const current = versions.at(-1)
  if (
    current === undefined ||
    versions.some((version) => !Number.isInteger(version) || version < 1)
  ) {
    throw new Error('keys are numbered from 1')
  }
  return { versions, current, root: (version) => roots.get(version) }
}

const derived = new WeakMap<Uint8Array, Map<string, Promise<CryptoKey>>>()

/** The HMAC-SHA-256 key for one purpose, derived from a root by HKDF and kept while the isolate lives. */
export function hmacKey(root: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return derive(root, `hmac:${purpose}`, { name: 'HMAC', hash: 'SHA-256', length: 256 }, ['sign'])
}

/** The AES-256-GCM key for one purpose. */
export function cipherKey(root: Uint8Array<ArrayBuffer>, purpose: string): Promise<CryptoKey> {
  return derive(root, `cipher:${purpose}`, { name: 'AES-GCM', length: 256 }, ['encrypt', 'decrypt'])
}

function derive(
  root: Uint8Array<ArrayBuffer>,
  info: string,
  algorithm: { name: string; length: number; hash?: string },
  usages: ('sign' | 'encrypt' | 'decrypt')[],
): Promise<CryptoKey> {
  const kept = derived.get(root) ?? new Map<string, Promise<CryptoKey>>()
  derived.set(root, kept)
  const known = kept.get(info)
  if (known) return known
  const key = crypto.subtle
    .importKey('raw', root, 'HKDF', false, ['deriveKey'])
    .then((base) =>
      crypto.subtle.deriveKey(
        { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info: utf8(info) },
        base,
        algorithm,
        false,
        usages,
      ),
    )
  kept.set(info, key)
  return key
}

export async function sign(key: CryptoKey, text: string): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(text)))
}
