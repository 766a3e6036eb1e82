import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Carrier } from '../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../worker/carriers/contract.ts'
import { ask } from '../../../worker/polling/ask.ts'
import { asking, carrier, knows, lease, numbers, parcels } from '../../support/lease.ts'
import { report } from '../../support/orders.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

describe('asking', () => {
  it('takes batches as the carrier does, each number once', async () => {
    const batches: string[][] = []
    const { held, outcomes } = lease()
    const asked = await asking(
      carrier((all) => {
        batches.push(all.map(({ number }) => number))
        return knows(all)
      }),
      null,
      parcels('N1', 'N2', 'N3'),
      held,
    )
    expect(batches).toEqual([['N1', 'N2'], ['N3']])
    expect(asked.answers.map(({ parcel }) => parcel.number)).toEqual(['N1', 'N2', 'N3'])
    expect(asked).toMatchObject({ left: [], retryIn: null })
    expect(outcomes).toEqual([
      [null, null],
      [null, null],
    ])
  })

  it('uses no more connections at once than the carrier takes', async () => {
    let open = 0
    let most = 0
    const slow = carrier(knows, { batch: 1, connections: 3 })
    const track: Carrier['track'] = async (all) => {
      open += 1
      most = Math.max(most, open)
      await new Promise((done) => setTimeout(done, 100))
      open -= 1
      return knows(all)
    }
    await asking({ ...slow, track }, null, parcels('1', '2', '3', '4', '5', '6', '7'), lease().held)
    expect(most).toBe(3)
  })

  it('waits for a short turn', async () => {
    const { held } = lease([200, 100, 0])
    const asked = await asking(carrier(knows), null, parcels('N1'), held)
    expect(asked.answers).toHaveLength(1)
  })

  it('leaves what has a long wait, with the wait', async () => {
    const { held } = lease([0, 60_000])
    const asked = await asking(carrier(knows), null, parcels('N1', 'N2', 'N3'), held)
    expect(asked.answers).toHaveLength(2)
    expect(asked).toMatchObject({ retryIn: 60_000 })
    expect(numbers(asked.left)).toEqual(['N3'])
  })

  it('does not wait for ever on one short turn after the other', async () => {
    const { held } = lease(Array.from({ length: 20 }, () => 1000))
    const asked = await asking(carrier(knows), null, parcels('N1'), held)
    expect(asked).toMatchObject({ answers: [], retryIn: 1000 })
  })
})

describe('a carrier that fails', () => {
  it('by throttling leaves the batch with the wait it names', async () => {
    const { held, outcomes } = lease()
    const throttled = carrier(() => {
      throw new CarrierError('throttled', 'slow down', { retryAfter: 90 })
    })
    const asked = await asking(throttled, null, parcels('N1', 'N2'), held)
    expect(asked).toMatchObject({ answers: [], retryIn: 90_000 })
    expect(numbers(asked.left)).toEqual(['N1', 'N2'])
    expect(outcomes).toEqual([['throttled', 90]])
  })

  it('by throttling without a wait is left alone for a minute', async () => {
    const throttled = carrier(() => {
      throw new CarrierError('throttled', 'slow down')
    })
    expect(await asking(throttled, null, parcels('N1'), lease().held)).toMatchObject({
      retryIn: 60_000,
    })
  })

  it.each(['down', 'bad_answer'] as const)(
    '%s leaves its parcels to their next turn',
    async (code) => {
      const { held, outcomes } = lease()
      const failing = carrier(() => {
        throw new CarrierError(code, 'away')
      })
      const asked = await asking(failing, null, parcels('N1', 'N2', 'N3'), held)
      expect(asked).toMatchObject({ answers: [], retryIn: null })
      expect(numbers(asked.left)).toEqual(['N1', 'N2', 'N3'])
      expect(outcomes).toEqual([
        [code, null],
        [code, null],
      ])
    },
  )

  it('in one batch answers the others', async () => {
    const half = carrier((all) => {
      if (all.some(({ number }) => number === 'N1')) throw new CarrierError('down', 'away')
      return knows(all)
    })
    const asked = await asking(half, null, parcels('N1', 'N2', 'N3'), lease().held)
    expect(asked.answers.map(({ parcel }) => parcel.number)).toEqual(['N3'])
    expect(numbers(asked.left)).toEqual(['N1', 'N2'])
  })

  it('in a way of ours is a bug, and is thrown', async () => {
    const broken = carrier(() => {
      throw new TypeError('ours')
    })
    const asked = ask(broken, null, parcels('N1'), lease().held)
    await expect(asked).rejects.toThrow('ours')
  })
})

describe('an answer', () => {
  const problem = (tracking_number: string | null) => ({
    code: 'not_found' as const,
    carrier_code: null,
    message: 'unknown',
    tracking_number,
  })

  it('of half a batch leaves what it forgot to be asked again', async () => {
    const forgetful = carrier((all) => knows(all.slice(0, 1)))
    const asked = await asking(forgetful, null, parcels('N1', 'N2'), lease().held)
    expect(asked.answers.map(({ parcel }) => parcel.number)).toEqual(['N1'])
    expect(numbers(asked.left)).toEqual(['N2'])
    expect(asked.retryIn).toBe(0)
    expect([...asked.outcomes]).toEqual([
      ['found', 1],
      ['unsaid', 1],
    ])
  })

  it('finds its number however the carrier writes it', async () => {
    const spaced = carrier(() => ({
      reports: [report([], { tracking_number: '1z 99-a' })],
      problems: [],
    }))
    const asked = await asking(spaced, null, parcels('1Z99A', 'N2'), lease().held)
    expect(asked.answers.map(({ parcel }) => parcel.number)).toEqual(['1Z99A'])
  })

  it('about one number is that number’s, also where it names another or none', async () => {
    const one = parcels('N1')
    const nameless = carrier(() => ({ reports: [], problems: [problem(null)] }))
    const [said] = (await asking(nameless, null, one, lease().held)).answers
    expect(said?.said).toEqual({ problem: problem(null) })
    const renamed = carrier(() => ({
      reports: [report([], { tracking_number: 'NEW' })],
      problems: [],
    }))
    expect((await asking(renamed, null, one, lease().held)).answers).toHaveLength(1)
  })

  it('about several never lends a nameless problem to any of them', async () => {
    const nameless = carrier(() => ({ reports: [], problems: [problem(null)] }))
    const asked = await asking(nameless, null, parcels('N1', 'N2'), lease().held)
    expect(asked.answers).toEqual([])
  })

  it('names each number’s own problem', async () => {
    const mixed = carrier((all) => ({
      reports: knows(all.slice(0, 1)).reports,
      problems: [problem('N2')],
    }))
    const asked = await asking(mixed, null, parcels('N1', 'N2'), lease().held)
    expect(
      asked.answers.map(({ said }) => ('problem' in said ? said.problem.code : 'found')),
    ).toEqual(['found', 'not_found'])
  })
})
