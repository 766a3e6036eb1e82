/** How a page leaves: its headers, its ETag, 304 for who has it already, and what is sent in place of a page. */
import type { ErrorHandler } from 'hono'
import type { Assets } from '../../pages/assets/brand.ts'
import { fingerprint, sha256 } from '../lib/bytes.ts'
import { describeError, log } from '../lib/log.ts'

export interface Page {
  /** As UTF-8 where it is kept: half the memory of a text, and not encoded again for each visit */
  readonly html: string | Uint8Array<ArrayBuffer>
  /** In quotes, as the header has it; null: never to be asked again */
  readonly etag: string | null
  readonly policy: string
}

const policies = new Map<string, Promise<string>>()
const MAX_POLICIES = 500

/**
 * A policy that lets in the page's own inline texts by their hashes and nothing else: a nonce would
 * make every 304 a broken page. Images are the merchant's, from anywhere over https.
 */
export function policyFor(assets: Assets): Promise<string> {
  const key = assets.brand
  const known = policies.get(key)
  if (known) return known
  if (policies.size >= MAX_POLICIES) policies.clear()
  const policy = makePolicy(assets)
  policies.set(key, policy)
  return policy
}

async function makePolicy(assets: Assets): Promise<string> {
  const [style, brand, script] = await Promise.all(
    [assets.style, assets.brand, assets.script].map(source),
  )
  return [
    "default-src 'none'",
    `style-src ${style} ${brand}`,
    `script-src ${script}`,
    'img-src https: data:',
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ')
}

async function source(text: string): Promise<string> {
  return `'sha256-${btoa(String.fromCharCode(...(await sha256(text))))}'`
}

/** The name of everything a rendering is made of. */
export async function etagOf(...parts: readonly unknown[]): Promise<string> {
  return `"${await fingerprint(JSON.stringify(parts))}"`
}

/** Of everything that is served to shoppers, redirects and failures too. */
export const HEADERS = {
  'cache-control': 'private, no-cache',
  'referrer-policy': 'no-referrer',
  'x-robots-tag': 'noindex',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'strict-transport-security': 'max-age=31536000',
  'permissions-policy': 'camera=(), geolocation=(), microphone=(), payment=()',
  vary: 'accept-language',
} as const

const NOTHING_ELSE = "default-src 'none'; frame-ancestors 'none'"

/** A line of text where there is no page to show. */
export function textResponse(text: string, status: number): Response {
  const headers = new Headers({ ...HEADERS, 'content-security-policy': NOTHING_ELSE })
  headers.set('content-type', 'text/plain; charset=utf-8')
  return new Response(text, { status, headers })
}

const TROUBLE = `This page cannot be shown at the moment. Please try again.
لا يمكن عرض هذه الصفحة في الوقت الحالي. يرجى المحاولة مرة أخرى.
`

/** Neither object nor record nor configuration to be had. The error stays here: it may hold what was asked for. */
export const onTrouble: ErrorHandler = (error) => {
  log('error', 'page_failed', { error: describeError(error) })
  const response = textResponse(TROUBLE, 503)
  response.headers.set('retry-after', '5')
  return response
}

export function pageResponse(request: Request, page: Page, status = 200): Response {
  const headers = new Headers({ ...HEADERS, 'content-security-policy': page.policy })
  headers.set('content-type', 'text/html; charset=utf-8')
  if (page.etag !== null) headers.set('etag', page.etag)
  if (page.etag !== null && hasAlready(request, page.etag)) {
    headers.delete('content-type')
    return new Response(null, { status: 304, headers })
  }
  return new Response(request.method === 'HEAD' ? null : page.html, { status, headers })
}

/** RFC 9110 §13.1.2: weak comparison, since what lies between may have compressed the page. */
function hasAlready(request: Request, etag: string): boolean {
  const asked = (request.headers.get('if-none-match') ?? '').split(',').map((tag) => tag.trim())
  return asked.some((tag) => tag === '*' || tag.replace(/^W\//, '') === etag)
}
