/** A shopper is watching: the carriers of parcels under way are asked soon. Losing this is harmless. */
import { config } from '../config.ts'
import { now } from '../lib/clock.ts'
import { isTerminal } from '../order/fold.ts'
import type { Shipment } from '../order/state.ts'
import { accountStub, NUDGE_EVERY } from '../polling/stub.ts'
import type { Found } from './find.ts'
import { wayOf } from './freshness.ts'

const MAX_KEPT = 2000
/** When this isolate last asked for a parcel: most views of an order have no more to ask. */
const asked = new Map<string, number>()

export async function nudge(env: Env, { state, merchant, fromRecord }: Found): Promise<void> {
  if (fromRecord) return
  const tenant = { merchant: merchant.id, shard: merchant.shard }
  for (const shipment of state.shipments) {
    const way = wayOf(merchant, shipment)
    const last = shipment.legs.at(-1)
    if (!way || !last || isTerminal(shipment.status.milestone)) continue
    if (!isTime(`${state.id} ${shipment.id}`, NUDGE_EVERY * config(env).wheelUnit)) continue
    const early = { ...tenant, carrier: last.carrier, account: last.account }
    await accountStub(env, merchant.id, way.account)
      .nudge(way.carrier, early, parcelOf(state.id, shipment))
      .catch(() => false)
  }
}

function parcelOf(order: string, shipment: Shipment) {
  const leg = shipment.legs.length - 1
  const { tracking_number: number = '', digest = '' } = shipment.legs[leg] ?? {}
  const target = { order, shipment: shipment.id, leg, digest }
  return { number, since: shipment.since, targets: [target] }
}

function isTime(key: string, every: number): boolean {
  if (now() - (asked.get(key) ?? 0) < every) return false
  if (asked.size >= MAX_KEPT) asked.clear()
  asked.set(key, now())
  return true
}
