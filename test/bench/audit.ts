/** Whether every scan a carrier told is there once, in the object and in the record. Pure. */
import type { Scan } from '../../worker/carriers/contract.ts'
import type { OrderState } from '../../worker/order/state.ts'

export interface Difference {
  /** Scans told and not there, and orders that are not */
  readonly lost: number
  /** Scans there more than once */
  readonly doubled: number
}

/** `kept` by the object, `recorded` in D1. */
export function compare(
  kept: OrderState | null,
  recorded: OrderState | null,
  told: (number: string) => readonly Scan[],
): Difference {
  const differences = [kept, recorded].map((state) => of(state, told))
  return {
    lost: Math.max(...differences.map(({ lost }) => lost)),
    doubled: Math.max(...differences.map(({ doubled }) => doubled)),
  }
}

function of(state: OrderState | null, told: (number: string) => readonly Scan[]): Difference {
  if (!state) return { lost: 1, doubled: 0 }
  let lost = 0
  let doubled = 0
  for (const { scans, legs } of state.shipments) {
    const known = scans.map(({ code }) => code)
    const distinct = new Set(known)
    doubled += known.length - distinct.size
    lost += told(legs[0]?.tracking_number ?? '').filter(({ code }) => !distinct.has(code)).length
  }
  return { lost, doubled }
}

export const sumOfDifferences = (all: readonly Difference[]): Difference => ({
  lost: all.reduce((sum, { lost }) => sum + lost, 0),
  doubled: all.reduce((sum, { doubled }) => sum + doubled, 0),
})
