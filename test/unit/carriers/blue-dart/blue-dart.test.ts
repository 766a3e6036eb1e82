import { describe, expect, it } from 'vitest'
import { blueDart } from '../../../../worker/carriers/blue-dart/index.ts'
import { meaningOf } from '../../../../worker/carriers/blue-dart/meaning.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const scan = (code: number | string, group: string, type: string, words: string, time: string) => ({
  Scan: words,
  ScanCode: code,
  ScanType: type,
  ScanGroupType: group,
  ScanDate: '08-Dec-2025',
  ScanTime: time,
  ScannedLocation: 'ITO SERVICE CENTRE',
})
const OUT = scan(2, 'S', 'UD', 'SHIPMENT OUT FOR DELIVERY', '12:47')
const CHARGES = scan(62, 'T', 'UD', 'NECESSARY CHARGES PENDING FROM CONSIGNEE', '18:26')
const DELIVERED = scan(0, 'T', 'DL', 'SHIPMENT DELIVERED', '18:27')

const shipment = (WaybillNo: string, scans: readonly unknown[], more: object = {}) => ({
  WaybillNo,
  Status: 'SHIPMENT OUT FOR DELIVERY',
  StatusType: 'UD',
  StatusDate: '08 December 2025',
  StatusTime: '12:47',
  ExpectedDeliveryDate: '08 December 2025',
  ReceivedBy: null,
  Scans: scans.map((ScanDetail) => ({ ScanDetail })),
  ...more,
})
const answered = (...shipments: readonly unknown[]) => ({ ShipmentData: { Shipment: shipments } })

describeCarrier({
  carrier: blueDart,
  asking: {
    credentials: {
      client_id: 'gateway-client',
      client_secret: 'gateway-secret',
      login_id: 'BOM00001',
      licence_key: 'tracking-licence',
    },
    parcels: [
      { number: '59650109492', since: 0, courier: null },
      { number: '59650109503', since: 0, courier: null },
    ],
    token: { path: '/in/transportation/token/v1/login', answer: { JWTToken: 'a.jwt.token' } },
    request: {
      method: 'GET',
      path: '/in/transportation/tracking/v1/shipment?handler=tnt&action=custawbquery&loginid=BOM00001&awb=awb&numbers=59650109492%2C59650109503&format=json&lickey=tracking-licence&verno=1.3&scan=1',
      headers: expect.objectContaining({ jwttoken: 'a.jwt.token' }),
    },
    answer: answered(shipment('59650109492', [OUT]), shipment('59650109503', [OUT])),
    changed: answered({ WaybillNo: '59650109492', Status: 'OUT', Events: [OUT] }),
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  blueDart.read({
    contentType: null,
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

const XML = `<?xml version="1.0"?>
<ShipmentData><Shipment WaybillNo="59650109492" RefNo="A-1"><Status>Shipment delivered</Status>
<StatusType>DL</StatusType><ReceivedBy>SIGN</ReceivedBy><Scans>
<ScanDetail><Scan>Shipment delivered</Scan><ScanType>DL</ScanType><ScanDate>07-Jun-2025</ScanDate>
<ScanTime>13:05</ScanTime><ScannedLocation>SRINAGAR</ScannedLocation></ScanDetail>
<ScanDetail><Scan>Shipment Outscan</Scan><ScanType>UD</ScanType><ScanDate>07-Jun-2025</ScanDate>
<ScanTime>11:38</ScanTime><ScannedLocation>SRINAGAR</ScannedLocation></ScanDetail>
</Scans></Shipment></ShipmentData>`

describe('Blue Dart', () => {
  it('reads XML, JSON and the form of the push alike, on India’s clocks', () => {
    expect(read(XML).reports[0]).toMatchObject({
      tracking_number: '59650109492',
      handover: { signed_by: 'SIGN', at: '2025-06-07T13:05:00+05:30' },
      scans: [{ milestone: 'delivered' }, { milestone: 'out_for_delivery' }],
    })
    const nested = { Scans: { ScanDetail: [DELIVERED, CHARGES, OUT] } }
    expect(read(answered(shipment('1', [], nested))).reports[0]?.scans).toMatchObject([
      { code: 'T-000', milestone: 'delivered', at: '2025-12-08T18:27:00+05:30' },
      { code: 'T-062', milestone: 'attempt_failed', reason: 'payment_due' },
      { code: 'S-002', milestone: 'out_for_delivery', zone: 'Asia/Kolkata' },
    ])
  })

  it.each([
    ['S', '001', 'UD', 'SHIPMENT ARRIVED', 'in_transit', null],
    ['T', '001', 'UD', 'CUSTOMER ASKED FUTURE DELIVERY: HAL', null, 'rescheduled'],
    ['T', '013', 'UD', 'CONSIGNEE NOT AVAILABLE', 'attempt_failed', 'recipient_absent'],
    ['T', '074', 'RT', "RETURNED TO ORIGIN AT SHIPPER'S REQUEST", 'returning_to_sender', null],
    ['S', '002', 'RT', 'SHIPMENT OUT FOR DELIVERY', 'returning_to_sender', null],
    ['T', '000', 'RT', 'SHIPMENT DELIVERED', 'returned_to_sender', null],
    ['T', '188', 'RT', 'DELIVERED BACK TO SHIPPER', 'returned_to_sender', null],
    ['S', '500', 'PU', 'PICKUP HAS BEEN REGISTERED', 'label_created', null],
    ['S', '015', 'PU', 'PICK UP SCAN ON FIELD', 'accepted', null],
    ['T', '999', 'UD', 'Words nobody knows', null, null],
    [null, null, 'UD', 'SHIPMENT OUTSCANNED TO NETWORK', 'in_transit', null],
    [null, null, 'DL', 'Words nobody knows', 'delivered', null],
  ])(
    'group %s, code %s, type %s, %s: %s, %s',
    (ScanGroupType, ScanCode, ScanType, Scan, milestone, reason) => {
      const said = { Scan, ScanCode, ScanType, ScanGroupType, ScanDate: null, ScanTime: null }
      expect(meaningOf({ ...said, ScannedLocation: null })).toEqual({ milestone, reason })
    },
  )

  it('the status is a scan only where there is no other', () => {
    expect(read(answered(shipment('1', []))).reports[0]?.scans).toMatchObject([
      { text: 'SHIPMENT OUT FOR DELIVERY', milestone: 'out_for_delivery', code: 'UD' },
    ])
    expect(read(answered(shipment('1', [CHARGES]))).reports[0]?.scans).toHaveLength(1)
  })

  it('a day to expect is over once the parcel is there', () => {
    const day = { from: '2025-12-08', to: '2025-12-08' }
    expect(read(answered(shipment('1', [OUT]))).reports[0]?.estimate).toEqual(day)
    expect(read(answered(shipment('1', [DELIVERED, OUT]))).reports[0]?.estimate).toBeNull()
  })

  it('follows a parcel sent on under a new number, not one sent back under it', () => {
    const fresh = { NewWaybillNo: '75312963180' }
    const on = scan('027', 'T', 'RD', 'SHIPMENT REDIRECTED ON FRESH AWB', '10:00')
    const back = scan('123', 'T', 'RT', 'RTO FROM HUB ON FRESH AWB', '10:00')
    expect(read(answered(shipment('1', [on], fresh))).reports[0]?.legs).toEqual([
      { carrier: 'blue-dart', tracking_number: '75312963180' },
    ])
    expect(read(answered(shipment('1', [back], fresh))).reports[0]?.legs).toBeNull()
  })

  it('one number of several that is not known, or cannot be read, is its own problem', () => {
    const none = { WaybillNo: '2', Status: 'Incorrect Waybill number', StatusType: 'NF' }
    const { reports, problems } = read(
      answered(shipment('1', [OUT]), none, { WaybillNo: '3', Status: 'OUT' }),
    )
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([
      { tracking_number: '2', code: 'not_found', carrier_code: 'NF' },
      { tracking_number: '3', code: 'bad_answer' },
    ])
  })

  it.each([
    [{ title: 'Unauthorized', status: 401 }, 'unauthorized'],
    [{ ShipmentData: { Error: 'Invalid License Key' } }, 'unauthorized'],
    [{ message: 'Too many requests' }, 'throttled'],
    [{ title: 'Something else' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
