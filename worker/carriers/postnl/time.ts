/**
 * PostNL's clocks: `07-03-2018 23:20:05`, day first, without an offset, and ISO for what is expected.
 * They are the Netherlands': the signatures of the same API say so (`+01:00` in March).
 */
import type { Clock } from '../time.ts'

export const ZONE = 'Europe/Amsterdam'
export const CLOCK: Clock = { order: 'dmy', zone: ZONE }
