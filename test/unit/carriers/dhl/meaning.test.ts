import { describe, expect, it } from 'vitest'
import { divisionOf } from '../../../../worker/carriers/dhl/codes/services.ts'
import { STATUS_CODES } from '../../../../worker/carriers/dhl/meaning.ts'
import { EXPRESS, PAKET } from '../../../../worker/carriers/dhl-codes.ts'
import { shared } from '../../../support/shared.ts'
import { unknownTo } from '../../../support/status-maps.ts'
import { EVENTS, reportOf, scansOf } from './shipments.ts'

describe('codes of DHL', () => {
  it('every status code of the connectors’ map is known', () => {
    expect(unknownTo('dhl_universal', (code) => STATUS_CODES.has(code))).toEqual([])
    expect(unknownTo('mydhl', (code) => EXPRESS.has(code))).toEqual([])
    expect(unknownTo('dhl_express', (code) => EXPRESS.has(code))).toEqual([])
  })

  it.skipIf(!shared.has)('every code of DHL’s own list is known to its division', () => {
    const { rows } = shared.json('carriers/status_maps/vendor/mydhl_status_codes.json') as {
      rows: { Service: string; Status: string }[]
    }
    expect(rows.length).toBeGreaterThan(1000)
    expect(rows.filter(({ Service, Status }) => !divisionOf(Service).codes?.has(Status))).toEqual(
      [],
    )
  })

  it.each([
    ['ecommerce', '597', 'transit', 'out_for_delivery', null],
    ['ecommerce', '551', 'transit', 'attempt_failed', 'recipient_absent'],
    ['ecommerce-europe', '63', 'delivered', 'delivered', null],
    ['ecommerce-europe', '44', 'delivered', 'ready_for_pickup', null],
    ['ecommerce-ppl', '300', 'transit', 'in_transit', null],
    ['express', 'CC', 'transit', 'ready_for_pickup', null],
    ['parcel-pl', 'CC', 'transit', null, 'carrier_exception'],
    ['parcel-pl', 'AN', 'failure', 'attempt_failed', 'address_wrong'],
    [
      'parcel-nl',
      'NOT_HOME_RETURN_TO_SHIPPER',
      'failure',
      'returning_to_sender',
      'recipient_absent',
    ],
    ['freight', '56-611', 'failure', 'attempt_failed', 'refused'],
    ['svb', 'NOTIFIED_PACKSTATION', 'transit', 'ready_for_pickup', null],
    ['dgf', 'HELD_AT_CUSTOMS', 'transit', 'in_transit', 'customs_hold'],
    // Known to say nothing; known to no division.
    ['parcel-nl', 'SIGNATURE_RECORDED', 'delivered', null, null],
    ['dgf', 'SOMETHING_NEW', 'transit', 'in_transit', null],
  ])('%s: %s is its division’s', (service, status, statusCode, milestone, reason) => {
    expect(scansOf(service, { statusCode, status })[0]).toMatchObject({ milestone, reason })
  })

  it('Paket’s codes wait for the words', () => {
    const stored = { statusCode: 'transit', status: 'LA' }
    expect(scansOf('parcel-de', stored)[0]?.milestone).toBeNull()
    const waiting = {
      ...stored,
      description: 'Die Sendung liegt in der Filiale zur Abholung bereit.',
    }
    expect(scansOf('parcel-de', waiting)[0]?.milestone).toBe('ready_for_pickup')
    expect(scansOf('parcel-de', { statusCode: 'transit', status: 'PO' })[0]).toMatchObject({
      code: 'PO',
      milestone: 'out_for_delivery',
    })
    expect(PAKET.get('ZU')?.milestone).toBe('delivered')
  })
})

describe('words of DHL', () => {
  it.each([
    ['transit', 'OUT FOR DELIVERY', 'out_for_delivery', null],
    ['transit', 'OUT FOR SECOND DELIVERY ATTEMPT', 'out_for_delivery', null],
    ['transit', 'ARRIVAL AT POST OFFICE', 'in_transit', null],
    ['transit', 'Die Sendung wurde in das Zustellfahrzeug geladen.', 'out_for_delivery', null],
    ['transit', 'Shipment is out with courier for delivery', 'out_for_delivery', null],
    ['transit', 'AVAILABLE FOR PICKUP AT POST OFFICE', 'ready_for_pickup', null],
    ['transit', 'Arrived at the DHL ServicePoint', 'ready_for_pickup', null],
    ['transit', 'Shipment to be picked up by customer in DHL terminal', 'ready_for_pickup', null],
    ['delivered', 'The shipment has been handed over to the Parcelshop', 'ready_for_pickup', null],
    ['transit', 'Parcel not ready for collection', 'in_transit', null],
    ['failure', 'The shipment could not be handed over to the Parcelshop', 'attempt_failed', null],
    ['transit', 'Shipment handed out to courier for delivery', 'out_for_delivery', null],
    ['transit', 'RETURN ARRIVED AT SERVICE POINT', 'returning_to_sender', null],
    ['delivered', 'RETURNS DELIVERED', 'returned_to_sender', null],
    ['transit', 'SHIPMENT CANCELED', 'cancelled', null],
    ['transit', 'Awaiting collection by recipient as requested', 'ready_for_pickup', null],
    ['transit', 'Die Sendung wird zur Abholung in die Filiale gebracht.', 'in_transit', null],
    ['transit', 'Delivery attempted; recipient not home', 'attempt_failed', 'recipient_absent'],
    ['transit', 'DUTY/TAX ASSESSED FOR PACKAGE', 'in_transit', 'customs_duties'],
    ['transit', 'DUTY/TAX PAYMENT RECEIVED', 'in_transit', null],
    ['transit', 'NOTICE LEFT (BUSINESS CLOSED)', 'attempt_failed', 'business_closed'],
    ['failure', 'Der Empfänger wurde nicht angetroffen.', 'attempt_failed', 'recipient_absent'],
    ['failure', 'The shipment was refused and will be returned', 'returning_to_sender', 'refused'],
    ['transit', 'The shipment is being returned to the sender', 'returning_to_sender', null],
    ['delivered', 'RETURNED TO SENDER', 'returned_to_sender', null],
    ['delivered', 'Delivered to sender', 'returned_to_sender', null],
    ['delivered', 'The recipient has picked up the shipment from the branch', 'delivered', null],
    ['delivered', 'Delivered, nobody was at home', 'delivered', null],
    ['transit', 'Customs clearance delay', 'in_transit', 'customs_hold'],
    [
      'transit',
      'Die Zustellung erfolgt am nächsten Werktag, zurückgestellt',
      'in_transit',
      'rescheduled',
    ],
    ['transit', 'The shipment will be delivered on Monday', 'in_transit', null],
    ['transit', 'The shipment has been posted by the sender', 'accepted', null],
    ['pre-transit', 'EN ROUTE TO DHL ECOMMERCE, DELIVERED SOON', 'label_created', null],
    ['unknown', 'LABEL CREATED', 'label_created', null],
    ['unknown', 'The shipment will be delivered on Monday', null, null],
    [undefined, 'The shipment has been delivered', 'delivered', null],
    ['unknown', 'JESSICA', null, null],
  ])('%s, %s', (statusCode, description, milestone, reason) => {
    expect(scansOf(undefined, { statusCode, description })[0]).toMatchObject({ milestone, reason })
  })

  it('a link in the words is left out', () => {
    const description = 'Arrived (<a href="https://dhl.example">link</a>)'
    expect(scansOf('parcel-de', { statusCode: 'transit', description })[0]?.text).toBe(
      'Arrived (link)',
    )
  })
})

describe('a return', () => {
  it('that is handed over is back with its sender', () => {
    const events = [
      { statusCode: 'delivered', description: 'Delivered', timestamp: '2026-03-12T10:00:00' },
      ...EVENTS,
    ]
    const scans = reportOf({ returnFlag: true, events })?.scans
    expect(scans?.map(({ milestone }) => milestone)).toEqual([
      'returned_to_sender',
      'out_for_delivery',
      'in_transit',
    ])
  })
})
