/** What the platform would bill, counted by name while the Worker runs. One isolate runs Worker and objects. */

export type Counts = Readonly<Record<string, number>>

const counts = new Map<string, number>()

export function add(name: string, amount: number): void {
  if (amount !== 0) counts.set(name, (counts.get(name) ?? 0) + amount)
}

export const read = (): Counts => Object.fromEntries(counts)

/** The sum of every count whose name begins so. */
export const sumOf = (counted: Counts, prefix: string): number =>
  Object.entries(counted)
    .filter(([name]) => name.startsWith(prefix))
    .reduce((sum, [, amount]) => sum + amount, 0)

/** What was counted between two readings. */
export const since = (before: Counts, after: Counts): Counts =>
  Object.fromEntries(
    Object.entries(after)
      .map(([name, amount]) => [name, amount - (before[name] ?? 0)] as const)
      .filter(([, amount]) => amount !== 0),
  )
