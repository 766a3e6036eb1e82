/** A poll's questions without its account: a carrier and a lease that do as told. Timers must be faked. */
import { vi } from 'vitest'
import type { Access, Carrier, Parcel, Reading } from '../../worker/carriers/contract.ts'
import { sandbox } from '../../worker/carriers/sandbox/index.ts'
import type { HeldLease } from '../../worker/polling/ask.ts'
import { ask } from '../../worker/polling/ask.ts'
import type { PollParcel } from '../../worker/queue/messages.ts'
import { report } from './orders.ts'

export const parcels = (...numbers: string[]): PollParcel[] =>
  numbers.map((number) => ({ number, since: 0, targets: [] }))

export const knows = (all: readonly Parcel[]): Reading => ({
  reports: all.map(({ number }) => report([], { tracking_number: number })),
  problems: [],
})

export type Track = (parcels: readonly Parcel[], access: Access) => Reading

export function carrier(track: Track, limits: Partial<Carrier['limits']> = {}): Carrier {
  return {
    ...sandbox,
    limits: { batch: 2, connections: 1, perSecond: 10, perDay: null, ...limits },
    authenticate: async () => ({ value: 'unused', expiresAt: 0 }),
    track: async (all, access) => track(all, access),
  }
}

const token = (value: string) => ({ value, expiresAt: 9e15 })

/** A lease whose turns come as told, remembering how requests came out. */
export function lease(turns: number[] = []) {
  const outcomes: unknown[] = []
  let current = 'first'
  const held: HeldLease = {
    take: async () => turns.shift() ?? 0,
    every: async () => 1,
    access: async () => ({ access: { credentials: {}, token: token(current) } }),
    renew: async (refused) => {
      outcomes.push(['renew', refused])
      if (refused === current) current = 'second'
      return { access: { credentials: {}, token: token(current) } }
    },
    answered: async (failure, retryAfter) => void outcomes.push([failure, retryAfter]),
    over: async () => undefined,
    finished: async () => undefined,
  }
  return { held, outcomes }
}

export const numbers = (left: readonly PollParcel[]) => left.map(({ number }) => number)

/** Asks with time standing still but for waits. */
export async function asking(...parameters: Parameters<typeof ask>) {
  const asked = ask(...parameters)
  await vi.runAllTimersAsync()
  return asked
}
