/** Shipments as the Unified API sends them. */
import type { Reading, Report, Scan } from '../../../../worker/carriers/contract.ts'
import { dhl } from '../../../../worker/carriers/dhl/index.ts'

export const EVENTS = [
  {
    timestamp: '2026-03-10T08:36:00',
    location: { address: { addressLocality: 'Neuwied, Germany' } },
    statusCode: 'transit',
    status: 'PO',
    description: 'The shipment has been loaded onto the delivery vehicle',
  },
  {
    timestamp: '2026-03-09T22:20:00',
    location: { address: { addressLocality: 'Germany' } },
    statusCode: 'transit',
    status: 'EE',
    description: 'The shipment has arrived in the region of recipient',
  },
]

export const shipment = (more: object = {}) => ({
  id: '00340434292135100186',
  service: 'parcel-de',
  status: EVENTS[0],
  events: EVENTS,
  ...more,
})

export const read = (body: unknown): Reading =>
  dhl.read({ contentType: 'application/json', body: JSON.stringify(body) })

/** The report of one shipment, with these fields of its own. */
export const reportOf = (more: object): Report | undefined =>
  read({ shipments: [shipment(more)] }).reports[0]

export const scansOf = (service: string | undefined, ...events: object[]): readonly Scan[] =>
  reportOf({ service, events })?.scans ?? []
