import { describe, expect, it } from 'vitest'
import { meaningOf, TYPES } from '../../../../worker/carriers/purolator/codes.ts'
import { purolator } from '../../../../worker/carriers/purolator/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const scan = (type: string, words: string, more = '', date = '2026-03-10') => `<Scan>
<ScanType>${type}</ScanType><PIN><Value>329000000001</Value></PIN>
<Depot><Name>CALGARY SORT CTR/CTR TRIE, AB</Name></Depot>
<ScanDate>${date}</ScanDate><ScanTime>83000</ScanTime><Description>${words}</Description>
<Comment/><SummaryScanIndicator>false</SummaryScanIndicator>${more}</Scan>`

const OUT = scan('OnDelivery', 'On vehicle for delivery')

const parcel = (pin: string, scans: string, errors = '<ResponseInformation i:nil="true"/>') =>
  `<TrackingInformation><PIN><Value>${pin}</Value></PIN><Scans>${scans}</Scans>${errors}</TrackingInformation>`

const information = (code: string, words: string) =>
  `<ResponseInformation><Errors><Error><Code>${code}</Code><Description>${words}</Description><AdditionalInformation/></Error></Errors></ResponseInformation>`

const envelope = (body: string) => `<s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/">
<s:Body>${body}</s:Body></s:Envelope>`

const answer = (parcels: string, said = '<ResponseInformation><Errors/></ResponseInformation>') =>
  envelope(`<TrackPackagesByPinResponse xmlns="http://purolator.com/pws/datatypes/v1" xmlns:i="http://www.w3.org/2001/XMLSchema-instance">${said}
<TrackingInformationList>${parcels}</TrackingInformationList></TrackPackagesByPinResponse>`)

describeCarrier({
  carrier: purolator,
  recorded: {
    folder: 'purolator',
    ends: {
      'karrio.tracking': [
        {
          number: 'M123',
          scans: 2,
          twins: 1,
          milestone: 'in_transit',
          from: '2004-01-13T17:23:00',
          to: '2004-01-13T17:23:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { key: 'purolator-key', password: 'password&1', user_token: 'a<b' },
    parcels: [
      { number: '329000000001', since: 0, courier: null },
      { number: '329000000002', since: 0, courier: null },
    ],
    contentType: 'text/xml',
    request: {
      method: 'POST',
      path: '/PWS/V1/Tracking/TrackingService.asmx',
      headers: expect.objectContaining({
        authorization: `Basic ${btoa('purolator-key:password&1')}`,
        'content-type': 'text/xml; charset=utf-8',
        soapaction: '"http://purolator.com/pws/service/v1/TrackPackagesByPin"',
      }),
      body: expect.stringMatching(
        /<v1:UserToken>a&lt;b<\/v1:UserToken>.*<v1:PIN><v1:Value>329000000001<\/v1:Value><\/v1:PIN><v1:PIN><v1:Value>329000000002</s,
      ),
    },
    answer: answer(parcel('329000000001', OUT) + parcel('329000000002', OUT)),
    changed: answer(parcel('329000000001', OUT)).replaceAll('Scans>', 'Events>'),
  },
})

describe('Purolator', () => {
  const read = (body: string) => purolator.read({ contentType: 'text/xml', body })
  const reportOf = (scans: string) => {
    const [report] = read(answer(parcel('329000000001', scans))).reports
    if (!report) throw new Error('no report')
    return report
  }

  it('knows every type of the connectors’ map', () => {
    expect(unknownTo('purolator', (type) => TYPES.has(type))).toEqual([])
  })

  it.each([
    ['Other', 'Shipper created a label', 'label_created', null],
    ['ProofOfPickUp', 'Picked up by Purolator at CALGARY', 'accepted', null],
    ['Undeliverable', 'Arrived at sort facility', 'in_transit', null],
    ['Undeliverable', 'Shipment redirected', 'in_transit', 'forwarded'],
    ['OnDelivery', 'On vehicle for delivery', 'out_for_delivery', null],
    [
      'Undeliverable',
      'Attempted delivery - receiver not available',
      'attempt_failed',
      'recipient_absent',
    ],
    ['Undeliverable', 'Attempted Delivery - Business Closed', 'attempt_failed', 'business_closed'],
    [
      'Undeliverable',
      'Receiver contacted.  Shipment available for pickup',
      'ready_for_pickup',
      null,
    ],
    ['Undeliverable', 'Item Held for Pickup at Locker', 'ready_for_pickup', null],
    ['Undeliverable', 'Delivery delayed due to weather', null, 'weather'],
    [
      'Undeliverable',
      'Shipment unclaimed - to be returned to sender',
      'returning_to_sender',
      'unclaimed',
    ],
    ['Undeliverable', 'Unable to deliver - item returned to shipper', 'returning_to_sender', null],
    ['Delivery', 'Shipment delivered to', 'delivered', null],
    ['Delivery', 'Delivered to sender', 'returned_to_sender', null],
    ['Delivery', 'Transferring to Shipping Centre - please wait', 'in_transit', null],
    ['Delivery', '', 'delivered', null],
    ['Undeliverable', 'Something new', null, 'carrier_exception'],
    ['Other', 'Something new', null, null],
  ])('%s %s', (type, words, milestone, reason) => {
    expect(meaningOf(type, words)).toEqual({ milestone, reason })
  })

  it('a scan is a wall clock without a zone, at a depot named after its city', () => {
    expect(reportOf(OUT).scans).toEqual([
      {
        at: null,
        local: '2026-03-10T08:30:00',
        zone: null,
        code: 'OnDelivery',
        text: 'On vehicle for delivery',
        location: 'CALGARY SORT CTR/CTR TRIE, AB',
        city: 'CALGARY',
        milestone: 'out_for_delivery',
        reason: null,
      },
    ])
  })

  it('the day it committed to, until it is over, and who signed', () => {
    const committed =
      '<ScanDetails><CommitedDeliveryDate>2026-03-11</CommitedDeliveryDate></ScanDetails>'
    const picked = scan('ProofOfPickUp', 'Picked up by Purolator at', committed, '2026-03-09')
    expect(reportOf(OUT + picked).estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const signed = '<ScanDetails><DeliverySignature>A ROY</DeliverySignature></ScanDetails>'
    const over = reportOf(scan('Delivery', 'Shipment delivered to', signed) + picked)
    expect(over).toMatchObject({ estimate: null, handover: { to: 'unknown', signed_by: 'A ROY' } })
    const image = `<ScanDetails><DeliverySignature>${'A'.repeat(900)}</DeliverySignature></ScanDetails>`
    expect(reportOf(scan('Delivery', '', image)).handover?.signed_by).toBeNull()
  })

  it('an error is about its number where it stands beside it, and success is none', () => {
    const missing = parcel('329000000002', '', information('3001150', 'The PIN was not found'))
    const { reports, problems } = read(
      answer(parcel('329000000001', OUT) + missing, information('0', 'Success')),
    )
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['329000000001'])
    expect(problems).toMatchObject([
      { code: 'not_found', carrier_code: '3001150', tracking_number: '329000000002' },
    ])
  })

  it('a number without scans and without an error is an answer', () => {
    expect(reportOf('').scans).toEqual([])
  })

  it.each([
    ['The PIN is invalid', 'invalid_number'],
    ['Authentication failed', 'unauthorized'],
    ['Service unavailable, try again later', 'down'],
    ['Something new', 'bad_answer'],
  ])('%s', (words, code) => {
    expect(read(answer('', information('1', words))).problems).toMatchObject([{ code }])
    const fault = `<s:Fault><faultcode>s:Client</faultcode><faultstring>${words}</faultstring></s:Fault>`
    expect(read(envelope(fault)).problems).toMatchObject([{ code, carrier_code: 's:Client' }])
  })
})
