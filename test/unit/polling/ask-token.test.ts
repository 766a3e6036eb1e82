import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CarrierError } from '../../../worker/carriers/contract.ts'
import type { Track } from '../../support/lease.ts'
import { asking, carrier, knows, lease, numbers, parcels } from '../../support/lease.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const DOWN = { failure: 'down', message: 'away', retryAfter: null } as const

describe('a token', () => {
  const refusing =
    (good: string): Track =>
    (all, access) => {
      if (access.token?.value !== good) throw new CarrierError('unauthorized', 'expired')
      return knows(all)
    }

  it('that is refused is renewed once, for this batch and those after it', async () => {
    const { held, outcomes } = lease()
    const asked = await asking(carrier(refusing('second')), null, parcels('N1', 'N2', 'N3'), held)
    expect(asked.answers).toHaveLength(3)
    expect(outcomes).toEqual([
      ['renew', 'first'],
      [null, null],
      [null, null],
    ])
  })

  it('that is refused again is a failure, and nothing is asked twice more', async () => {
    const track = vi.fn(refusing('never'))
    const { held, outcomes } = lease()
    const asked = await asking(carrier(track), null, parcels('N1'), held)
    expect(asked).toMatchObject({ answers: [], retryIn: null })
    expect(track).toHaveBeenCalledTimes(2)
    expect(outcomes).toEqual([
      ['renew', 'first'],
      ['unauthorized', null],
    ])
  })

  it('of a carrier that needs none is not renewed', async () => {
    const { held, outcomes } = lease()
    const tokenless = { ...carrier(refusing('second')), authenticate: null }
    await asking(tokenless, null, parcels('N1'), held)
    expect(outcomes).toEqual([['unauthorized', null]])
  })

  it('that cannot be had leaves everything for its next turn', async () => {
    const track = vi.fn(knows)
    const { held } = lease()
    const without = { ...held, access: async () => DOWN }
    const asked = await asking(carrier(track), null, parcels('N1', 'N2'), without)
    expect(asked).toMatchObject({ answers: [], retryIn: null })
    expect(numbers(asked.left)).toEqual(['N1', 'N2'])
    expect(track).not.toHaveBeenCalled()
  })

  it('that is throttled leaves everything with the wait the carrier names', async () => {
    const barred = { failure: 'throttled', message: 'slow down', retryAfter: 5 } as const
    const without = { ...lease().held, access: async () => barred }
    const asked = await asking(carrier(knows), null, parcels('N1', 'N2', 'N3'), without)
    expect(asked).toMatchObject({ answers: [], retryIn: 5000 })
    expect([...asked.outcomes]).toEqual([['throttled', 3]])
  })

  it('is not asked for before there is a turn', async () => {
    const { held } = lease([60_000])
    const access = vi.fn(held.access)
    await asking(carrier(knows), null, parcels('N1'), { ...held, access })
    expect(access).not.toHaveBeenCalled()
  })

  it('that is renewed costs the request that was refused, and that costs a turn', async () => {
    const { held } = lease()
    const take = vi.fn(held.take)
    const asked = await asking(carrier(refusing('second')), null, parcels('N1'), { ...held, take })
    expect(asked.answers).toHaveLength(1)
    expect(take).toHaveBeenCalledTimes(2)
  })

  it('that cannot be renewed is that failure, which the account knows of', async () => {
    const { held, outcomes } = lease()
    const renewless = { ...held, renew: async () => DOWN }
    const asked = await asking(
      carrier(refusing('never')),
      null,
      parcels('N1', 'N2', 'N3'),
      renewless,
    )
    expect([...asked.outcomes]).toEqual([['down', 3]])
    expect(outcomes).toEqual([])
  })
})
