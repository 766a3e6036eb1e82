/**
 * Order ids and the grants on their links.
 *
 * An id is 22 characters of base62: the first says which key version and jurisdiction made it, 17 are
 * drawn from HMAC-SHA-256(merchant, 0, order number), the last four check the first 18 under a second
 * key. It is the same on every retry and cannot be guessed; a wrong one is refused without asking anybody.
 */
import type { Scope } from '../../schema/vocabulary.ts'
import { toBase64Url } from './bytes.ts'
import type { KeyRing } from './keys.ts'
import { hmacKey, sign } from './keys.ts'
import { foldOrderNumber } from './order-number.ts'
import { proven } from './proven.ts'

const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const RANDOM_LENGTH = 17
const CHECK_LENGTH = 4
/** Bytes from here on are drawn again: 248 is the largest multiple of 62 below 256 */
const FAIR = 248

export const JURISDICTIONS = ['none', 'eu'] as const
export type Jurisdiction = (typeof JURISDICTIONS)[number]

/** The id of a merchant's order under the newest key. */
export function orderId(
  keys: KeyRing,
  jurisdiction: Jurisdiction,
  merchant: string,
  number: string,
): Promise<string> {
  return makeId(keys, keys.current, jurisdiction, merchant, number)
}

/** The ids a number may live under, oldest key first. */
export function orderIds(
  keys: KeyRing,
  jurisdiction: Jurisdiction,
  merchant: string,
  number: string,
): Promise<string[]> {
  return Promise.all(
    keys.versions.map((version) => makeId(keys, version, jurisdiction, merchant, number)),
  )
}

async function makeId(
  keys: KeyRing,
  version: number,
  jurisdiction: Jurisdiction,
  merchant: string,
  number: string,
): Promise<string> {
  const root = rootOf(keys, version)
  const head = ALPHABET.charAt(
    (version - 1) * JURISDICTIONS.length + JURISDICTIONS.indexOf(jurisdiction),
  )
  const name = `${merchant}\0${foldOrderNumber(number)}`
  const body = head + (await draw(await hmacKey(root, 'id'), name, RANDOM_LENGTH))
  return body + (await draw(await hmacKey(root, 'check'), body, CHECK_LENGTH))
}

/** Which jurisdiction an id was made in, or null where it is not one of ours. */
export const readId = proven(async (keys: KeyRing, id): Promise<Jurisdiction | null> => {
  if (!/^[0-9A-Za-z]{22}$/.test(id)) return null
  const index = ALPHABET.indexOf(id.charAt(0))
  const root = keys.root(Math.floor(index / JURISDICTIONS.length) + 1)
  const jurisdiction = JURISDICTIONS[index % JURISDICTIONS.length]
  if (!root || !jurisdiction) return null
  const body = id.slice(0, 1 + RANDOM_LENGTH)
  const check = await draw(await hmacKey(root, 'check'), body, CHECK_LENGTH)
  return id.endsWith(check) ? jurisdiction : null
})

/** Fair base62 characters from the HMAC of a text, by rejection. */
async function draw(key: CryptoKey, text: string, length: number): Promise<string> {
  let drawn = ''
  for (let block = 0; drawn.length < length; block += 1) {
    for (const byte of await sign(key, `${block}\0${text}`)) {
      if (byte < FAIR && drawn.length < length) drawn += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return drawn
}

/** What a link lets its bearer see, until when, and under which epoch of the order. */
export interface Grant {
  readonly scope: Exclude<Scope, 'link'>
  readonly epoch: number
  /** Epoch seconds; 0: with the order's own term, which is not known when its first links are made */
  readonly expires: number
}

/** The value of `?g=` for an order. */
export async function writeGrant(keys: KeyRing, id: string, grant: Grant): Promise<string> {
  const claim = `${keys.current.toString(36)}-${grant.scope}-${grant.epoch.toString(36)}-${grant.expires.toString(36)}`
  return `${claim}-${await grantSignature(rootOf(keys, keys.current), id, claim)}`
}

/** The grant in `?g=`, or null where it was not made by us for this order. Says nothing of expiry. */
export const readGrant = (keys: KeyRing, id: string, value: string): Promise<Grant | null> =>
  readClaim(keys, `${id} ${value}`)

const readClaim = proven(async (keys: KeyRing, text): Promise<Grant | null> => {
  const [id, value] = [text.slice(0, text.indexOf(' ')), text.slice(text.indexOf(' ') + 1)]
  const match =
    /^([0-9a-z]{1,2})-(buyer|recipient)-([0-9a-z]{1,6})-([0-9a-z]{1,8})-([\w-]{22})$/.exec(value)
  if (!match) return null
  const [, version = '', scope, epoch = '', expires = '', signature = ''] = match
  const root = keys.root(Number.parseInt(version, 36))
  if (!root) return null
  const expected = await grantSignature(root, id, `${version}-${scope}-${epoch}-${expires}`)
  if (!sameText(signature, expected)) return null
  return {
    scope: scope === 'recipient' ? 'recipient' : 'buyer',
    epoch: Number.parseInt(epoch, 36),
    expires: Number.parseInt(expires, 36),
  }
})

async function grantSignature(
  root: Uint8Array<ArrayBuffer>,
  id: string,
  claim: string,
): Promise<string> {
  const signature = await sign(await hmacKey(root, 'grant'), `${id}\0${claim}`)
  return toBase64Url(signature.subarray(0, 16))
}

/** Equal-length texts compared without stopping at the first difference. */
function sameText(a: string, b: string): boolean {
  let difference = a.length ^ b.length
  for (let index = 0; index < a.length; index += 1) {
    difference |= a.charCodeAt(index) ^ b.charCodeAt(index)
  }
  return difference === 0
}

function rootOf(keys: KeyRing, version: number): Uint8Array<ArrayBuffer> {
  const root = keys.root(version)
  if (!root) throw new Error(`no key of version ${version}`)
  return root
}

/** A new id for things of ours that nothing determines: 22 characters, 130 bits. */
export function newId(): string {
  let id = ''
  while (id.length < 22) {
    for (const byte of crypto.getRandomValues(new Uint8Array(32))) {
      if (byte < FAIR && id.length < 22) id += ALPHABET.charAt(byte % ALPHABET.length)
    }
  }
  return id
}
