/** Clocks that several carriers keep. */
import type { Clock } from './time.ts'

/**
 * Of carriers who move parcels within India: one zone, without daylight saving since 1945, so the
 * instant is known. Numeric dates have the day first.
 */
export const INDIA: Clock = { order: 'dmy', zone: 'Asia/Kolkata', offset: '+05:30' }
