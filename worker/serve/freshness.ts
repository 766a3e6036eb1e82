/** When a parcel was last looked at, as it happened: its turns on the wheel that the account finished, or its own record. */
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { isTerminal } from '../order/fold.ts'
import type { Leg, OrderState, Shipment } from '../order/state.ts'
import { CADENCES, lastTurn, turn } from '../order/wheel.ts'
import type { AccountStatus, Way } from '../polling/stub.ts'
import { accountStub, wayTo } from '../polling/stub.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'

const UNKNOWN: AccountStatus = { polled_through: null, unfinished: [], down_since: null }
const DEADLINE = 500
const LONGEST = Math.max(...CADENCES)
const MAX_KEPT = 1000

const kept = new Map<string, { readonly at: number; readonly status: AccountStatus }>()

/** The status of every account an order's parcels are asked about with, by account. Half a wheel unit old at most; unknown rather than late. */
export async function accountStatuses(
  env: Env,
  merchant: MerchantConfiguration,
  state: OrderState,
): Promise<ReadonlyMap<string, AccountStatus>> {
  const accounts = new Set<string>()
  for (const shipment of state.shipments) {
    const account = accountOf(merchant, shipment)
    if (account) accounts.add(account)
  }
  const statuses = await Promise.all(
    [...accounts].map(
      async (account) => [account, await statusOf(env, merchant.id, account)] as const,
    ),
  )
  return new Map(statuses)
}

async function statusOf(env: Env, merchant: string, account: string): Promise<AccountStatus> {
  const key = `${merchant}/${account}`
  const known = kept.get(key)
  if (known && now() - known.at < config(env).wheelUnit / 2) return known.status
  try {
    const asked = accountStub(env, merchant, account).status()
    const status = await Promise.race([asked, late()])
    if (kept.size >= MAX_KEPT) kept.clear()
    kept.set(key, { at: now(), status })
    return status
  } catch {
    // Kept too: while an account's object does not answer, one page waits for it, not every page.
    const status = known?.status ?? UNKNOWN
    kept.set(key, { at: now(), status })
    return status
  }
}

const late = (): Promise<never> =>
  new Promise((_resolve, reject) => {
    setTimeout(() => reject(new Error('late')), DEADLINE)
  })

const currentLeg = (shipment: Shipment): Leg | undefined => shipment.legs.at(-1)

/** How a shipment's parcel is asked about now, or null where nobody can be asked. */
export function wayOf(merchant: MerchantConfiguration, shipment: Shipment): Way | null {
  const leg = currentLeg(shipment)
  return leg ? wayTo(merchant, leg.carrier, leg.account) : null
}

export const accountOf = (merchant: MerchantConfiguration, shipment: Shipment): string | null =>
  wayOf(merchant, shipment)?.account ?? null

/** Outcomes that are the carrier's trouble and say nothing of the parcel. */
const FAILURES: readonly Leg['outcome'][] = ['unauthorized', 'throttled', 'down', 'bad_answer']

/** Whether the carrier does not answer, for this parcel or for the whole account. */
export function isCarrierDown(shipment: Shipment, status: AccountStatus | undefined): boolean {
  if (isTerminal(shipment.status.milestone)) return false
  return failedLast(shipment) || (status?.down_since ?? null) !== null
}

const failedLast = (shipment: Shipment): boolean =>
  FAILURES.includes(currentLeg(shipment)?.outcome ?? 'unknown')

/** Epoch milliseconds, or null where it is not known. `unit`: milliseconds of a wheel unit. */
export function lookedAt(
  shipment: Shipment,
  status: AccountStatus | undefined,
  unit: number,
): number | null {
  if (failedLast(shipment)) return null
  const own = Math.max(0, ...shipment.legs.map((leg) => leg.looked ?? 0))
  const turned = (turnLooked(shipment, status) ?? 0) * unit
  return Math.max(own, turned) || null
}

/** The last finished minute at which this parcel had its turn. */
function turnLooked(shipment: Shipment, status: AccountStatus | undefined): number | null {
  const leg = currentLeg(shipment)
  const through = status?.polled_through
  // A finished turn leaves a record at the first look: without one there was no turn yet.
  if (!leg || leg.looked === null || through === null || through === undefined) return null
  const place = turn({ ...leg, milestone: shipment.status.milestone }, 0)
  // A parcel whose journey is over has its own record; its one more turn adds nothing.
  if (!place || place.cadence === 0) return null
  let minute = lastTurn(place, through)
  while (minute !== null && status?.unfinished.includes(minute)) minute -= place.cadence
  // Of minutes longer ago nobody knows whether they were finished.
  return minute !== null && minute > through - LONGEST ? minute : null
}
