import { describe, expect, it } from 'vitest'
import { EVENTS, read, reportOf, scansOf, shipment } from './shipments.ts'

describe('clocks and places of DHL', () => {
  const at = (service: string, address: object) =>
    scansOf(service, {
      timestamp: '2026-03-10T08:36:00',
      statusCode: 'transit',
      location: { address },
    })[0]

  it.each([
    ['parcel-de', {}, 'Europe/Berlin', null],
    ['parcel-de', { addressLocality: 'Germany' }, 'Europe/Berlin', null],
    ['parcel-de', { addressLocality: 'Wien, Österreich' }, 'Europe/Vienna', 'Wien'],
    [
      'express',
      { addressLocality: 'AMSTERDAM', countryCode: 'NL' },
      'Europe/Amsterdam',
      'AMSTERDAM',
    ],
    ['express', { addressLocality: 'CINCINNATI HUB', countryCode: 'US' }, null, 'CINCINNATI HUB'],
    [
      'ecommerce',
      { addressLocality: 'Henderson, NV, US', countryCode: 'US' },
      'America/Los_Angeles',
      'Henderson',
    ],
    ['ecommerce', { addressLocality: 'Hebron, KY, US' }, null, 'Hebron'],
    ['ecommerce', {}, null, null],
  ])('%s %o', (service, address, zone, city) => {
    expect(at(service, address)).toMatchObject({
      at: null,
      local: '2026-03-10T08:36:00',
      zone,
      city,
    })
  })

  it('an offset goes before any zone', () => {
    const [scan] = scansOf('parcel-de', { timestamp: '2026-03-10T08:36:00-05:00' })
    expect(scan).toMatchObject({ at: '2026-03-10T08:36:00-05:00', zone: null })
  })

  it('a street is not kept', () => {
    const scan = at('express', { addressLocality: 'Oderweg 2, AMSTERDAM', countryCode: 'NL' })
    expect(scan).toMatchObject({ city: 'AMSTERDAM', location: 'AMSTERDAM, NL' })
  })
})

describe('facts of DHL', () => {
  it('a day, and a window where hours are given', () => {
    expect(reportOf({ estimatedTimeOfDelivery: '2026-03-10' })).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      window: null,
    })
    const frame = {
      estimatedFrom: '2026-03-10T10:35:00+01:00',
      estimatedThrough: '2026-03-10T12:05:00+01:00',
    }
    const destination = { address: { countryCode: 'DE' } }
    expect(reportOf({ estimatedDeliveryTimeFrame: frame, destination })).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      window: { from: frame.estimatedFrom, to: frame.estimatedThrough, zone: 'Europe/Berlin' },
    })
  })

  it('a whole day is no window, and nothing is expected of a parcel that is there', () => {
    const estimatedDeliveryTimeFrame = {
      estimatedFrom: '2026-03-10T00:00:00Z',
      estimatedThrough: '2026-03-10T22:00:00Z',
    }
    expect(reportOf({ estimatedDeliveryTimeFrame })?.window).toBeNull()
    const events = [{ statusCode: 'delivered', timestamp: '2026-03-10T10:00:00Z' }]
    expect(reportOf({ estimatedDeliveryTimeFrame, events })?.estimate).toBeNull()
  })

  it('whose hands, by the newest delivery, in whatever order', () => {
    const events = [
      ...EVENTS,
      {
        timestamp: '2026-03-10T12:00:00+01:00',
        statusCode: 'delivered',
        description: 'Delivered to neighbour - Signed for by: J SMITH',
      },
    ]
    expect(reportOf({ events })?.handover).toEqual({
      to: 'neighbour',
      at: '2026-03-10T12:00:00+01:00',
      signed_by: 'J SMITH',
      photo: null,
    })
  })

  it('the shop where it waits, and no longer once it was fetched', () => {
    const waits = {
      timestamp: '2026-03-10T12:00:00',
      statusCode: 'transit',
      status: 'PARCEL_FOUND_AT_PARCELSHOP',
      location: { servicePoint: { label: 'Bruna Dam' }, address: { addressLocality: 'Amsterdam' } },
    }
    const service = 'parcel-nl'
    expect(reportOf({ service, events: [waits] })?.pickup).toMatchObject({
      name: 'Bruna Dam',
      address: 'Amsterdam',
    })
    const fetched = {
      timestamp: '2026-03-11T12:00:00',
      statusCode: 'delivered',
      status: 'COLLECTED_AT_PARCELSHOP',
    }
    expect(reportOf({ service, events: [waits, fetched] })?.pickup).toBeNull()
  })

  it('a partner’s number is a leg', () => {
    const references = [
      { number: '756789', type: 'customer-reference' },
      { number: '9261290100130435082878', type: 'local-tracking-number' },
    ]
    expect(reportOf({ details: { references } })?.legs).toEqual([
      { carrier: null, tracking_number: '9261290100130435082878' },
    ])
  })
})

describe('answers of DHL', () => {
  it('one number that two divisions know is one report', () => {
    const { reports } = read({
      shipments: [
        shipment(),
        shipment({
          service: 'parcel-nl',
          events: [{ statusCode: 'delivered', status: 'DELIVERED_AT_NEIGHBOURS' }],
        }),
      ],
    })
    expect(reports).toHaveLength(1)
    expect(reports[0]?.scans).toHaveLength(3)
    expect(reports[0]?.handover?.to).toBe('neighbour')
  })

  it('no shipment is a parcel that is not found', () => {
    expect(read({ shipments: [] }).problems).toMatchObject([{ code: 'not_found' }])
  })

  it.each([
    [401, 'unauthorized'],
    [429, 'throttled'],
    [500, 'down'],
    [418, 'bad_answer'],
  ])('a problem of status %i is %s', (status, code) => {
    const said = {
      title: 'Too many requests',
      status,
      detail: 'Too many requests within defined time period',
    }
    expect(read(said).problems).toMatchObject([{ code, carrier_code: String(status) }])
  })
})
