import { expect, test } from 'vitest'
import { missedRules, ruleNames } from '../support/verify/imports.ts'
import { PLANTED } from '../support/verify/planted.ts'

test('every kind of wrong import is caught', async () => {
  expect(await missedRules()).toEqual([])
})

test('a wrong import is planted for every rule', async () => {
  const planted = new Set(PLANTED.map(({ rule }) => rule))
  const rules = await ruleNames()
  expect(rules.length).toBeGreaterThan(20)
  expect(rules.filter((rule) => !planted.has(rule))).toEqual([])
})

test('a planted import that is allowed is reported as missed', async () => {
  const allowed = { rule: 'worker/store', files: { 'worker/store/ok.ts': "import './orders.ts'" } }
  expect(await missedRules([allowed])).toEqual(['worker/store (worker/store/ok.ts)'])
})
