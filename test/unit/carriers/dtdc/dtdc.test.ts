import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/dtdc/codes.ts'
import { dtdc } from '../../../../worker/carriers/dtdc/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const action = (strCode: string, strAction: string, time: string, sTrRemarks = '') => ({
  strCode,
  strAction,
  strManifestNo: '',
  strOrigin: 'MUMBAI APEX',
  strDestination: '',
  strActionDate: '21062025',
  strActionTime: time,
  sTrRemarks,
})
const BOOKED = action('BKD', 'Booked', '1530')
const OUT = action('OUTDLV', 'Out For Delivery', '1611')
const DELIVERED = action('DLV', 'Delivered', '1614', 'SIGN')

const tracked = (actions: readonly unknown[], header: object = {}) => ({
  statusCode: 200,
  statusFlag: true,
  status: 'SUCCESS',
  errorDetails: null,
  trackHeader: {
    strShipmentNo: 'B32242001',
    strStatus: 'Delivered',
    strStatusTransOn: '21062025',
    strStatusTransTime: '1614',
    strRemarks: 'SIGN',
    strBookingType: 'DOM',
    strExpectedDeliveryDate: '22062025',
    ...header,
  },
  trackDetails: actions,
})
const refused = (statusCode: number, words: string) => ({
  statusCode,
  statusFlag: false,
  status: 'FAILED',
  errorDetails: [
    { name: 'strShipmentNo', value: 'B32242001' },
    { name: 'strError', value: words },
  ],
})

describeCarrier({
  carrier: dtdc,
  asking: {
    credentials: { username: 'AB1234_trk_json', password: 'tracking password' },
    parcels: [{ number: 'B32242001', since: 0, courier: null }],
    token: {
      path: '/dtdc-api/api/dtdc/authenticate?username=AB1234_trk_json&password=tracking+password',
      answer: 'AB1234_trk_json:0123456789abcdef\n',
    },
    request: {
      method: 'POST',
      path: '/dtdc-api/rest/JSONCnTrk/getTrackDetails',
      headers: expect.objectContaining({ 'x-access-token': 'AB1234_trk_json:0123456789abcdef' }),
      body: JSON.stringify({ trkType: 'cnno', strcnno: 'B32242001', addtnlDtl: 'Y' }),
    },
    answer: tracked([BOOKED, OUT]),
    changed: { ...tracked([]), trackDetails: undefined, trackActions: [BOOKED] },
  },
})

const read = (body: unknown) => dtdc.read({ contentType: null, body: JSON.stringify(body) })

describe('DTDC', () => {
  it('reads day and time apart, on India’s clocks within India', () => {
    expect(read(tracked([BOOKED])).reports[0]?.scans[0]).toMatchObject({
      at: '2025-06-21T15:30:00+05:30',
      zone: 'Asia/Kolkata',
    })
    expect(read(tracked([BOOKED], { strBookingType: 'INT' })).reports[0]?.scans[0]).toMatchObject({
      at: null,
      local: '2025-06-21T15:30:00',
      zone: null,
    })
  })

  it('a day to expect is over once the parcel is there, and who took it is known', () => {
    const { estimate, handover } = read(tracked([BOOKED, OUT])).reports[0] ?? {}
    expect([estimate, handover]).toEqual([{ from: '2025-06-22', to: '2025-06-22' }, null])
    expect(read(tracked([BOOKED, OUT, DELIVERED])).reports[0]).toMatchObject({
      estimate: null,
      handover: { signed_by: 'SIGN', at: '2025-06-21T16:14:00+05:30' },
    })
  })

  it('says why it was not delivered, as the remark has it', () => {
    const failed = action('NONDLV', 'Not Delivered', '1700', 'PARTY NOT AVAILABLE')
    expect(read(tracked([OUT, failed])).reports[0]?.scans[1]).toMatchObject({
      milestone: 'attempt_failed',
      reason: 'recipient_absent',
      text: 'Not Delivered: PARTY NOT AVAILABLE',
    })
  })

  it('what is delivered on the way back is the sender’s', () => {
    const scans = read(tracked([OUT, action('RTO', 'RTO', '1800'), OUT, DELIVERED])).reports[0]
      ?.scans
    expect(scans?.map(({ milestone }) => milestone)).toEqual([
      'out_for_delivery',
      'returning_to_sender',
      'returning_to_sender',
      'returned_to_sender',
    ])
  })

  it('the header is a scan only where there is no action', () => {
    expect(read(tracked([])).reports[0]?.scans).toMatchObject([
      { text: 'Delivered', milestone: 'delivered', at: '2025-06-21T16:14:00+05:30' },
    ])
  })

  it.each([
    ['inscan', 'Recieved At Destination', 'in_transit', null],
    ['XYZ', 'HELDUP AT CUSTOMS', null, 'customs_hold'],
    ['XYZ', 'POD DISPATCHED', null, null],
    ['XYZ', 'CONSIGNMENT HAS RETURNED', 'returning_to_sender', null],
    ['XYZ', 'RTO DELIVERED', 'returned_to_sender', null],
    ['XYZ', 'Words nobody knows', null, null],
  ])('%s, %s: %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it.each([
    [refused(200, 'NO DATA FOUND FOR THIS CNNO NUMBER'), 'not_found', 'B32242001'],
    [refused(206, 'Partial content'), 'invalid_number', 'B32242001'],
    [{ statusFlag: false, statusCode: 401, message: 'Unauthorized' }, 'unauthorized', null],
    [{ statusFlag: false, statusCode: 500 }, 'down', null],
    [refused(999, 'Something else'), 'bad_answer', 'B32242001'],
  ])('%j is %s', (body, code, tracking_number) => {
    expect(read(body).problems).toMatchObject([{ code, tracking_number }])
  })
})
