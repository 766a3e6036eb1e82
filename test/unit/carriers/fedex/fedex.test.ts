import { expect } from 'vitest'
import { fedex } from '../../../../worker/carriers/fedex/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { answer, entry, OUT, PICKED_UP, result } from './samples.ts'

const CREDENTIALS = {
  client_id: 'key',
  client_secret: 'secret-key',
  webhook_token: 'token-of-hook',
}

const ENDS = {
  'active_shipping.fedex__tracking_response_delivered_at_door': [
    '403934084723025',
    10,
    'delivered',
    '2014-01-03T00:00:00',
    '2014-01-08T12:53:10-08:00',
  ],
  'active_shipping.fedex__tracking_response_delivered_at_facility': [
    '843119172384577',
    19,
    'delivered',
    '2013-12-26T20:59:00-06:00',
    '2014-01-08T18:03:00-08:00',
    ['RR'],
  ],
  'active_shipping.fedex__tracking_response_delivered_with_signature': [
    '449044304137821',
    11,
    'delivered',
    '2013-12-30T13:15:00-05:00',
    '2014-01-02T13:23:29-05:00',
  ],
  'active_shipping.fedex__tracking_response_empty_status_detail': [
    '123456789012',
    0,
    'pending',
    null,
    null,
  ],
  'active_shipping.fedex__tracking_response_missing_status_code': [
    '123456789012',
    0,
    'pending',
    null,
    null,
  ],
  'active_shipping.fedex__tracking_response_in_transit': [
    '123456789012',
    1,
    'in_transit',
    '2014-11-18T18:13:00+11:00',
    '2014-11-18T18:13:00+11:00',
  ],
  'active_shipping.fedex__tracking_response_shipment_exception': [
    '957794015041323',
    8,
    'in_transit',
    '2014-01-27T17:00:00-05:00',
    '2014-01-28T17:43:08-06:00',
  ],
  'active_shipping.fedex__tracking_response_with_blank_state': [
    '798701052354',
    1,
    'delivered',
    '2014-05-08T19:02:00+00:00',
    '2014-05-08T19:02:00+00:00',
  ],
  'karrio.tracking': [
    '123456789012',
    1,
    'accepted',
    '2018-02-02T12:01:00-07:00',
    '2018-02-02T12:01:00-07:00',
  ],
  'karrio.tracking__2022-12-04': [
    '794887075005',
    1,
    'label_created',
    '2016-11-17T03:13:01-06:00',
    '2016-11-17T03:13:01-06:00',
  ],
  'karrio.tracking__fedex_ws__2025-05-30': [
    '794887075005',
    3,
    'accepted',
    '2022-12-02T09:56:11-06:00',
    '2022-12-02T14:24:00-07:00',
    ['AE'],
  ],
  'shipit.fedex_delivered': [
    '858871312004',
    7,
    'delivered',
    '2014-02-15T10:57:00-05:00',
    '2014-02-17T09:05:00-05:00',
  ],
  'shipit.fedex_missing_location': [
    '61299998245239562042',
    3,
    'in_transit',
    '2015-12-02T22:32:30-06:00',
    '2015-12-08T17:33:00-08:00',
  ],
} as const

describeCarrier({
  carrier: fedex,
  recorded: {
    folder: 'fedex',
    ends: Object.fromEntries(
      Object.entries(ENDS).map(([name, [number, scans, milestone, from, to, silent = []]]) => [
        name,
        [{ number, scans, milestone, from, to, silent }],
      ]),
    ),
    beside: { 'karrio.tracking': [['39936862321', 'not_found']] },
    errors: {
      'active_shipping.fedex__tracking_response_bad_tracking_number': ['invalid_number', '5508'],
      'active_shipping.fedex__tracking_response_failure_code_9045': ['down', '9045'],
      'active_shipping.fedex__tracking_response_failure_code_9080': ['down', '9080'],
      'active_shipping.fedex__tracking_response_invalid_tracking_number': [
        'invalid_number',
        '6035',
      ],
      'active_shipping.fedex__tracking_response_multiple_results': ['invalid_number', null],
      'active_shipping.fedex__tracking_response_not_found': ['not_found', '9040'],
      'active_shipping.fedex__tracking_response_unable_to_process': ['down', '6330'],
      'karrio.error': ['invalid_number', 'TRACKING.TRACKINGNUMBER.EMPTY'],
      'karrio.error_tracking__2023-11-25': ['unauthorized', 'BAD.REQUEST.ERROR'],
      'karrio.error_tracking__fedex_ws__2025-05-30': ['invalid_number', '6035'],
      'karrio.tracking_auth_error__fedex_ws__2025-05-30': ['unauthorized', '1000'],
      'omniship.fedex_not_found': ['not_found', 'TRACKING.TRACKINGNUMBER.NOTFOUND'],
    },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [
      { number: '794887075005', since: 0, courier: null },
      { number: '858871312004', since: 0, courier: null },
    ],
    token: {
      path: '/oauth/token',
      answer: { access_token: 'bearer-token', token_type: 'bearer', expires_in: 3599 },
    },
    request: {
      method: 'POST',
      path: '/track/v1/trackingnumbers',
      headers: expect.objectContaining({
        authorization: 'Bearer bearer-token',
        'x-locale': 'en_US',
      }),
      body: JSON.stringify({
        includeDetailedScans: true,
        trackingInfo: [
          { trackingNumberInfo: { trackingNumber: '794887075005' } },
          { trackingNumberInfo: { trackingNumber: '858871312004' } },
        ],
      }),
    },
    answer: answer(
      entry('794887075005', result('794887075005', [OUT, PICKED_UP])),
      entry('858871312004', result('858871312004', [PICKED_UP])),
    ),
    changed: {
      output: { results: [{ number: '794887075005', tracks: [{ events: [OUT, PICKED_UP] }] }] },
    },
  },
})
