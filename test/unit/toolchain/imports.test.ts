import { expect, test } from 'vitest'
import { missedRules } from '../../support/verify/imports.ts'
import { PLANTED } from '../../support/verify/planted.ts'

test('every kind of wrong import is caught', async () => {
  expect(await missedRules()).toEqual([])
})

test.each([
  'carriers-adapter',
  'carriers-contract',
  'carriers-doors',
  'config',
  'entry',
  'known-folder',
  'known-folder-importing',
  'no-cycle',
  'no-orphan',
  'no-test',
  'objects-through-stubs',
  'objects-types-beside',
  'order-object',
  'order-pure',
  'pages',
  'resolvable',
  'runtime-in-objects',
  'schema',
  'shops-adapter',
  'worker/estimate',
  'worker/ingest',
  'worker/lib',
  'worker/queue',
  'worker/store',
])('a wrong import is planted for the rule %s', (rule) => {
  expect(PLANTED.map((planted) => planted.rule)).toContain(rule)
})

test('a planted import that is allowed is reported as missed', async () => {
  const allowed = { rule: 'worker/store', files: { 'worker/store/ok.ts': "import './orders.ts'" } }
  expect(await missedRules([allowed])).toEqual(['worker/store (worker/store/ok.ts)'])
})
