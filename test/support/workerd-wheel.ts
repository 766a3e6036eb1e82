/** The wheel and the clock in a test's hand. Every unit of the wheel is a second here. */
import {
  createExecutionContext,
  createScheduledController,
  waitOnExecutionContext,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { vi } from 'vitest'
import type { Milestone } from '../../schema/vocabulary.ts'
import worker from '../../worker/index.ts'
import { slotAt, turn } from '../../worker/order/wheel.ts'

const UNIT = 1000

/** Puts the clock at a wheel minute and turns the wheel by that minute alone, as a cron would that never stopped. */
export async function turnTo(minute: number): Promise<void> {
  await windTo(minute)
  await tickNow()
}

/** Puts the clock at a wheel minute, and the wheel just before it. */
export async function windTo(minute: number): Promise<void> {
  vi.setSystemTime(minute * UNIT)
  for (const database of [env.DB, env.DB_B]) {
    await database
      .prepare('UPDATE watermarks SET minute = ?1, lease_until = 0')
      .bind(minute - 1)
      .run()
  }
}

/** One tick at the time it is. */
export async function tickNow(): Promise<void> {
  const context = createExecutionContext()
  await worker.scheduled(createScheduledController(), env)
  await waitOnExecutionContext(context)
}

/** The next wheel minute at which a parcel is due. */
export function nextDue(carrier: string, number: string, milestone: Milestone): number {
  const place = turn({ carrier, tracking_number: number, milestone }, 0)
  if (!place || place.cadence === 0) throw new Error('this parcel is never due')
  let minute = Math.floor(Date.now() / UNIT) + 1
  while (slotAt(place.cadence, minute) !== place.slot) minute += 1
  return minute
}
