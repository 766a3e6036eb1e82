/**
 * `/healthz`: whether the wheel turns and nothing lies dead; 503 where somebody should look. Carriers
 * that do not answer are named, and accounts whose credentials are refused counted: that is theirs to
 * mend, and no 503.
 */
import { config } from '../config.ts'
import { countTroubles } from '../store/accounts.ts'
import { countWaiting } from '../store/dead-letters.ts'
import { STILL_AFTER, wheelAge } from './watchdog.ts'

export async function health(env: Env): Promise<Response> {
  const report = await examine(env).catch(() => ({ status: 'record_away' }) as const)
  return Response.json(report, {
    status: report.status === 'ok' ? 200 : 503,
    headers: { 'cache-control': 'no-store' },
  })
}

async function examine(env: Env) {
  const { shards } = config(env)
  const [ages, deadLetters, carriers] = await Promise.all([
    Promise.all(
      shards.map(async (name) => ({ shard: name, wheel_age: await wheelAge(env, name) })),
    ),
    countWaiting(env.DB),
    countTroubles(env.DB),
  ])
  const still = ages.some(({ wheel_age: age }) => age === null || age > STILL_AFTER)
  const status = still ? 'wheel_still' : deadLetters > 0 ? 'dead_letters' : 'ok'
  return { status, wheel: ages, dead_letters: deadLetters, carriers } as const
}
