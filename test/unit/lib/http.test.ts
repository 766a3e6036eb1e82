import type { RequestListener } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { exchange, HttpFailure, readText, retryAfterSeconds } from '../../../worker/lib/http.ts'

const PAGES: Readonly<Record<string, RequestListener>> = {
  '/plain': (_request, response) => response.end('grüße'),
  '/broken': (_request, response) => response.writeHead(500).end('sorry'),
  '/redirect': (_request, response) => response.writeHead(302, { location: '/plain' }).end('moved'),
  '/empty': (_request, response) => response.writeHead(204).end(),
  '/large': (_request, response) => response.end('x'.repeat(2000)),
  '/endless': (_request, response) => {
    const pour = (): void => {
      if (response.destroyed) return
      response.write('x'.repeat(500))
      setImmediate(pour)
    }
    pour()
  },
  '/hang': () => undefined,
  '/stall': (_request, response) => void response.write('half'),
  '/cut': (_request, response) => {
    response.writeHead(200, { 'content-length': '100' })
    response.write('half', () => response.destroy())
  },
}

const server = createServer((request, response) => PAGES[request.url ?? '']?.(request, response))
let origin = ''
beforeAll(async () => {
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => {
  server.closeAllConnections()
  server.close()
})

const ask = (path: string, bounds: { timeout?: number; maxBytes?: number } = {}) =>
  exchange(origin + path, {}, { timeout: 5000, maxBytes: 1000, ...bounds })

const failureOf = async (asking: Promise<unknown>): Promise<unknown> =>
  asking.then(
    () => 'answered',
    (error: unknown) => (error instanceof HttpFailure ? error.kind : error),
  )

describe('a request', () => {
  it('is answered with status, headers and body', async () => {
    expect(await ask('/plain')).toMatchObject({ status: 200, body: 'grüße' })
  })

  it('is answered whatever the status says', async () => {
    expect(await ask('/broken')).toMatchObject({ status: 500, body: 'sorry' })
    expect(await ask('/empty')).toMatchObject({ status: 204, body: '' })
  })

  it('follows no redirect: credentials must not travel', async () => {
    expect((await ask('/redirect')).status).toBe(302)
  })

  it.each([
    ['a body beyond the cap', '/large', {}, 'too_large'],
    ['a body without end', '/endless', {}, 'too_large'],
    ['no answer in time', '/hang', { timeout: 50 }, 'timeout'],
    ['a body that stalls', '/stall', { timeout: 50 }, 'timeout'],
    ['a body that breaks off', '/cut', {}, 'network'],
  ])('fails on %s', async (_name, path, bounds, kind) => {
    expect(await failureOf(ask(path, bounds))).toBe(kind)
  })

  it('fails where nobody listens', async () => {
    const nowhere = exchange('http://127.0.0.1:1/', {}, { timeout: 1000, maxBytes: 10 })
    expect(await failureOf(nowhere)).toBe('network')
  })

  it('says nothing of its address in a failure: it may hold a secret', async () => {
    const failure = await ask('/hang?secret=hush', { timeout: 20 }).catch((error: Error) => error)
    expect(String(failure)).not.toMatch(/hush|127/)
  })
})

describe('a body', () => {
  it('is read whole up to exactly the cap', async () => {
    expect(await readText(new Response('12345'), 5)).toBe('12345')
    expect(await failureOf(readText(new Response('123456'), 5))).toBe('too_large')
  })

  it('of several chunks is one text, also where a character is cut', async () => {
    const bytes = new TextEncoder().encode('مرحبا')
    const { readable, writable } = new TransformStream<Uint8Array, Uint8Array>()
    const writer = writable.getWriter()
    const written = [bytes.slice(0, 3), bytes.slice(3)].map((chunk) => writer.write(chunk))
    void Promise.all([...written, writer.close()])
    expect(await readText(new Response(readable), 100)).toBe('مرحبا')
  })

  it('that is none is empty', async () => {
    expect(await readText(new Response(null), 0)).toBe('')
  })
})

describe('Retry-After', () => {
  const now = Date.parse('2026-03-10T08:00:00Z')
  it.each([
    ['seconds', '120', 120],
    ['no wait', '0', 0],
    ['a date', 'Tue, 10 Mar 2026 08:02:00 GMT', 120],
    ['a date gone by', 'Tue, 10 Mar 2026 07:00:00 GMT', 0],
    ['nonsense', 'soon', null],
  ])('as %s', (_name, value, seconds) => {
    expect(retryAfterSeconds(new Headers({ 'retry-after': value }), now)).toBe(seconds)
  })

  it('that is missing is not known', () => {
    expect(retryAfterSeconds(new Headers(), now)).toBeNull()
  })
})
