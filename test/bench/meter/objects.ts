/**
 * Objects as they are billed: each method called on a stub is a session and one request, whatever is
 * then asked of what it answered; an alarm that fires is one more. Each `kv.put`, each key deleted and
 * each `setAlarm` is one row. The clock here jumps, so alarms are kept and fired by the benchmark.
 */
import { add } from './counts.ts'

const alarms = new Map<string, number>()

/** Names of objects whose alarm is due. */
export const dueAlarms = (at: number): string[] =>
  [...alarms].filter(([, due]) => due <= at).map(([name]) => name)

/** The alarm that fires is no longer set. */
export function fired(name: string): void {
  alarms.delete(name)
  add('object.requests alarm', 1)
}

/** Own members first, then the platform's, bound to what they belong to. */
function over<Target extends object>(target: Target, own: object): Target {
  return new Proxy(target, {
    get(_, key) {
      if (Object.hasOwn(own, key)) return Reflect.get(own, key)
      const value: unknown = Reflect.get(target, key, target)
      return typeof value === 'function' ? value.bind(target) : value
    },
  })
}

export function meteredState(state: DurableObjectState, kind: string): DurableObjectState {
  const { storage } = state
  const name = state.id.name ?? state.id.toString()
  const kv = over(storage.kv, {
    put: (key: string, value: unknown) => {
      add(`object.rows ${kind} put`, 1)
      storage.kv.put(key, value)
    },
    delete: (key: string) => {
      const gone = storage.kv.delete(key)
      add(`object.rows ${kind} delete`, Number(gone))
      return gone
    },
  })
  const kept = {
    kv,
    getAlarm: async () => alarms.get(name) ?? null,
    setAlarm: async (at: number | Date) => {
      add(`object.rows ${kind} setAlarm`, 1)
      alarms.set(name, Number(at))
    },
    deleteAlarm: async () => void alarms.delete(name),
    deleteAll: async () => {
      add(`object.rows ${kind} delete`, [...storage.kv.list()].length)
      alarms.delete(name)
      await storage.deleteAll()
    },
  }
  return over(state, { storage: over(storage, kept) })
}

function meteredStub<Stub extends object>(stub: Stub, kind: string): Stub {
  return new Proxy(stub, {
    get(target, key) {
      const method: unknown = Reflect.get(target, key, target)
      if (typeof method !== 'function') return method
      return (...parameters: unknown[]) => {
        add(`object.requests ${kind}.${String(key)}`, 1)
        return Reflect.apply(method, target, parameters)
      }
    },
  })
}

export function meteredNamespace<Kind extends Rpc.DurableObjectBranded | undefined>(
  namespace: DurableObjectNamespace<Kind>,
  kind: string,
): DurableObjectNamespace<Kind> {
  const own = {
    getByName: (...parameters: Parameters<typeof namespace.getByName>) =>
      meteredStub(namespace.getByName(...parameters), kind),
    jurisdiction: (...parameters: Parameters<typeof namespace.jurisdiction>) =>
      meteredNamespace(namespace.jurisdiction(...parameters), kind),
  }
  return over(namespace, own)
}
