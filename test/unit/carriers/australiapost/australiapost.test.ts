import { describe, expect, it } from 'vitest'
import { australiapost } from '../../../../worker/carriers/australiapost/index.ts'
import { meaningOf } from '../../../../worker/carriers/australiapost/words.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { shared } from '../../../support/shared.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const ONBOARD = {
  location: 'ALEXANDRIA NSW',
  description: 'Onboard for delivery',
  date: '2026-03-10T06:08:51+11:00',
}
const PROCESSED = {
  location: 'CHULLORA NSW',
  description: 'Processed through Australia Post facility',
  date: '2026-03-09T19:40:19+11:00',
}

const result = (tracking_id: string, events: readonly unknown[], more: object = {}) => ({
  tracking_id,
  status: 'In transit',
  trackable_items: [{ article_id: tracking_id, events, ...more }],
})

describeCarrier({
  carrier: australiapost,
  recorded: {
    folder: 'australiapost',
    ends: {},
    errors: {
      'karrio.error': ['bad_answer', '51101'],
      'karrio.error__2024-02-04': ['throttled', 'API_002'],
      // One number of two; the other one is read below.
      'karrio.tracking__2024-02-04': ['invalid_number', 'ESB-10001'],
    },
  },
  asking: {
    credentials: { api_key: 'auspost-key', password: 'auspost-pass', account_number: '1234567890' },
    parcels: ['7XX1000634011427', '33XXX0000001'].map((number) => ({
      number,
      since: 0,
      courier: null,
    })),
    request: {
      method: 'GET',
      path: '/shipping/v1/track?tracking_ids=7XX1000634011427,33XXX0000001',
      headers: expect.objectContaining({
        authorization: `Basic ${btoa('auspost-key:auspost-pass')}`,
        'account-number': '1234567890',
      }),
    },
    answer: {
      tracking_results: [
        result('7XX1000634011427', [ONBOARD, PROCESSED]),
        result('33XXX0000001', [PROCESSED]),
      ],
    },
    changed: { results: [{ id: '7XX1000634011427', scans: [ONBOARD] }] },
    statuses: { 404: 'not_found' },
  },
})

const read = (tracking_results: readonly unknown[]) =>
  australiapost.read({ contentType: null, body: JSON.stringify({ tracking_results }) })

shared.describe('the recorded parcel of Australia Post', () => {
  const payload = shared
    .payloads('australiapost')
    .find(({ name }) => name === 'karrio.tracking__2024-02-04')
  const report = australiapost.read({
    contentType: null,
    body: payload?.response ?? '{}',
  }).reports[0]

  it('keeps every scan with its offset, and reads each', () => {
    expect(report?.tracking_number).toBe('7XX1000634011427')
    expect(report?.scans.map(({ at, milestone }) => [at, milestone])).toEqual([
      ['2014-05-30T14:43:09+10:00', 'delivered'],
      ['2014-05-30T06:08:51+10:00', 'out_for_delivery'],
      ['2014-05-29T19:40:19+10:00', 'in_transit'],
      ['2014-05-29T10:16:00+10:00', 'in_transit'],
      ['2014-05-26T05:00:00+10:00', 'in_transit'],
      ['2014-05-26T05:00:00+10:00', 'in_transit'],
      ['2014-05-23T14:27:15+10:00', 'label_created'],
    ])
    expect(report?.scans.map(({ city }) => city)).toEqual([
      'ALEXANDRIA',
      'ALEXANDRIA',
      'CHULLORA',
      'SYDNEY',
      'JOHN F. KENNEDY APT/NEW YORK',
      'JOHN F. KENNEDY APT/NEW YORK',
      null,
    ])
  })
})

describe('Australia Post', () => {
  it('understands every status of the connector’s map', () => {
    const says = (words: string) => {
      const { milestone, reason } = meaningOf(words)
      return milestone !== null || reason !== null
    }
    expect(unknownTo('australiapost', says)).toEqual([])
  })

  it.each([
    ['Delivered to sender', 'returned_to_sender', null],
    ['Item being returned to sender', 'returning_to_sender', null],
    ['Delivered to a parcel locker', 'ready_for_pickup', null],
    ['Attempted delivery, card left', 'attempt_failed', 'recipient_absent'],
    ['Cannot be delivered', null, 'carrier_exception'],
    ['Picked up from sender', 'accepted', null],
    ['Collected from the post office', 'delivered', null],
    ['Some words nobody knows', null, null],
  ])('%s is %s, %s', (words, milestone, reason) => {
    expect(meaningOf(words)).toEqual({ milestone, reason })
  })

  it('a consignment has the scans of all its articles', () => {
    const items = [
      { article_id: 'C1A', events: [ONBOARD] },
      { article_id: 'C1B', events: [PROCESSED] },
    ]
    const { reports } = read([result('C1', [], { items })])
    expect(reports).toMatchObject([{ tracking_number: 'C1' }])
    expect(reports[0]?.scans).toHaveLength(2)
  })

  it('a status counts where there are no events, and not beside them', () => {
    expect(read([result('A', [])]).reports[0]?.scans).toMatchObject([
      { text: 'In transit', milestone: 'in_transit', at: null, local: null },
    ])
    expect(read([result('A', [ONBOARD])]).reports[0]?.scans).toHaveLength(1)
  })

  it('a number with neither articles nor errors is a change of its structure', () => {
    expect(() => read([{ tracking_id: 'A' }])).toThrow(/structure/)
  })
})
