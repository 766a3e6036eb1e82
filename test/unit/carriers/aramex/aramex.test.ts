import { describe, expect, it } from 'vitest'
import { knowsProblem, meaningOf } from '../../../../worker/carriers/aramex/codes.ts'
import { aramex } from '../../../../worker/carriers/aramex/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { shared } from '../../../support/shared.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const NUMBERS = ['41118182136', '44261925190'] as const

const update = (UpdateCode: string, UpdateDescription: string, more: object = {}) => ({
  WaybillNumber: NUMBERS[0],
  UpdateCode,
  UpdateDescription,
  UpdateDateTime: '/Date(1773144000000+0300)/',
  UpdateLocation: 'Dubai, United Arab Emirates',
  Comments: '',
  ProblemCode: '',
  ...more,
})
const OUT = update('SH003', 'Out for Delivery')

const answer = (TrackingResults: unknown, more: object = {}) => ({
  Notifications: [],
  HasErrors: false,
  TrackingResults,
  NonExistingWaybills: [],
  ...more,
})

describeCarrier({
  carrier: aramex,
  recorded: {
    folder: 'aramex',
    ends: {
      json_record_created_wcf_date: [
        {
          number: '44261925190',
          scans: 1,
          milestone: 'label_created',
          from: '2024-02-01T14:49:00+03:00',
          to: '2024-02-01T14:49:00+03:00',
        },
      ],
    },
    errors: {
      'karrio.error': ['unauthorized', 'ERR01'],
      'karrio.non_existents_tracking': ['not_found', null],
      // Two numbers beside the one that is read below.
      soap_as_json_delivered: ['not_found', null],
    },
  },
  asking: {
    credentials: {
      user: 'shop@example.com',
      password: 'aramex-pass',
      account_number: '20016',
      account_pin: '331421',
      account_entity: 'AMM',
      account_country: 'JO',
    },
    parcels: NUMBERS.map((number) => ({ number, since: 0, courier: null })),
    request: {
      method: 'POST',
      path: '/ShippingAPI.V2/Tracking/Service_1_0.svc/json/TrackShipments',
      body: expect.stringMatching(
        /"AccountPin":"331421".*"Shipments":\["41118182136","44261925190"\]/,
      ),
    },
    answer: answer(NUMBERS.map((Key) => ({ Key, Value: [OUT] }))),
    changed: { Errors: false, Results: [{ Key: NUMBERS[0], Value: [OUT] }] },
  },
})

const read = (body: unknown) => aramex.read({ contentType: null, body: JSON.stringify(body) })

shared.describe('a recorded delivery of Aramex', () => {
  const payload = shared.payloads('aramex').find(({ name }) => name === 'soap_as_json_delivered')
  const { reports, problems } = aramex.read({ contentType: null, body: payload?.response ?? '{}' })

  it('keeps its clocks, in the zone of the country', () => {
    expect(reports).toMatchObject([{ tracking_number: '41118182136' }])
    expect(reports[0]?.scans.map(({ local, zone, milestone }) => [local, zone, milestone])).toEqual(
      [
        ['2015-07-13T13:08:00', 'Asia/Amman', 'delivered'],
        ['2015-07-13T08:46:00', 'Asia/Amman', 'out_for_delivery'],
        ['2015-07-13T04:30:00', 'Asia/Amman', 'in_transit'],
      ],
    )
  })

  it('names the numbers it does not know', () => {
    expect(problems.map(({ code, tracking_number }) => [code, tracking_number])).toEqual([
      ['not_found', 'WrongIdIHavePassed'],
      ['not_found', 'TestId'],
    ])
  })
})

describe('Aramex', () => {
  it('knows every problem of the connector’s map', () => {
    expect(unknownTo('aramex', knowsProblem)).toEqual([])
  })

  it('a list of one may be the one', () => {
    const one = {
      KeyValueOfstringArrayOfTrackingResultmFAkxlpY: {
        Key: NUMBERS[0],
        Value: { TrackingResult: OUT },
      },
    }
    expect(read(answer(one)).reports).toMatchObject([{ scans: [{ code: 'SH003' }] }])
  })

  it('XML is the same answer', () => {
    const body = `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
      <ShipmentTrackingResponse><Notifications/><HasErrors>false</HasErrors><TrackingResults>
      <a:KeyValueOfstringArrayOfTrackingResultmFAkxlpY><a:Key>41118182136</a:Key><a:Value>
      <TrackingResult><UpdateCode>SH005</UpdateCode><UpdateDescription>Delivered</UpdateDescription>
      <UpdateDateTime>2026-03-10T13:08:00</UpdateDateTime>
      <UpdateLocation>Amman, Jordan</UpdateLocation></TrackingResult>
      </a:Value></a:KeyValueOfstringArrayOfTrackingResultmFAkxlpY></TrackingResults>
      <NonExistingWaybills/></ShipmentTrackingResponse></s:Body></s:Envelope>`
    expect(aramex.read({ contentType: 'text/xml', body }).reports).toMatchObject([
      {
        tracking_number: '41118182136',
        scans: [{ milestone: 'delivered', local: '2026-03-10T13:08:00', zone: 'Asia/Amman' }],
      },
    ])
  })

  it('an instant is an instant: the offset only shows it', () => {
    expect(read(answer([{ Key: 'A', Value: [OUT] }])).reports[0]?.scans[0]).toMatchObject({
      at: '2026-03-10T15:00:00+03:00',
      local: '2026-03-10T15:00:00',
    })
  })

  it.each([
    ['SH005', 'Delivered', '', 'delivered', null],
    ['SH005', 'Delivered to Shipper', '', 'returned_to_sender', null],
    ['SH999', 'Held at customs', '', 'in_transit', 'customs_hold'],
    ['SH004', 'Attempted Delivery', 'NOTHOME', 'attempt_failed', 'recipient_absent'],
    ['SH160', 'Under processing at operations facility', 'V01', 'in_transit', null],
    ['SH999', 'Words nobody knows', '', null, null],
  ])('%s, %s, %s: %s, %s', (code, words, problem, milestone, reason) => {
    expect(meaningOf(code, words, problem)).toEqual({ milestone, reason })
  })

  it('errors without a word are a bad answer', () => {
    expect(read(answer([], { HasErrors: true })).problems).toMatchObject([{ code: 'bad_answer' }])
  })
})
