import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import {
  canonicalJson,
  fingerprint,
  fromBase64Url,
  toBase64Url,
  toHex,
} from '../../../worker/lib/bytes.ts'
import { toInstant } from '../../../worker/lib/clock.ts'
import { PROBLEMS, Problem } from '../../../worker/lib/errors.ts'
import { describeError, log } from '../../../worker/lib/log.ts'
import { count } from '../../../worker/lib/metrics.ts'

afterEach(() => vi.restoreAllMocks())

/** The same value with the keys of every object the other way round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(turned)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, inner]) => [key, turned(inner)]),
  )
}

describe('canonical JSON', () => {
  it('is the same for equal values, whatever the order of their keys', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(canonicalJson(turned(value))).toBe(canonicalJson(value))
      }),
    )
  })

  it('is JSON of the very same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('keeps the order of lists', () => {
    expect(canonicalJson([2, 1])).not.toBe(canonicalJson([1, 2]))
  })

  it('does not tell a field that is undefined from one that is missing', () => {
    expect(canonicalJson({ a: undefined, b: 1 })).toBe('{"b":1}')
  })
})

describe('written bytes', () => {
  it('come back as they were', () => {
    fc.assert(
      fc.property(fc.uint8Array(), (bytes) => {
        const text = toBase64Url(bytes)
        expect(text).toMatch(/^[\w-]*$/)
        expect([...fromBase64Url(text)]).toEqual([...bytes])
      }),
    )
  })

  it('are hex with two digits each', () => {
    expect(toHex(new Uint8Array([0, 10, 255]))).toBe('000aff')
  })

  it('have a fingerprint of 22 characters that tells texts apart', async () => {
    expect(await fingerprint('a')).toMatch(/^[\w-]{22}$/)
    expect(await fingerprint('a')).toBe(await fingerprint('a'))
    expect(await fingerprint('a')).not.toBe(await fingerprint('b'))
  })
})

describe('an instant', () => {
  it('is written in UTC to the second', () => {
    expect(toInstant(Date.parse('2026-11-21T08:00:00.999Z'))).toBe('2026-11-21T08:00:00Z')
  })
})

describe('a log line', () => {
  it('is one line of JSON, whatever the fields hold', () => {
    const error = vi.spyOn(console, 'error').mockReturnValue()
    log('error', 'went_wrong', { order: 'o1', why: 'two\nlines' })
    const [[line] = []] = error.mock.calls
    expect(line).not.toContain('\n')
    expect(JSON.parse(String(line))).toEqual({
      level: 'error',
      event: 'went_wrong',
      order: 'o1',
      why: 'two\nlines',
    })
  })

  it('of an error holds no query: grants and tokens travel there', () => {
    const error = new Error('GET https://t.example/o/abc?g=secret&x=1 failed, then /b?token=hush')
    expect(describeError(error)).toBe('Error: GET https://t.example/o/abc?… failed, then /b?…')
  })

  it('of an error is short, and of what is no error says nothing', () => {
    expect(describeError(new Error('x'.repeat(5000)))).toHaveLength(200)
    expect(describeError('Ms Doe')).toBe('unknown')
    expect(describeError(undefined)).toBe('unknown')
  })
})

describe('a counter', () => {
  it('writes its labels in the order of their names', () => {
    const writeDataPoint = vi.fn()
    count({ METRICS: { writeDataPoint } }, 'polls', { shard: 's', carrier: 'ups' }, 3)
    expect(writeDataPoint).toHaveBeenCalledWith({
      indexes: ['polls'],
      blobs: ['ups', 's'],
      doubles: [3],
    })
  })

  it('never fails: a lost count is not worth a lost request', () => {
    const writeDataPoint = vi.fn(() => {
      throw new Error('full')
    })
    expect(() => count({ METRICS: { writeDataPoint } }, 'polls')).not.toThrow()
    expect(() => count({}, 'polls')).not.toThrow()
  })
})

describe('a problem', () => {
  it('has an HTTP status of an error and a title of its own for each code', () => {
    for (const [status] of Object.values(PROBLEMS)) expect(status).toBeGreaterThanOrEqual(400)
    const titles = Object.values(PROBLEMS).map(([, title]) => title)
    expect(new Set(titles).size).toBe(titles.length)
  })

  it('says its title unless told more, and nothing to wait for unless told', () => {
    expect(new Problem('busy')).toMatchObject({
      message: 'Not available for the moment',
      retryAfter: null,
      fields: [],
    })
    expect(new Problem('busy', 'later', { retryAfter: 5 })).toMatchObject({
      message: 'later',
      retryAfter: 5,
    })
  })
})
