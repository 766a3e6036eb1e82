import { describe, expect, it } from 'vitest'
import { postnl } from '../../../../worker/carriers/postnl/index.ts'
import { meaningOf } from '../../../../worker/carriers/postnl/meaning.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = '3SDEVC123456789'

const EVENTS = [
  { Code: 'J05', Description: 'Bezorger is onderweg', TimeStamp: '10-03-2026 09:44:45' },
  {
    Code: 'B01',
    Description: 'Zending is ontvangen door PostNL',
    TimeStamp: '09-03-2026 23:20:05',
  },
]
const STATUS = {
  TimeStamp: '09-03-2026 23:20:05',
  StatusCode: '2',
  StatusDescription: 'Zending in ontvangst genomen',
}
const EXPECTED = { ETAFrom: '2026-03-10T11:30:00', ETATo: '2026-03-10T14:00:00' }

const complete = (more: object = {}) => ({
  CompleteStatus: {
    Shipment: {
      MainBarcode: NUMBER,
      Barcode: NUMBER,
      Event: EVENTS,
      Expectation: EXPECTED,
      ...more,
    },
  },
})

describeCarrier({
  carrier: postnl,
  recorded: {
    folder: 'postnl',
    ends: {
      completestatus: [
        {
          number: NUMBER,
          scans: 3,
          milestone: 'accepted',
          from: '2018-03-07T09:50:47',
          to: '2018-03-07T23:20:05',
        },
      ],
      completestatus3: [
        {
          number: '3SABCD987516327',
          scans: 5,
          milestone: 'delivered',
          from: '2021-03-25T09:30:58',
          to: '2021-03-26T15:06:53',
        },
      ],
      currentstatus: [
        {
          number: '3SDEVC302392342',
          scans: 1,
          milestone: 'accepted',
          from: '2018-03-07T23:20:05',
          to: '2018-03-07T23:20:05',
        },
      ],
      currentstatus2: [
        {
          number: '3SDEVC302392342',
          scans: 1,
          milestone: 'accepted',
          from: '2018-03-07T23:20:05',
          to: '2018-03-07T23:20:05',
        },
      ],
    },
    errors: {
      nocurrentshipments: ['not_found', '2'],
      // Answers to other questions than the one about a number.
      signature: ['bad_answer', null],
      updatedshipments: ['bad_answer', null],
    },
  },
  asking: {
    credentials: { api_key: 'postnl-key' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'GET',
      path: `/shipment/v2/status/barcode/${NUMBER}?detail=true`,
      headers: expect.objectContaining({ apikey: 'postnl-key' }),
    },
    answer: complete(),
    changed: { complete: { shipment: { barcode: NUMBER, events: EVENTS } } },
  },
})

const read = (body: unknown) =>
  postnl.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]

describe('an event of PostNL', () => {
  it.each([
    ['A01', 'Shipment expected, but not yet arrived at PostNL', 'label_created', null],
    ['B01', 'Zending is ontvangen door PostNL', 'accepted', null],
    ['J01', 'Zending is gesorteerd', 'in_transit', null],
    ['J55', 'Bezorger is onderweg naar PostNL-punt', 'in_transit', null],
    ['J23', 'Zending kan worden afgehaald bij de pakketautomaat', 'ready_for_pickup', null],
    [
      'I07',
      'Retourzending gesorteerd, wordt overgedragen aan afzender',
      'returned_to_sender',
      null,
    ],
    ['H01', 'Refused at delivery; return shipment to sender', 'returning_to_sender', 'refused'],
    ['Y80', 'We hebben je gemist, we komen nog een keer', null, 'not_ready'],
    ['K14', 'Wij hebben je gemist, we komen nog een keer', 'attempt_failed', 'recipient_absent'],
    ['X67', 'Wacht op betaling importkosten', 'in_transit', 'customs_duties'],
  ] as const)('%s "%s" is %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it.each([
    ['01A', null, 'label_created'],
    ['01B', null, 'accepted'],
    ['01B', 'Zending is bezorgd', 'delivered'],
    ['Q99', 'Bezorger is onderweg', 'out_for_delivery'],
    ['Q99', 'Shipment will be delivered to a different address', null],
    ['Q99', 'Zending is niet afgeleverd', 'attempt_failed'],
    ['Q99', 'Pakket ligt voor je klaar op PostNL-punt', 'ready_for_pickup'],
    ['Q99', 'Shipment returned to sender', 'returning_to_sender'],
    ['Q99', 'Iets nieuws', null],
    [null, null, null],
  ] as const)('%s without a documented code is read from "%s": %s', (code, words, milestone) => {
    expect(meaningOf(code, words).milestone).toBe(milestone)
  })
})

describe('a shipment of PostNL', () => {
  it('has the wall clock of the Netherlands, and no instant', () => {
    expect(reportOf(complete())?.scans[0]).toMatchObject({
      at: null,
      local: '2026-03-10T09:44:45',
      zone: 'Europe/Amsterdam',
    })
  })

  it('is expected within the hours PostNL gives, until it is there', () => {
    expect(reportOf(complete())).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      window: { from: '2026-03-10T11:30:00', to: '2026-03-10T14:00:00', zone: 'Europe/Amsterdam' },
    })
    const Event = [
      {
        Code: 'I10',
        Description: 'Zending is bezorgd bij de buren',
        TimeStamp: '10-03-2026 12:00:00',
      },
      ...EVENTS,
    ]
    expect(reportOf(complete({ Event }))).toMatchObject({
      estimate: null,
      window: null,
      handover: { to: 'neighbour' },
    })
  })

  it('follows its events where the status lags behind', () => {
    const scans = reportOf(complete({ Status: STATUS, OldStatus: [STATUS] }))?.scans ?? []
    expect(scans.map(({ code }) => code)).toEqual(['J05', 'B01'])
  })

  it('without events is told by its statuses, the current one among them once', () => {
    const older = { ...STATUS, StatusCode: '1', TimeStamp: '09-03-2026 09:00:00' }
    const given = { Event: {}, Status: STATUS, OldStatus: [STATUS, older] }
    const scans = reportOf(complete(given))?.scans ?? []
    expect(scans.map(({ milestone }) => milestone)).toEqual(['accepted', 'label_created'])
  })

  it('of several pieces is a report each', () => {
    const piece = (Barcode: string) => ({ MainBarcode: NUMBER, Barcode, Event: EVENTS })
    const body = { CompleteStatus: { Shipment: [piece(NUMBER), piece('3SDEVC2')] } }
    expect(read(body).reports.map(({ tracking_number }) => tracking_number)).toEqual([
      NUMBER,
      '3SDEVC2',
    ])
  })

  it('that waits says where', () => {
    const point = {
      AddressType: '09',
      CompanyName: 'Primera',
      Street: 'Hoofdstraat',
      HouseNumber: '1',
      HouseNumberSuffix: '{}',
      Zipcode: '1234AB',
      City: 'Nijmegen',
    }
    const ready = {
      Code: 'J02',
      Description: 'Pakket ligt klaar',
      TimeStamp: '10-03-2026 15:00:00',
    }
    expect(reportOf(complete({ Event: [ready], Address: point }))?.pickup).toMatchObject({
      name: 'Primera',
      address: 'Hoofdstraat 1, 1234AB Nijmegen',
    })
  })
})

describe('a refusal of PostNL', () => {
  it.each([
    ['Invalid ApiKey', 'oauth.v2.InvalidApiKey', 'unauthorized'],
    ['Rate limit quota violation', 'policies.ratelimit.QuotaViolation', 'throttled'],
    ['no barcode supplied in path', 'x', 'invalid_number'],
    ['Something else', 'x', 'bad_answer'],
  ])('%s is about %s: %s', (faultstring, errorcode, code) => {
    const { problems } = read({ fault: { faultstring, detail: { errorcode } } })
    expect(problems).toMatchObject([{ code, carrier_code: errorcode }])
  })
})
