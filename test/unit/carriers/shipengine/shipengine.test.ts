import { afterEach, describe, expect, it, vi } from 'vitest'
import { shipengine } from '../../../../worker/carriers/shipengine/index.ts'
import { parcel } from '../../../support/aggregators.ts'
import { ask, NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

afterEach(() => void vi.restoreAllMocks())

const CREDENTIALS = { api_key: 'TEST_shipengine-key' }

const event = (over: object) => ({
  occurred_at: '2026-03-09T12:42:00Z',
  carrier_occurred_at: '2026-03-09T07:42:00',
  description: 'Scan',
  city_locality: 'MCKINNEY',
  state_province: 'TX',
  postal_code: '75071',
  country_code: 'US',
  company_name: 'ACME',
  signer: '',
  event_code: '10',
  status_code: 'IT',
  status_detail_code: null,
  ...over,
})

const tracking = (over: object = {}) => ({
  tracking_number: '9405511899223197428490',
  status_code: 'IT',
  status_detail_code: 'IN_TRANSIT',
  status_description: 'In Transit',
  carrier_status_description: 'On its way',
  estimated_delivery_date: '2026-03-11T00:00:00Z',
  actual_delivery_date: null,
  events: [event({}), event({ occurred_at: '2026-03-08T10:00:00Z' })],
  ...over,
})

const MCKINNEY = {
  number: '332980205337',
  scans: 2,
  // Its header says delivered, at a time before these events.
  milestone: 'out_for_delivery',
  from: '2021-07-23T07:31:00-05:00',
  to: '2021-07-23T07:42:00-05:00',
} as const

describeCarrier({
  carrier: shipengine,
  recorded: {
    folder: 'shipengine',
    ends: {
      'karrio.tracking': [
        {
          number: '1Z999AA1234567890',
          scans: 2,
          milestone: 'delivered',
          from: '2024-01-15T08:00:00Z',
          to: '2024-01-15T10:30:00Z',
        },
      ],
      track_by_label: [MCKINNEY],
      track_by_number: [MCKINNEY],
    },
    errors: {},
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [parcel('9405511899223197428490', 'usps')],
    request: {
      method: 'GET',
      path: '/v1/tracking?carrier_code=stamps_com&tracking_number=9405511899223197428490',
      headers: expect.objectContaining({ 'api-key': 'TEST_shipengine-key' }),
    },
    answer: tracking(),
    changed: { tracking_number: '9405511899223197428490', scans: [] },
    statuses: { 404: 'not_found' },
  },
})

describe('ShipEngine', () => {
  const read = (body: unknown) =>
    shipengine.read({ contentType: 'application/json', body: JSON.stringify(body) })
  const report = (over: object) => read(tracking(over)).reports[0]
  const meanings = (...events: readonly object[]) =>
    report({ events: events.map(event) })?.scans.map(({ milestone, reason }) => [milestone, reason])

  it('the detail says it, the status where there is none, words where neither is', () => {
    expect(
      meanings(
        { status_detail_code: 'OUT_FOR_DELIVERY' },
        { status_code: 'EX', status_detail_code: 'REFUSED_BY_CUSTOMER' },
        { status_code: 'EX', status_detail_code: 'CARRIER_DELAYS' },
        { status_code: 'SP' },
        { status_code: '', description: 'Arrived at Post Office' },
        { status_code: 'UN', description: 'IN TRANSIT TO NEXT FACILITY' },
        { status_code: 'EX', description: 'In Transit to Next Facility, Arriving On Time' },
        { status_code: 'DE', description: 'Returned to sender' },
        { status_code: 'XX', description: 'Delivered' },
      ),
    ).toEqual([
      ['out_for_delivery', null],
      ['returning_to_sender', 'refused'],
      [null, 'transport_delay'],
      ['ready_for_pickup', null],
      ['in_transit', null],
      ['in_transit', null],
      ['in_transit', null],
      ['returned_to_sender', null],
      [null, null],
    ])
  })

  it('two clocks give the offset, also where both claim to be UTC', () => {
    expect(
      report({ events: [event({ carrier_occurred_at: '2026-03-09T07:42:00Z' })] })?.scans,
    ).toMatchObject([{ at: '2026-03-09T07:42:00-05:00', local: '2026-03-09T07:42:00' }])
    expect(report({ events: [event({ carrier_occurred_at: null })] })?.scans).toMatchObject([
      { at: '2026-03-09T12:42:00Z', local: null },
    ])
  })

  it('keeps the carrier’s code and place, and no company', () => {
    const [scan] = report({})?.scans ?? []
    expect(scan).toMatchObject({
      code: '10',
      location: 'MCKINNEY, TX, 75071, US',
      city: 'MCKINNEY',
    })
    expect(JSON.stringify(scan)).not.toContain('ACME')
  })

  it('the header speaks only where there is no event', () => {
    const there = {
      status_code: 'DE',
      status_detail_code: null,
      actual_delivery_date: '2026-03-09T12:00:00Z',
    }
    expect(report({ ...there, events: [] })?.scans).toMatchObject([
      { milestone: 'delivered', at: '2026-03-09T12:00:00Z' },
    ])
    expect(report({ status_code: 'NY', status_detail_code: null, events: [] })?.scans).toEqual([])
    expect(report(there)?.scans).toHaveLength(2)
  })

  it('expects the day, until somebody took the parcel', () => {
    expect(report({})?.estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const there = event({
      status_code: 'DE',
      status_detail_code: 'DELIVERED_TO_NEIGHBOUR',
      signer: 'J ROE',
    })
    expect(report({ events: [there] })).toMatchObject({
      estimate: null,
      handover: { to: 'neighbour', signed_by: 'J ROE', at: '2026-03-09T07:42:00-05:00' },
    })
  })

  it('reads a webhook call like an answer; other resources say nothing', () => {
    for (const resource_type of ['API_TRACK', 'TRACK_EVENT_V2']) {
      expect(read({ resource_type, data: tracking() }).reports[0]?.scans).toHaveLength(2)
    }
    expect(read({ resource_type: 'API_BATCH', data: {} })).toEqual({ reports: [], problems: [] })
    expect(() => read({ resource_type: 'API_TRACK', data: {} })).toThrow('structure')
  })

  it.each([
    ['not_found', 'business_rules', 'not_found'],
    ['invalid_field_value', 'validation', 'invalid_number'],
    ['rate_limit_exceeded', 'system', 'throttled'],
    ['something_new', 'security', 'unauthorized'],
    ['something_new', 'system', 'down'],
    ['something_new', 'integrations', 'bad_answer'],
  ])('%s (%s) is %s', (error_code, error_type, code) => {
    const body = { request_id: 'r', errors: [{ error_code, error_type, message: 'Words' }] }
    expect(read(body).problems).toMatchObject([
      { code, carrier_code: error_code, message: 'Words' },
    ])
  })

  it('says what to do where it cannot tell the carrier, and asks nothing', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(tracking()))
    const access = { credentials: CREDENTIALS, token: null, origin: null, now: NOW }
    const { problems } = await ask(shipengine, access, '123456')
    expect(problems).toMatchObject([{ code: 'invalid_number', tracking_number: '123456' }])
    expect(problems[0]?.message).toContain('default_carrier')
    expect(fetched).not.toHaveBeenCalled()
    const credentials = { ...CREDENTIALS, default_carrier: 'ups' }
    await ask(shipengine, { ...access, credentials }, '123456')
    expect(fetched.mock.calls[0]?.[0]).toContain('carrier_code=ups&tracking_number=123456')
  })
})
