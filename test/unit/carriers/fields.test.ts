import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import {
  fact,
  list,
  optional,
  present,
  required,
  some,
  text,
} from '../../../worker/carriers/fields.ts'

const record = z.object({ field: text })
const isRead = (schema: z.ZodType, value: unknown) => schema.safeParse(value).success

describe('a text', () => {
  it.each([
    ['x', 'x'],
    ['  x ', 'x'],
    [7, '7'],
    [0, '0'],
    [false, 'false'],
    ['Montr&eacute;al &amp; Laval &#233;&nbsp;', 'Montr&eacute;al & Laval é'],
    [null, null],
    [undefined, null],
    ['', null],
    [' ', null],
    ['null', null],
    ['N/A', null],
    [{}, null],
  ])('%j is %j', (written, read) => {
    expect(text.parse(written)).toBe(read)
  })

  it('is no list and no record', () => {
    for (const value of [[], ['x'], { a: 1 }]) expect(isRead(text, value)).toBe(false)
  })

  it('that stands beside the scans costs nothing where it cannot be read', () => {
    expect(fact.parse({ a: 1 })).toBeNull()
  })

  it('that is required has to be there', () => {
    expect(required.parse(12)).toBe('12')
    for (const value of [null, '', 'null', undefined]) expect(isRead(required, value)).toBe(false)
  })
})

it('a field that is missing is an empty one', () => {
  const schema = z.object({ text, fact, list: list(record), optional: optional(record) })
  expect(schema.parse({})).toEqual({ text: null, fact: null, list: [], optional: null })
  expect(isRead(z.object({ required }), {})).toBe(false)
  expect(isRead(z.object({ some: some(record) }), {})).toBe(false)
})

describe('a list', () => {
  it.each([
    [[{ field: 'a' }, { field: 'b' }], 2],
    [{ field: 'a' }, 1],
    [[null, { field: 'a' }, {}, ''], 1],
    [[], 0],
    [null, 0],
    ['', 0],
    [undefined, 0],
  ])('%j has %i', (written, length) => {
    expect(list(record).parse(written)).toHaveLength(length)
  })

  it('of scans is missing where it is not there, and empty where it is', () => {
    const schema = z.object({ events: present(record) })
    expect(schema.parse({ events: null }).events).toEqual([])
    expect(schema.parse({ events: [] }).events).toEqual([])
    expect(isRead(schema, {})).toBe(false)
    expect(isRead(schema, { events: ['x'] })).toBe(false)
  })

  it('that says something has at least one', () => {
    expect(some(record).parse({ field: 'a' })).toHaveLength(1)
    for (const value of [[], null, undefined, '']) expect(isRead(some(record), value)).toBe(false)
  })
})

it('a record may be left empty in any way', () => {
  for (const value of [null, undefined, '', {}, 'null']) {
    expect(optional(record).parse(value)).toBeNull()
  }
  expect(optional(record).parse({ field: 'a' })).toEqual({ field: 'a' })
})
