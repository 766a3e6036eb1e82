import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { read } from '../../../../worker/carriers/ups/read.ts'
import { activity, DELIVERED, NUMBER, OUT, parcel, raw, shipments } from './samples.ts'

function reportOf(more: Record<string, unknown>): Report {
  const [report] = read(raw(shipments(parcel(more)))).reports
  if (!report) throw new Error('no report')
  return report
}

const status = { type: 'I', code: 'AR', statusCode: '005', description: ' Arrived at Facility ' }

describe('a scan', () => {
  it('keeps the carrier’s words trimmed, and the place without the street', () => {
    const address = {
      addressLine1: '100 Main St',
      city: ' Wayne ',
      stateProvince: 'NJ',
      postalCode: ' ',
      country: 'US',
    }
    const [scan] = reportOf({ activity: [activity(status, { location: { address } })] }).scans
    expect(scan).toEqual({
      at: '2026-03-10T10:15:00+01:00',
      local: '2026-03-10T10:15:00',
      zone: null,
      code: 'AR',
      text: 'Arrived at Facility',
      location: 'Wayne, NJ, US',
      city: 'Wayne',
      milestone: 'in_transit',
      reason: null,
    })
  })

  it('is kept where date, place and code are missing or nonsense', () => {
    const bare = {
      status: { description: 'Something' },
      date: '20269999',
      time: 'x',
      location: null,
    }
    const [scan] = reportOf({ activity: bare }).scans
    expect(scan).toMatchObject({ at: null, local: null, code: null, location: null, city: null })
    expect(scan?.text).toBe('Something')
  })

  it('is one where UPS sends an object for the list', () => {
    expect(reportOf({ activity: OUT }).scans).toHaveLength(1)
  })
})

describe('several packages', () => {
  it('are a report each', () => {
    const other = parcel({ trackingNumber: '1Z999AA10123456785', activity: [OUT] })
    const { reports } = read(raw(shipments(parcel({ activity: [DELIVERED] }), other)))
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual([
      NUMBER,
      '1Z999AA10123456785',
    ])
    expect(reports[1]?.scans[0]?.milestone).toBe('out_for_delivery')
  })

  it('events win over the header', () => {
    const currentStatus = { type: 'D', statusCode: '011', description: 'Delivered' }
    const { scans } = reportOf({ activity: [OUT], currentStatus })
    expect(scans.map(({ milestone }) => milestone)).toEqual(['out_for_delivery'])
  })

  it('that came back or broke say so', () => {
    const back = activity({ type: 'D', code: 'FS', statusCode: '034' })
    const broken = activity({ type: 'X', code: 'HR', statusCode: '059' })
    expect(reportOf({ activity: [back, broken] }).scans).toMatchObject([
      { milestone: 'returned_to_sender', reason: null },
      { milestone: null, reason: 'damaged' },
    ])
  })
})

describe('an alert', () => {
  const alert = {
    trackingNumber: ' 1Z204W4R0308071865',
    localActivityDate: '20240423',
    localActivityTime: '095004',
    gmtActivityDate: '20240423',
    gmtActivityTime: '135004',
    activityLocation: {
      city: 'CHARLOTTE',
      stateProvince: 'NC',
      postalCode: '28209',
      country: 'US',
    },
    activityStatus: { type: 'D', code: 'FS', description: 'Delivered', descriptionCode: '011' },
    scheduledDeliveryDate: '20240423',
    actualDeliveryDate: '20240423',
    actualDeliveryTime: '095004',
    deliveryStartTime: '',
    deliveryEndTime: '',
    receivedBy: 'John',
  }

  it('of a delivery has a handover and no estimate', () => {
    const [report] = read(raw(alert)).reports
    expect(report).toMatchObject({
      tracking_number: '1Z204W4R0308071865',
      whole: false,
      estimate: null,
      handover: { to: 'unknown', at: '2024-04-23T09:50:04-04:00', signed_by: 'John' },
    })
  })

  it('on the way has the day and the window', () => {
    const [report] = read(
      raw({
        ...alert,
        activityStatus: { type: 'I', code: 'OT', descriptionCode: '021' },
        actualDeliveryDate: '',
        deliveryStartTime: '150000',
        deliveryEndTime: '170000',
        receivedBy: '',
      }),
    ).reports
    expect(report).toMatchObject({
      estimate: { from: '2024-04-23', to: '2024-04-23' },
      window: { from: '2024-04-23T15:00:00', to: '2024-04-23T17:00:00', zone: null },
      handover: null,
    })
  })
})

describe('an answer of another structure', () => {
  it.each([
    ['nothing', ''],
    ['HTML', '<!doctype html><title>Maintenance</title>'],
    ['half an answer', '{"trackResponse":{"shipment":[{"pack'],
    ['a number', 7],
    ['null', null],
    ['no shipment', { trackResponse: {} }],
    ['an empty list', { trackResponse: { shipment: [] } }],
    ['activities under another name', shipments({ trackingNumber: NUMBER, activities: [OUT] })],
    ['a scan without a status', shipments(parcel({ activity: [{ date: '20260310' }] }))],
    ['a status that is a text', shipments(parcel({ activity: [activity('I' as never)] }))],
    [
      'a code that is an object',
      shipments(parcel({ activity: [activity({ code: {} as never })] })),
    ],
    ['no errors', { response: { errors: [] } }],
    [
      'a package without any number',
      { trackResponse: { shipment: [{ package: [{ activity: [] }] }] } },
    ],
  ])('%s is refused', (_what, body) => {
    expect(() => read(raw(body))).toThrow(CarrierError)
  })

  it('a shipment without package and warning is a problem, not silence', () => {
    const { problems } = read(raw({ trackResponse: { shipment: [{ inquiryNumber: NUMBER }] } }))
    expect(problems).toMatchObject([{ code: 'bad_answer', tracking_number: NUMBER }])
  })

  it('an unknown error is never taken for a missing parcel', () => {
    const errors = { response: { errors: { code: 'XX1', message: 'New' } } }
    expect(read(raw(errors)).problems).toMatchObject([{ code: 'bad_answer', carrier_code: 'XX1' }])
  })
})
