import { expect } from 'vitest'
import { usps } from '../../../../worker/carriers/usps/index.ts'
import type { End } from '../../../support/carrier-suite.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { event, NUMBER, OUT, parcel } from './samples.ts'

const HANNA_CITY: Omit<End, 'number'> = {
  scans: 10,
  milestone: 'delivered',
  from: '2015-04-23T23:36:00',
  to: '2015-04-28T09:01:00',
}

describeCarrier({
  carrier: usps,
  recorded: {
    folder: 'usps',
    ends: {
      'active_shipping.usps__tracking_response': [
        { ...HANNA_CITY, number: '9102901000462189604217' },
      ],
      // Its status says delivered, its events do not.
      'active_shipping.usps__tracking_response_alt': [
        {
          number: '9102901000462189604217',
          scans: 2,
          milestone: 'out_for_delivery',
          from: null,
          to: '2015-04-28T08:29:00',
        },
      ],
      'active_shipping.usps__tracking_response_batch': [
        { ...HANNA_CITY, number: '9102901000462189604217' },
        { ...HANNA_CITY, number: '5555555555555555555555', scans: 2 },
      ],
      'karrio.tracking': [
        {
          number: '9400109104250532908587',
          scans: 12,
          milestone: 'delivered',
          from: '2024-11-15T11:32:00-05:00',
          to: '2024-11-22T13:58:00-05:00',
        },
      ],
      'karrio.tracking__usps_wt__2025-05-30': [
        {
          number: 'XXXXXXXXXX1',
          scans: 2,
          milestone: 'in_transit',
          from: '2016-01-06T09:10:00',
          to: '2016-01-06T22:45:00',
        },
      ],
      'omniship.usps_in_progress': [
        {
          number: '9202290317456200135409',
          scans: 4,
          milestone: 'in_transit',
          from: '2024-11-23T00:00:00',
          to: '2024-11-26T01:44:00-06:00',
        },
      ],
      'shipit.usps_delivered': [
        {
          number: '9400110200828077631698',
          scans: 9,
          milestone: 'delivered',
          from: '2014-02-10',
          to: '2014-02-13T12:24:00',
        },
      ],
      'shipit.usps_out_for_delivery': [
        {
          number: '9361289949059120447349',
          scans: 5,
          milestone: 'out_for_delivery',
          from: '2014-03-01',
          to: '2014-03-02T08:09:00',
        },
      ],
      'shipit.usps_pre_shipment': [
        {
          number: '9274890109527000983902',
          scans: 1,
          milestone: 'label_created',
          from: '2014-02-28',
          to: '2014-02-28',
        },
      ],
      'shipit.usps_predicted_eta': [
        {
          number: '9400110899236540285381',
          scans: 7,
          milestone: 'in_transit',
          from: '2015-09-21T13:54:00',
          to: '2015-09-25T04:24:00',
        },
      ],
    },
    beside: {
      'active_shipping.usps__tracking_response_batch': [
        ['9405510ee200828613653750', 'not_found'],
        ['CJ422417033US', 'invalid_number'],
      ],
    },
    errors: {
      'active_shipping.usps__invalid_xml_tracking_response_error': ['bad_answer', '-2147219067'],
      'active_shipping.usps__tracking_response_failure': ['not_found', '-2147219302'],
      'active_shipping.usps__tracking_response_not_available': ['not_found', '-2147219301'],
      'active_shipping.usps__tracking_response_test_error': ['bad_answer', '-2147219040'],
      'karrio.auth_error': ['unauthorized', 'invalid_client'],
      'karrio.error': ['bad_answer', 'string'],
      'omniship.usps_not_found': ['not_found', '150001'],
    },
  },
  asking: {
    credentials: { client_id: 'consumer-key', client_secret: 'consumer-secret' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    token: {
      path: '/oauth2/v3/token',
      answer: { access_token: 'bearer-token', token_type: 'Bearer', expires_in: '28799' },
    },
    request: {
      method: 'GET',
      path: `/tracking/v3/tracking/${NUMBER}?expand=DETAIL`,
      headers: expect.objectContaining({ authorization: 'Bearer bearer-token' }),
    },
    answer: parcel([OUT, event('03', 'USPS in possession of item')]),
    changed: { trackingNumber: NUMBER, state: 'Out for Delivery', events: [OUT] },
  },
})
