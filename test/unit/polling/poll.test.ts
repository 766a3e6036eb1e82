import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CARRIER_ERRORS, CarrierError } from '../../../worker/carriers/contract.ts'
import { failureOf } from '../../../worker/polling/access.ts'
import { digestOf } from '../../../worker/polling/poll.ts'
import { wayTo } from '../../../worker/polling/stub.ts'
import { anyScan } from '../../support/arbitraries.ts'
import { report, scan } from '../../support/orders.ts'

describe('the digest of an answer', () => {
  const moving = scan(1, { milestone: 'in_transit' })

  it('does not change with the order of its scans', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyScan), async (scans) => {
        const backwards = digestOf({ report: report([...scans].reverse()) }, 1)
        expect(await backwards).toBe(await digestOf({ report: report(scans) }, 1))
      }),
    )
  })

  it('changes with a scan, a fact and the map', async () => {
    const problem = {
      code: 'not_found',
      carrier_code: null,
      message: '',
      tracking_number: null,
    } as const
    const digests = await Promise.all([
      digestOf({ report: report([moving]) }, 1),
      digestOf({ report: report([moving]) }, 2),
      digestOf({ report: report([]) }, 1),
      digestOf({ report: report([{ ...moving, reason: 'weather' }]) }, 1),
      digestOf({ report: report([moving], { next_attempt: '2026-03-12' }) }, 1),
      digestOf({ problem }, 1),
      digestOf({ problem }, 2),
      digestOf({ problem: { ...problem, code: 'invalid_number' } }, 1),
    ])
    expect(new Set(digests).size).toBe(digests.length)
    expect(digests).not.toContain('')
  })
})

describe('how a parcel is asked about', () => {
  const accounts = [
    { id: 'old', carrier: 'ups' },
    { id: 'new', carrier: 'ups' },
    { id: 'other', carrier: 'sandbox' },
  ]
  const aggregator = { id: 'all', carrier: '17track' }

  it.each([
    ['the one the shop named', accounts, 'ups', 'new', 'new'],
    ['the oldest where none is named', accounts, 'ups', null, 'old'],
    ['the oldest where the named one is gone', accounts, 'ups', 'gone', 'old'],
    ['never one of another carrier', accounts, 'ups', 'other', 'old'],
    ['none where the merchant has none', [], 'ups', null, null],
    ['the sandbox’s own', [], 'sandbox', null, 'sandbox'],
    ['an aggregator’s where there is none at the carrier', [aggregator], 'ups', null, 'all'],
    ['the carrier’s own before an aggregator’s', [aggregator, ...accounts], 'ups', null, 'old'],
    ['an aggregator’s that the shop named', [...accounts, aggregator], 'ups', 'all', 'all'],
    ['none of an aggregator that has not the carrier', [aggregator], 'nobody', null, null],
  ])('%s', (_name, mine, carrier, named, chosen) => {
    const way = wayTo({ accounts: mine }, carrier, named)
    expect(way?.account ?? null).toBe(chosen)
    const owner = mine.find(({ id }) => id === chosen)?.carrier
    if (owner) expect(way?.carrier).toBe(owner)
  })
})

describe('what a failure means for the account', () => {
  it('is its own, never a number’s', () => {
    for (const code of CARRIER_ERRORS) {
      const ofNumber = code === 'not_found' || code === 'invalid_number'
      expect(failureOf(new CarrierError(code, ''))).toBe(ofNumber ? 'bad_answer' : code)
    }
  })
})
