import { expect, test } from 'vitest'
import { inlineImports, surroundings } from '../support/verify/syntax.ts'

test.each([
  "import { env } from 'cloudflare:workers'",
  'export const key = process.env.KEY',
  'export const key = (bindings: Env) => bindings.KEY',
  "export const load = () => import('cloudflare:workers')",
])('an adapter that reads its surroundings is noticed: %s', (text) => {
  expect(surroundings(text)).not.toEqual([])
})

test('an adapter may speak of an environment in words', () => {
  const text = "// Reads no env.\nexport const environments = ['env', 'process']"
  expect(surroundings(text)).toEqual([])
})

test('a type imported inline is noticed, a dynamic import is not', () => {
  expect(inlineImports("export type Order = import('./order.ts').Order")).toHaveLength(1)
  expect(inlineImports("export const order = import('./order.ts')")).toEqual([])
})

test('markup is read', () => {
  expect(surroundings('export const A = () => <b>{env.KEY}</b>', true)).toEqual(['names env'])
})
