import { describe, expect, it } from 'vitest'
import { CODES } from '../../../../worker/carriers/bpost/codes.ts'
import { bpost } from '../../../../worker/carriers/bpost/index.ts'
import { meaningOf } from '../../../../worker/carriers/bpost/meaning.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const NUMBER = '323212345659900040669030'

const state = (time: string, code: string, words: string) =>
  `<stateInfo><time>${time}</time><stateCode>${code}</stateCode>
   <stateDescription>${words}</stateDescription></stateInfo>`

const SORTED = state('2026-03-09T23:19:29+01:00', 'T00', 'Sorted - sorted_out')
const LOADED = state('2026-03-10T07:11:18.923+01:00', 'L00', 'BoundToRound - out_for_distribution')
const POINT = `<pickupPoint><id>805140</id><name>LIBRAIRIE WILSON</name><streetName>RUE WASHINGTON</streetName>
  <houseNumber>66</houseNumber><postalCode>1050</postalCode><city>IXELLES</city></pickupPoint>`

const answer = (states: string) =>
  `<?xml version="1.0"?><itemTracking xmlns="http://schema.post.be/tracking/v1/">
   <itemCode>${NUMBER}</itemCode><deliveryTime>2026-03-10T14:00:00+01:00</deliveryTime>
   ${states}${POINT}</itemTracking>`

describeCarrier({
  carrier: bpost,
  recorded: {
    folder: 'bpost',
    ends: {
      'karrio.tracking': [
        {
          number: NUMBER,
          scans: 3,
          milestone: 'delivered',
          from: '2012-11-22T23:19:29+01:00',
          to: '2012-11-23T09:31:07.427+01:00',
        },
      ],
    },
    errors: { 'karrio.error': ['down', null] },
  },
  asking: {
    credentials: { account_id: '123456', passphrase: 'passphrase' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'GET',
      path: `/services/trackedmail/item/${NUMBER}/trackingInfo`,
      headers: expect.objectContaining({
        authorization: `Basic ${btoa('123456:passphrase')}`,
        accept: 'application/xml',
      }),
    },
    answer: answer(SORTED + LOADED),
    changed: answer(SORTED).replaceAll('itemTracking', 'tracking'),
    contentType: 'application/xml',
    statuses: { 404: 'not_found' },
  },
})

const read = (body: string) => bpost.read({ contentType: 'application/xml', body })

describe('a state of bpost', () => {
  it('has a meaning for every code of the connector’s map', () => {
    expect(unknownTo('bpost', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['L00', 'BoundToRound - out_for_distribution', 'out_for_delivery', null],
    ['U01', 'DistributedNormally - regular', 'delivered', null],
    ['U05', 'DistributedAfterBTS - regular', 'returned_to_sender', null],
    ['X99', 'DELIVERED_TO_SENDER', 'returned_to_sender', null],
    ['X99', 'BTS_OUT_FOR_DELIVERY_HOME', 'returning_to_sender', null],
    ['X99', 'AVAILABLE_IN_POST_POINT', 'ready_for_pickup', null],
    ['X99', 'PICKED_UP_IN_PARCEL_LOCKER', 'delivered', null],
    ['X99', 'OUT_FOR_DELIVERY_POST_POINT', 'in_transit', null],
    ['X99', 'ON_THE_WAY_TO_YOU', 'out_for_delivery', null],
    ['X99', 'AWAITING_CUSTOMS_PAYMENT', 'in_transit', 'customs_duties'],
    ['X99', 'IN_PREPARATION_AWAITING_DROPOFF', 'label_created', null],
    ['B03', 'Something new', 'attempt_failed', 'refused'],
    ['I10', null, null, 'held'],
    ['X99', 'Something new', null, null],
    [null, null, null, null],
  ] as const)('%s "%s" is %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })
})

describe('an item of bpost', () => {
  it('keeps the offset, and is expected on its day until it is there', () => {
    const [report] = read(answer(SORTED + LOADED)).reports
    expect(report?.scans[1]).toMatchObject({
      at: '2026-03-10T07:11:18.923+01:00',
      local: '2026-03-10T07:11:18',
    })
    expect(report).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      pickup: null,
      handover: null,
    })
  })

  it('says where it waits, and who got it', () => {
    const waits = state('2026-03-10T12:00:00+01:00', 'R13', 'AVAILABLE_IN_POST_POINT')
    expect(read(answer(SORTED + waits)).reports[0]?.pickup).toMatchObject({
      name: 'LIBRAIRIE WILSON',
      address: 'RUE WASHINGTON 66, 1050 IXELLES',
    })
    const given = state('2026-03-10T12:00:00+01:00', 'U02', 'DELIVERED_AT_NEIGHBOUR')
    expect(read(answer(SORTED + waits + given)).reports[0]).toMatchObject({
      estimate: null,
      pickup: null,
      handover: { to: 'neighbour' },
    })
  })

  it('of one state is read, and one without any has none', () => {
    expect(read(answer(SORTED)).reports[0]?.scans).toHaveLength(1)
    expect(read(answer('')).reports[0]?.scans).toEqual([])
  })

  it('that bpost does not know is an empty element', () => {
    expect(read('<itemTracking/>').problems).toMatchObject([{ code: 'not_found' }])
  })
})

describe('an exception of bpost', () => {
  it.each([
    ['systemException', 'Something broke', 'down'],
    ['businessException', 'Item not found', 'not_found'],
    ['businessException', 'Invalid barcode', 'invalid_number'],
    ['businessException', 'Unauthorized', 'unauthorized'],
    ['businessException', 'Something new', 'bad_answer'],
  ])('%s "%s" is %s', (name, message, code) => {
    const body = `<${name}><code>7</code><message>${message}</message></${name}>`
    expect(read(body).problems).toMatchObject([{ code, carrier_code: '7' }])
  })
})
