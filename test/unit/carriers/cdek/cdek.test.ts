import { describe, expect, it } from 'vitest'
import { cdek } from '../../../../worker/carriers/cdek/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = '1105661402'

const status = (code: string, more: object = {}) => ({
  code,
  name: 'Статус',
  date_time: '2026-03-10T16:19:26+0700',
  city: 'Новосибирск',
  ...more,
})

const order = (entity: object = {}, beside: object = {}) => ({
  entity: {
    uuid: '72753031-ebf7-4f15-8d23-dc6951808d69',
    is_return: false,
    cdek_number: NUMBER,
    number: '1580203165',
    delivery_point: 'NSK33',
    statuses: [status('CREATED')],
    ...entity,
  },
  requests: [{ type: 'GET', state: 'ACCEPTED', errors: [] }],
  ...beside,
})

describeCarrier({
  carrier: cdek,
  recorded: {
    folder: 'cdek',
    ends: {
      statusreportminimal: [
        {
          number: '1234567',
          scans: 1,
          milestone: 'label_created',
          from: '2018-09-01T02:10:00+00:00',
          to: '2018-09-01T02:10:00+00:00',
        },
      ],
      statusreportresponse: [
        {
          number: '1000028000',
          scans: 17,
          milestone: 'delivered',
          from: '2018-03-21T14:54:13+00:00',
          to: '2018-04-06T10:33:42+00:00',
        },
        {
          number: '1000356200',
          scans: 8,
          milestone: 'delivered',
          from: '2018-04-01T14:15:20+00:00',
          to: '2018-04-07T12:29:39+00:00',
        },
      ],
      statusreportresponsedateonly: [
        {
          number: '1000028000',
          scans: 2,
          milestone: 'delivered',
          from: '2018-03-21T14:54:13+00:00',
          to: '2018-04-06T10:33:42+00:00',
        },
        {
          number: '1000356200',
          scans: 3,
          milestone: 'delivered',
          from: '2011-04-01T14:15:20+00:00',
          to: '2011-04-07T12:29:39+00:00',
        },
      ],
      statusreportreturnorder: [
        {
          number: '100000100',
          scans: 3,
          milestone: 'returning_to_sender',
          reason: 'refused',
          condition: 'problem',
          from: '2018-10-01T15:00:00+00:00',
          to: '2018-10-10T15:20:00+00:00',
        },
        {
          number: '10000200',
          scans: 2,
          milestone: 'returning_to_sender',
          from: '2018-10-10T15:20:00+00:00',
          to: '2018-10-10T15:20:00+00:00',
        },
      ],
      v2_order_info_created: [
        {
          number: NUMBER,
          scans: 2,
          milestone: 'label_created',
          from: '2020-01-28T16:19:26+07:00',
          to: '2020-01-28T16:19:28+07:00',
        },
      ],
    },
    errors: { statusreportfailed: ['not_found', 'ERR_INVALID_DISPATCHNUMBER'] },
  },
  asking: {
    credentials: {
      account: 'the-account',
      secure_password: 'the-password',
      environment: 'production',
    },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    token: {
      path: '/v2/oauth/token',
      answer: { access_token: 'the-token', token_type: 'bearer', expires_in: 3599 },
    },
    request: {
      method: 'GET',
      path: `/v2/orders?cdek_number=${NUMBER}`,
      headers: expect.objectContaining({ authorization: 'Bearer the-token' }),
    },
    answer: order(),
    changed: { entity: { cdek_number: NUMBER, history: [status('CREATED')] }, requests: [] },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  cdek.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]
const meaningOf = (one: object, entity: object = {}) => {
  const { milestone, reason } = reportOf(order({ statuses: [one], ...entity }))?.scans[0] ?? {}
  return [milestone, reason]
}

describe('a status of CDEK', () => {
  it.each([
    [status('RETURNED_TO_SENDER_CITY_WAREHOUSE'), 'in_transit', null],
    [status('RETURNED_TO_RECIPIENT_CITY_WAREHOUSE'), 'attempt_failed', null],
    [status('POSTOMAT_POSTED'), 'ready_for_pickup', null],
    [status('POSTOMAT_SEIZED'), 'returning_to_sender', 'unclaimed'],
    [status('POSTOMAT_RECEIVED'), 'delivered', null],
    [status('NOT_DELIVERED', { reason_code: 23 }), 'returning_to_sender', 'unclaimed'],
    [status('NOT_DELIVERED', { reason_code: '26' }), 'ended', 'lost'],
    [status('NOT_DELIVERED', { reason_code: '' }), 'returning_to_sender', null],
    [status('DELIVERED', { reason_code: '20' }), 'delivered', null],
    [status('INVALID'), null, 'data_missing'],
    [status('SOMETHING_NEW'), null, null],
  ])('%j is %s, %s', (one, milestone, reason) => {
    expect(meaningOf(one)).toEqual([milestone, reason])
  })

  it.each([
    ['CREATED', 'label_created'],
    ['ACCEPTED_AT_PICK_UP_POINT', 'returning_to_sender'],
    ['DELIVERED', 'returned_to_sender'],
  ])('%s of an order that brings something back is %s', (code, milestone) => {
    expect(meaningOf(status(code), { is_return: true })).toEqual([milestone, null])
  })

  it('that was deleted is taken back', () => {
    const statuses = [status('CREATED'), status('DELIVERED', { deleted: true })]
    const report = reportOf(order({ statuses }))
    expect(report?.scans.map(({ withdrawn }) => withdrawn)).toEqual([undefined, true])
    expect(report?.handover).toBeNull()
  })

  it('has the instant, and not the clock of CDEK’s servers', () => {
    expect(reportOf(order())?.scans).toMatchObject([
      { at: '2026-03-10T16:19:26+07:00', local: null, zone: null, city: 'Новосибирск' },
    ])
  })
})

describe('an order of CDEK', () => {
  it('that waits says where and until when', () => {
    const statuses = [status('CREATED'), status('ACCEPTED_AT_PICK_UP_POINT')]
    const waiting = order({ statuses, keep_free_until: '2026-03-17T16:59:59Z' })
    expect(reportOf(waiting)?.pickup).toMatchObject({
      name: 'NSK33',
      until: '2026-03-17T16:59:59Z',
    })
    expect(reportOf(order())?.pickup).toBeNull()
  })

  it('has a planned day, hours that were agreed, and the order that brings it back', () => {
    const related_entities = [
      { type: 'return_order', uuid: '1', cdek_number: '1105661499' },
      { type: 'delivery', uuid: '2', date: '2026-03-12', time_from: '10:00', time_to: '14:00' },
    ]
    const body = order({}, { related_entities, planned_delivery_date: '2026-03-12' })
    expect(reportOf(body)).toMatchObject({
      estimate: { from: '2026-03-12', to: '2026-03-12' },
      window: { from: '2026-03-12T10:00:00', to: '2026-03-12T14:00:00', zone: null },
      legs: [{ carrier: 'cdek', tracking_number: '1105661499' }],
    })
  })

  it('keeps what a courier met beside its statuses', () => {
    const delivery_problem = [{ code: '13', create_date: '2026-03-11T10:00:00+0700' }]
    expect(reportOf(order({ delivery_problem }))?.scans[1]).toMatchObject({
      at: '2026-03-11T10:00:00+07:00',
      code: 'DELIV_PROBLEM 13',
      milestone: null,
      reason: 'recipient_absent',
    })
  })

  it('that was handed over says to whom', () => {
    const body = order({
      statuses: [status('DELIVERED')],
      delivery_detail: { recipient_name: 'Иванов И.' },
      planned_delivery_date: '2026-03-12',
    })
    expect(reportOf(body)).toMatchObject({
      estimate: null,
      handover: { to: 'unknown', at: '2026-03-10T16:19:26+07:00', signed_by: 'Иванов И.' },
    })
  })
})

describe('an error of CDEK', () => {
  const invalid = (code: string) => ({
    requests: [{ type: 'GET', state: 'INVALID', errors: [{ code, message: 'No' }] }],
    related_entities: [],
  })

  it.each([
    [invalid('v2_entity_not_found'), 'not_found'],
    [invalid('v2_order_forbidden'), 'not_found'],
    [invalid('v2_invalid_format'), 'invalid_number'],
    [invalid('v2_internal_error'), 'down'],
    [{ errors: [{ code: 'v2_token_expired', message: 'No' }] }, 'unauthorized'],
    [{ error: 'invalid_client', error_description: 'Bad client credentials' }, 'unauthorized'],
    [{ status: 401, error: 'Unauthorized', path: '/v2/orders' }, 'unauthorized'],
    [invalid('something_new'), 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code, tracking_number: null }])
  })
})
