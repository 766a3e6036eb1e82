/**
 * ClickPost's clocks: India's, whatever is written. Its documentation says of every timestamp that it is
 * "in IST format", and writes webhooks' with a `Z`; polled, the same event has the same digits without
 * one.
 */
import type { Moment } from '../time.ts'
import { readMoment } from '../time.ts'

const CLOCK = { zone: 'Asia/Kolkata', offset: '+05:30' } as const

export const readTimestamp = (written: string | null): Moment =>
  readMoment(written?.replace(/Z$/, '') ?? null, CLOCK)
