import { describe, expect, it } from 'vitest'
import { EVENTS } from '../../../../worker/carriers/fedex/codes.ts'
import { unknownTo } from '../../../support/status-maps.ts'
import { event, reportOf } from './samples.ts'

const meaning = (more: object) => {
  const [scan] = reportOf([event('IT', '2026-03-10T08:12:00-04:00', more)]).scans
  return [scan?.milestone, scan?.reason]
}

describe('FedEx: what a scan means', () => {
  it('knows every code of the connectors’ maps', () => {
    for (const map of ['fedex', 'fedex_ws']) {
      expect(unknownTo(map, (code) => EVENTS.has(code.toUpperCase()))).toEqual([])
    }
  })

  it.each([
    ['DE', 'Customer not available or business closed', 'attempt_failed', 'recipient_absent'],
    ['DE', 'Incorrect address', 'attempt_failed', 'address_wrong'],
    ['DE', 'Shipment refused by recipient', 'attempt_failed', 'refused'],
    ['DE', 'Local delivery restriction - Delivery not attempted', null, 'access_denied'],
    ['DE', 'Local weather delay - Delivery not attempted', null, 'weather'],
    ['DE', 'Redirecting to FedEx Office', 'in_transit', 'forwarded'],
    ['DE', 'Future delivery requested', null, 'rescheduled'],
    ['DE', 'Something new', 'attempt_failed', null],
    ['SE', 'Incorrect address', null, 'address_wrong'],
    ['SE', 'Unable to deliver', null, 'carrier_exception'],
    ['SE', 'Damaged, handling per shipper instructions', null, 'damaged'],
    ['CD', 'Clearance delay - Import', 'in_transit', 'customs_hold'],
    ['CD', '', 'in_transit', 'customs_hold'],
    ['DY', 'Package delayed', null, 'transport_delay'],
    ['RS', 'Recipient refused', 'returning_to_sender', 'refused'],
    ['DL', 'Damaged, delivery completed', 'delivered', 'damaged'],
    ['DL', 'Package delivered to shipper', 'returned_to_sender', null],
    ['AF', 'Tendered at FedEx Office', 'in_transit', null],
  ])('%s %s', (eventType, exceptionDescription, milestone, reason) => {
    expect(meaning({ eventType, exceptionDescription })).toEqual([milestone, reason])
  })

  it('a type no table knows is what its words say, or nothing', () => {
    const words = (eventDescription: string) =>
      meaning({ eventType: 'ZZ', derivedStatusCode: '', eventDescription })
    expect(words('Out for delivery')).toEqual(['out_for_delivery', null])
    expect(words('Delivered')).toEqual(['delivered', null])
    expect(words('Returned to shipper')).toEqual(['returning_to_sender', null])
    expect(words('Whatever')).toEqual([null, null])
  })

  it('the coarser code counts only where it ends or turns the journey', () => {
    expect(meaning({ eventType: 'OD', derivedStatusCode: 'IT' })).toEqual([
      'out_for_delivery',
      null,
    ])
    expect(meaning({ eventType: 'PU', derivedStatusCode: 'DL' })).toEqual(['delivered', null])
    expect(meaning({ eventType: 'DL', derivedStatusCode: 'RS' })).toEqual(['delivered', null])
  })

  it.each([
    ['WEATHER', 'DELAYED', 'weather'],
    ['OPERATIONAL', '', 'transport_delay'],
    ['WEATHER', 'ON_TIME', null],
    ['', '', null],
  ])('a delay of type %s that is %s', (type, status, reason) => {
    expect(meaning({ delayDetail: { type, status } })).toEqual(['in_transit', reason])
  })
})
