/** An order as the API shows it to its merchant: everything. */
import { REASONS } from '../../../schema/vocabulary.ts'
import { pageOf } from '../../carriers/reached.ts'
import { config } from '../../config.ts'
import { toInstant } from '../../lib/clock.ts'
import { currentFacts } from '../../order/facts.ts'
import { linksOf } from '../../order/links.ts'
import type { KeptScan, OrderState, Shipment } from '../../order/state.ts'
import type { MerchantConfiguration } from '../../store/configuration.ts'
import type { OrderAnswer } from './answers.ts'

export async function showOrder(
  env: Env,
  merchant: MerchantConfiguration,
  state: OrderState,
): Promise<OrderAnswer> {
  return {
    id: state.id,
    number: state.placed.number,
    version: state.version,
    state: state.status.state,
    condition: state.status.condition,
    situation: state.status.situation,
    placed_at: state.placed_at,
    updated_at: state.updated_at,
    ...(await linksOf(config(env), merchant, state)),
    milestones: state.milestones,
    order: state.placed,
    shipments: state.shipments.map(showShipment),
  }
}

function showShipment(shipment: Shipment): OrderAnswer['shipments'][number] {
  const [first] = shipment.legs
  const { milestone, condition, situation, reason, delivered } = shipment.status
  const { party, action, actor } = reason ? REASONS[reason] : NO_REASON
  const { legs: _announced, ...facts } = currentFacts(shipment.facts)
  const tracking_number = first?.tracking_number ?? ''
  return {
    id: shipment.id,
    direction: shipment.direction,
    service: shipment.service,
    lines: shipment.lines,
    replaces: shipment.replaces,
    since: toInstant(shipment.since),
    carrier: first?.carrier || null,
    tracking_number,
    carrier_url: pageOf(first?.carrier ?? '', tracking_number),
    legs: shipment.legs.map((leg) => ({
      carrier: leg.carrier || null,
      tracking_number: leg.tracking_number,
      outcome: leg.outcome,
    })),
    milestone,
    condition,
    situation,
    reason,
    party,
    action,
    actor,
    ...facts,
    delivered_at: delivered?.at ?? delivered?.local ?? null,
    scans: shipment.scans.map(showScan),
    truncated: shipment.truncated,
  }
}

const NO_REASON = { party: null, action: 'none', actor: null } as const

export const showScan = ({
  at,
  local,
  zone,
  code,
  text,
  location,
  milestone,
  reason,
}: KeptScan) => ({
  at,
  local,
  zone,
  code,
  text,
  location,
  milestone,
  reason,
})
