/** Cron has been seen to stop without a word: whoever passes by and sees the wheel standing still turns it. */
import { createMiddleware } from 'hono/factory'
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { describeError, log } from '../lib/log.ts'
import { shard } from '../store/index.ts'
import { readWatermark } from '../store/watermarks.ts'
import { tick } from './tick.ts'

/** Wheel units after which the wheel counts as standing still */
export const STILL_AFTER = 3

let lookedAt = 0

/** Looks at the wheel behind every request. */
export const watchful = createMiddleware<{ Bindings: Env }>(async (context, next) => {
  context.executionCtx.waitUntil(watchWheel(context.env))
  await next()
})

/** At most one look per wheel unit and isolate. Never throws. */
export async function watchWheel(env: Env): Promise<void> {
  const { wheelUnit, shards } = config(env)
  if (now() - lookedAt < wheelUnit) return
  lookedAt = now()
  try {
    const ages = await Promise.all(shards.map((name) => wheelAge(env, name)))
    if (ages.some((age) => age === null || age > STILL_AFTER)) await tick(env)
  } catch (error) {
    log('error', 'watchdog_failed', { error: describeError(error) })
  }
}

/** Wheel units since the last minute fully sent; null before the first tick. */
export async function wheelAge(env: Env, name: string): Promise<number | null> {
  const minute = await readWatermark(shard(env, name), name)
  return minute === null ? null : Math.floor(now() / config(env).wheelUnit) - minute
}

/** For tests: the next call looks again. */
export const forgetLook = (): void => {
  lookedAt = 0
}
