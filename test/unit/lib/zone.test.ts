import fc from 'fast-check'
import { expect, it } from 'vitest'
import { instantIn, wallIn } from '../../../worker/lib/zone.ts'

it.each([
  ['America/Toronto', '2026-07-01T12:00:00', '2026-07-01T16:00:00Z'],
  ['America/Toronto', '2026-01-01T12:00:00', '2026-01-01T17:00:00Z'],
  ['Asia/Kolkata', '2026-01-01T00:15:00', '2025-12-31T18:45:00Z'],
  ['Asia/Kolkata', '2026-01-01', '2025-12-31T18:30:00Z'],
  ['Nowhere/At_All', '2026-01-01T12:00:00', '2026-01-01T12:00:00Z'],
])('in %s clocks show %s at %s', (zone, wall, at) => {
  expect(instantIn(zone, wall)).toBe(Date.parse(at))
})

it('what is no time has no instant', () => {
  expect(instantIn('Asia/Kolkata', '')).toBeNaN()
  expect(instantIn('Asia/Kolkata', 'soon')).toBeNaN()
})

it('is what clocks there show at that moment, but for the hour that a change of the clocks skips', () => {
  const zones = fc.constantFrom('America/St_Johns', 'Europe/Paris', 'Asia/Dubai', 'Pacific/Apia')
  const times = fc.integer({ min: Date.UTC(2015, 0), max: Date.UTC(2035, 0) })
  fc.assert(
    fc.property(zones, times, (zone, at) => {
      const second = Math.floor(at / 1000) * 1000
      const found = instantIn(zone, wallIn(zone, second))
      expect(Math.abs(found - second)).toBeLessThanOrEqual(3_600_000)
      if (found !== second) expect(Math.abs(found - second)).toBe(3_600_000)
    }),
  )
})
