/**
 * Delhivery's clocks: `2025-11-14T21:56:24.265`, the wall clock of the place, without an offset and
 * with any number of digits after the second. Delhivery moves parcels within India, which has one
 * zone and has kept no daylight saving since 1945: so the zone is known, and with it the instant.
 */
import type { Clock } from '../time.ts'

export const CLOCK: Clock = { zone: 'Asia/Kolkata', offset: '+05:30' }
