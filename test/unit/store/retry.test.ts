import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { repeatable } from '../../../worker/store/retry.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const RESET = 'D1_ERROR: D1 DB storage operation exceeded timeout which caused object to be reset.'

/** A statement that fails so often, then succeeds. */
function failing(times: number, message: string) {
  let calls = 0
  const statement = async () => {
    calls += 1
    if (calls <= times) throw new Error(message)
    return 'done'
  }
  return { statement, calls: () => calls }
}

const outcomeOf = async (statement: () => Promise<string>): Promise<string> => {
  const outcome = repeatable(statement).catch((error: Error) => error.message)
  await vi.runAllTimersAsync()
  return outcome
}

describe('a statement that may be repeated', () => {
  it.each([
    RESET.replace('operation exceeded timeout which ', ''),
    'D1_ERROR: Network connection lost.',
    'D1 DB reset because its code was updated.',
    'Internal error: transient issue on remote node',
  ])('is tried again after: %s', async (message) => {
    const { statement, calls } = failing(2, message)
    expect(await outcomeOf(statement)).toBe('done')
    expect(calls()).toBe(3)
  })

  it('is given up after three tries', async () => {
    const { statement, calls } = failing(9, 'Network connection lost.')
    expect(await outcomeOf(statement)).toBe('Network connection lost.')
    expect(calls()).toBe(3)
  })

  it.each([
    RESET,
    'D1_ERROR: D1 DB is overloaded. Requests queued for too long.',
    'D1_ERROR: D1 DB is overloaded. Too many requests queued.',
    'D1 DB exceeded its CPU time limit and was reset.',
    'D1_ERROR: UNIQUE constraint failed',
  ])('is left alone after: %s', async (message) => {
    const { statement, calls } = failing(9, message)
    expect(await outcomeOf(statement)).toBe(message)
    expect(calls()).toBe(1)
  })
})
