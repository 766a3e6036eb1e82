import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/naqel/codes.ts'
import { naqel } from '../../../../worker/carriers/naqel/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const soap = (body: string) =>
  `<?xml version="1.0" encoding="utf-8"?><soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`

const traced = (...activities: readonly string[]) =>
  soap(
    `<TraceByWaybillNoResponse xmlns="http://tempuri.org/"><TraceByWaybillNoResult>${activities.join('')}</TraceByWaybillNoResult></TraceByWaybillNoResponse>`,
  )
const activity = (code: number, words: string, time = '2024-08-15T11:36:00') =>
  `<Tracking><ClientID>0</ClientID><Date>${time}</Date><Activity>${words}</Activity><StationCode>JED</StationCode><WaybillNo>289812708</WaybillNo><HasError>false</HasError><ErrorMessage /><EventCode>${code}</EventCode></Tracking>`
const failed = (words: string) =>
  `<Tracking><Date>0001-01-01T00:00:00</Date><WaybillNo>0</WaybillNo><HasError>true</HasError><ErrorMessage>${words}</ErrorMessage></Tracking>`

const PICKED_UP = activity(1, 'Picked up by Naqel at : JEDDAH')

describeCarrier({
  carrier: naqel,
  asking: {
    credentials: { client_id: '9012345', password: 'a & b' },
    parcels: [{ number: '289812708', since: 0, courier: null }],
    request: {
      method: 'POST',
      path: '/NaqelAPIServices/NaqelAPI/9.0/XMLShippingService.asmx',
      headers: expect.objectContaining({
        soapaction: 'http://tempuri.org/TraceByWaybillNo',
        'content-type': 'text/xml; charset=utf-8',
      }),
      body: expect.stringContaining(
        '<ClientID>9012345</ClientID><Password>a &amp; b</Password><Version>9.0</Version></ClientInfo><WaybillNo>289812708</WaybillNo>',
      ),
    },
    answer: traced(PICKED_UP, activity(5, 'Out for delivery')),
    changed: traced(PICKED_UP).replaceAll('Tracking>', 'Event>'),
    contentType: 'text/xml; charset=utf-8',
  },
})

const read = (body: string) => naqel.read({ contentType: 'text/xml', body })

describe('Naqel', () => {
  it('keeps a station’s clock local', () => {
    expect(read(traced(PICKED_UP)).reports[0]).toMatchObject({
      tracking_number: '289812708',
      scans: [
        {
          code: '1',
          milestone: 'accepted',
          location: 'JED',
          at: null,
          local: '2024-08-15T11:36:00',
        },
      ],
    })
  })

  it.each([
    ['0', 'Shipment created', 'label_created', null],
    ['3', 'Arrived at : RIYADH', 'in_transit', null],
    ['7', 'Delivered', 'delivered', null],
    ['7', 'Delivered to shipper', 'returned_to_sender', null],
    ['168', 'Delivery attempted - Consignee not home', 'attempt_failed', 'recipient_absent'],
    ['999', 'Delivery attempted - Consignee moved', 'attempt_failed', 'recipient_moved'],
    ['999', 'Delivery not attempted due to traffic', null, 'transport_delay'],
    ['999', 'Held by customs for inspection', null, 'customs_hold'],
    ['999', 'Words nobody knows', null, null],
  ])('%s, %s: %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it.each([
    [traced(), 'not_found'],
    [traced(failed('Waybill does not exist')), 'not_found'],
    [traced(failed('Invalid ClientID or Password')), 'unauthorized'],
    [traced(failed('Invalid Waybill')), 'invalid_number'],
    [traced(failed('Something else')), 'bad_answer'],
    [
      soap('<soap:Fault><faultstring>Server was unable to process</faultstring></soap:Fault>'),
      'bad_answer',
    ],
  ])('%s is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
