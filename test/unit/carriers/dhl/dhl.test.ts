import { expect } from 'vitest'
import { dhl } from '../../../../worker/carriers/dhl/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { EVENTS, shipment } from './shipments.ts'

describeCarrier({
  carrier: dhl,
  recorded: {
    folder: 'dhl_universal',
    ends: {
      'dhl_unified.delivered_with_time': [
        {
          number: '',
          scans: 1,
          milestone: 'delivered',
          from: '2023-06-14T11:18:00+02:00',
          to: '2023-06-14T11:18:00+02:00',
        },
      ],
      'dhl_unified.events_oldest_first_no_status_block': [
        {
          number: '',
          scans: 2,
          milestone: 'delivered',
          from: '2023-06-13T09:42:00Z',
          to: '2023-06-14T11:18:00Z',
        },
      ],
      'dhl_unified.out_for_delivery_only_in_status_description': [
        {
          number: '',
          scans: 1,
          milestone: 'out_for_delivery',
          from: '2023-06-14T07:05:00+02:00',
          to: '2023-06-14T07:05:00+02:00',
        },
      ],
      'dhl_unified.pre_transit': [
        {
          number: '7777777770',
          scans: 1,
          milestone: 'label_created',
          from: '2018-03-02T07:53:47Z',
          to: '2018-03-02T07:53:47Z',
        },
      ],
      'dhl_unified.ready_for_pickup_division_code': [
        { number: '', scans: 1, milestone: 'ready_for_pickup', from: null, to: null },
      ],
      // Its status code says pre-transit, its status DELIVERED and its remark that customs has it.
      'karrio.tracking': [
        {
          number: '7777777770',
          scans: 1,
          milestone: 'label_created',
          from: '2018-03-02T07:53:47',
          to: '2018-03-02T07:53:47',
        },
      ],
      'karrio.tracking__2023-04-20': [
        {
          number: '7777777770',
          scans: 1,
          milestone: 'label_created',
          from: '2018-03-02T07:53:47',
          to: '2018-03-02T07:53:47',
        },
      ],
    },
    errors: {
      'dhl_unified.error_404_problem_json': ['not_found', '404'],
      'karrio.tracking_error': ['not_found', '404'],
    },
  },
  asking: {
    credentials: { api_key: 'dhl-api-key' },
    parcels: [{ number: '00340434292135100186', since: 0, courier: null }],
    request: {
      method: 'GET',
      path: '/track/shipments?trackingNumber=00340434292135100186&language=en',
      headers: expect.objectContaining({ 'dhl-api-key': 'dhl-api-key' }),
    },
    answer: { shipments: [shipment()] },
    changed: { shipments: [{ number: '00340434292135100186', scans: EVENTS }] },
    statuses: { 400: 'invalid_number', 404: 'not_found' },
  },
})
