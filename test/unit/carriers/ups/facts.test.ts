import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { read } from '../../../../worker/carriers/ups/read.ts'
import { activity, DELIVERED, OUT, parcel, raw, shipments } from './samples.ts'

function reportOf(more: Record<string, unknown>): Report {
  const [report] = read(raw(shipments(parcel(more)))).reports
  if (!report) throw new Error('no report')
  return report
}

describe('the estimate', () => {
  const scheduled = { type: 'SDD', date: '20260312' }

  it('is the scheduled day', () => {
    const { estimate, window } = reportOf({ deliveryDate: [scheduled] })
    expect(estimate).toEqual({ from: '2026-03-12', to: '2026-03-12' })
    expect(window).toBeNull()
  })

  it('is the rescheduled day where there is one', () => {
    const dates = [scheduled, { type: 'RDD', date: '20260313' }]
    expect(reportOf({ deliveryDate: dates }).estimate?.from).toBe('2026-03-13')
  })

  it('is over when the parcel was delivered', () => {
    const dates = [scheduled, { type: 'DEL', date: '20260312' }]
    const time = { type: 'DEL', endTime: '143316' }
    expect(reportOf({ deliveryDate: dates, deliveryTime: time })).toMatchObject({
      estimate: null,
      window: null,
    })
  })

  it('has a window, in the wall clock of the destination', () => {
    const time = { type: 'EDW', startTime: '141500', endTime: '181500' }
    expect(reportOf({ deliveryDate: scheduled, deliveryTime: time }).window).toEqual({
      from: '2026-03-12T14:15:00',
      to: '2026-03-12T18:15:00',
      zone: null,
    })
  })

  it('by a committed time begins with the day', () => {
    const time = { type: 'CMT', startTime: '', endTime: '103000' }
    expect(reportOf({ deliveryDate: [scheduled], deliveryTime: time }).window).toEqual({
      from: '2026-03-12T00:00:00',
      to: '2026-03-12T10:30:00',
      zone: null,
    })
  })

  it('by the end of the day is the day', () => {
    const time = { type: 'EOD', startTime: '', endTime: '' }
    expect(reportOf({ deliveryDate: [scheduled], deliveryTime: time }).window).toBeNull()
  })

  it('has no window that ends before it begins', () => {
    const time = { type: 'EDW', startTime: '181500', endTime: '141500' }
    expect(reportOf({ deliveryDate: [scheduled], deliveryTime: time }).window).toBeNull()
  })
})

describe('after a failed attempt', () => {
  const missed = activity({ type: 'X', code: '48', statusCode: '022' })
  const dates = [{ type: 'RDD', date: '20260311' }]

  it('the rescheduled day is the next attempt', () => {
    expect(reportOf({ activity: [missed, OUT], deliveryDate: dates }).next_attempt).toBe(
      '2026-03-11',
    )
  })

  it('and a later scan there is none to wait for', () => {
    expect(reportOf({ activity: [OUT, missed], deliveryDate: dates }).next_attempt).toBeNull()
  })
})

describe('a handover', () => {
  const delivered = (deliveryInformation: unknown) =>
    reportOf({ activity: [DELIVERED], deliveryInformation }).handover

  it.each([
    ['Front Door', 'safe_place'],
    ['FRONT DESK', 'reception'],
    ['RECEPTION', 'reception'],
    ['Residential', 'household'],
    ['Neighbor - By Request', 'neighbour'],
    ['MET CUSTOMER', 'recipient'],
    ['MAILBOX', 'mailbox'],
    ['Locker', 'locker'],
    ['On the moon', 'unknown'],
  ])('at %s is to %s', (location, to) => {
    expect(delivered({ location, receivedBy: 'ANNA' })).toEqual({
      to,
      at: '2026-03-10T10:15:00+01:00',
      signed_by: 'ANNA',
      photo: null,
    })
  })

  it('without a signature names nobody', () => {
    expect(delivered({ location: 'PORCH', receivedBy: 'DRIVER RELEASE' })?.signed_by).toBeNull()
  })

  it('never keeps pictures', () => {
    const report = reportOf({
      activity: [DELIVERED],
      deliveryInformation: {
        location: 'Porch',
        signature: { image: 'SIGNATURE' },
        deliveryPhoto: { photo: 'PHOTO' },
        pod: { content: 'POD' },
      },
    })
    expect(JSON.stringify(report)).not.toMatch(/SIGNATURE|PHOTO|POD/)
  })

  it('needs a delivery', () => {
    const deliveryInformation = { location: 'DEL', receivedBy: '163000' }
    expect(reportOf({ activity: [OUT], deliveryInformation }).handover).toBeNull()
  })
})

describe('beside the scans', () => {
  it('a parcel at an Access Point says where, and until when', () => {
    const waiting = activity({ type: 'X', code: 'ZP', statusCode: '040' })
    const report = reportOf({
      activity: [waiting],
      accessPointInformation: { pickupByDate: '20260317' },
      packageAddress: [
        { type: 'DESTINATION', name: 'Anna', address: { city: 'Wien' } },
        {
          type: 'UPS_ACCESS_POINT',
          name: 'Trafik Huber',
          address: { addressLine1: 'Ring 1', city: 'Wien', postalCode: '1010', countryCode: 'AT' },
        },
      ],
    })
    expect(report.scans[0]?.milestone).toBe('ready_for_pickup')
    expect(report.pickup).toEqual({
      name: 'Trafik Huber',
      address: 'Ring 1, Wien, 1010, AT',
      hours: null,
      until: '2026-03-17',
      code: null,
    })
  })

  it('what is unpaid is due, what is paid is not', () => {
    const cod = { type: 'COD', amount: '243.50', currency: 'EUR', paid: false }
    expect(reportOf({ paymentInformation: [cod] }).payment_due).toEqual({
      amount: '243.50',
      currency: 'EUR',
      url: null,
    })
    expect(reportOf({ paymentInformation: [{ ...cod, paid: true }] }).payment_due).toBeNull()
    expect(reportOf({ paymentInformation: [{ ...cod, amount: 'free' }] }).payment_due).toBeNull()
  })

  it('a new number of UPS is a leg', () => {
    const number = '1Z999AA10123456785'
    expect(reportOf({ alternateTrackingNumber: [{ number }] }).legs).toEqual([
      { carrier: 'ups', tracking_number: number },
    ])
  })

  it('facts that cannot be read do not cost the scans', () => {
    const report = reportOf({
      activity: [OUT],
      deliveryDate: 'soon',
      deliveryTime: [1],
      packageAddress: 7,
      paymentInformation: [[]],
    })
    expect(report.scans).toHaveLength(1)
    expect(report.estimate).toBeNull()
  })
})
