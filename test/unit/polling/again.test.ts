import { afterEach, describe, expect, it, vi } from 'vitest'
import { HOUR, MINUTE } from '../../../worker/lib/clock.ts'
import { againAfter } from '../../../worker/polling/again.ts'

afterEach(() => void vi.restoreAllMocks())

describe('what a message left undone', () => {
  it.each([
    [{ retryIn: 90_000, isAway: false }, 1, 90, 113],
    [{ retryIn: 0, isAway: false }, 3, 0, 0],
    [{ retryIn: null, isAway: true }, 1, 60, 75],
    [{ retryIn: 1000, isAway: true }, 2, 300, 375],
    [{ retryIn: null, isAway: true }, 3, 1500, 1875],
  ])(
    'goes back: %j for the %i. time after %i seconds, and not all at once',
    (left, tries, shortest, longest) => {
      vi.spyOn(Math, 'random').mockReturnValueOnce(0).mockReturnValueOnce(0.9999)
      expect(againAfter(left, tries)).toBe(shortest)
      expect(againAfter(left, tries)).toBe(longest)
    },
  )

  it.each([
    ['whose account has nothing to give', { retryIn: null, isAway: false }, 1],
    ['that would wait for an hour', { retryIn: HOUR, isAway: false }, 1],
    ['that went back three times', { retryIn: MINUTE, isAway: false }, 4],
    ['whose objects were away three times', { retryIn: null, isAway: true }, 4],
  ])('%s comes round by itself', (_name, left, tries) => {
    expect(againAfter(left, tries)).toBeNull()
  })
})
