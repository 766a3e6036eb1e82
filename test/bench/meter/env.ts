/** The Worker's bindings with a meter on each that costs. */
import { meteredD1 } from './d1.ts'
import { meteredNamespace } from './objects.ts'
import { meteredQueue } from './queue.ts'

const NOTHING: Partial<Env> = {}
const known = new WeakMap<object, Map<Partial<Env>, Env>>()

/**
 * One and the same for one env: configuration is parsed once for each. `more`: what the benchmark
 * sets itself, one object for one setting.
 */
export function meteredEnv(env: Env, more: Partial<Env> = NOTHING): Env {
  const mine = known.get(env) ?? new Map<Partial<Env>, Env>()
  known.set(env, mine)
  const before = mine.get(more)
  if (before) return before
  const metered: Env = {
    ...env,
    DB: meteredD1(env.DB),
    POLLS: meteredQueue(env.POLLS),
    SCANS: meteredQueue(env.SCANS),
    NOTIFY: meteredQueue(env.NOTIFY),
    ORDER: meteredNamespace(env.ORDER, 'order'),
    ACCOUNT: meteredNamespace(env.ACCOUNT, 'account'),
    API_LIMIT: { limit: async () => ({ success: true }) },
    ...more,
  }
  mine.set(more, metered)
  return metered
}
