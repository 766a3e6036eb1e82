import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/imile/codes.ts'
import { imile } from '../../../../worker/carriers/imile/index.ts'
import { ask, goesTo, NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const step = (latestStatus: string, locusDetailed: string, more: object = {}) => ({
  latestStatus,
  latestStatusTime: '2026-03-10 14:51:00',
  latestSite: 'Buraidah Station',
  locusDetailed,
  locusType: 'scan',
  timeZone: 'GMT+03:00',
  ...more,
})
const OUT = step('OFD', 'Shipment out for delivery.')
const tracked = (locus: readonly unknown[], more: object = {}) => ({
  code: '200',
  message: 'success',
  data: {
    billNo: '6050926815554',
    latestStatus: 'Delivered',
    latestStatusTime: '2026-03-10 11:51:47',
    locus,
    ...more,
  },
})
const CREDENTIALS = { customer_id: 'C21000000', secret_key: 'secret/key+1' }
const TOKEN = { code: '200', data: { accessToken: 'a-token', expiresIn: 7200 } }

describeCarrier({
  carrier: imile,
  asking: {
    credentials: CREDENTIALS,
    parcels: [{ number: '6050926815554', since: 0, courier: null }],
    token: { path: '/auth/accessToken/grant', answer: TOKEN },
    request: {
      method: 'POST',
      path: '/client/track/getOne',
      body: JSON.stringify({
        customerId: 'C21000000',
        sign: 'secret/key+1',
        signMethod: 'SimpleKey',
        format: 'json',
        version: '1.0.0',
        timestamp: NOW,
        timeZone: '+0',
        param: { orderType: '1', language: '2', orderNo: '6050926815554' },
        accessToken: 'a-token',
      }),
    },
    answer: tracked([OUT, step('Shipping', 'Parcel shipped.')]),
    changed: { code: '200', data: { billNo: '6050926815554', steps: [OUT] } },
  },
})

const read = (body: unknown) => imile.read({ contentType: null, body: JSON.stringify(body) })

describe('iMile', () => {
  it('puts a clock and its zone together, the step’s before the order’s', () => {
    const steps = [
      OUT,
      step('Shipping', 'Parcel shipped.', { timeZone: null }),
      step('Shipping', 'Parcel shipped.', { timeZone: '+8' }),
    ]
    expect(read(tracked(steps, { timeZone: '-6' })).reports[0]?.scans).toMatchObject([
      { at: '2026-03-10T14:51:00+03:00', local: '2026-03-10T14:51:00' },
      { at: '2026-03-10T14:51:00-06:00' },
      { at: '2026-03-10T14:51:00+08:00' },
    ])
    expect(read(tracked([steps[1]])).reports[0]?.scans).toMatchObject([
      { at: null, local: '2026-03-10T14:51:00', zone: null },
    ])
  })

  it('the status is a scan only where there is no step', () => {
    expect(read(tracked([])).reports[0]?.scans).toMatchObject([{ milestone: 'delivered' }])
    expect(read(tracked([OUT])).reports[0]?.scans).toMatchObject([
      { milestone: 'out_for_delivery' },
    ])
  })

  it.each([
    ['RecevieOrder', 'Received.', 'accepted', null],
    ['Out For Delivery', null, 'out_for_delivery', null],
    ['BTD', 'Delivery failed, customer not available', 'attempt_failed', 'recipient_absent'],
    ['Delivered', 'Delivered.', 'delivered', null],
    ['Delivered', 'Delivered to sender', 'returned_to_sender', null],
    ['1100', null, 'returning_to_sender', null],
    ['SCH', 'Delivery appointment booked.', null, 'rescheduled'],
    ['XYZ', 'Arrived at the sorting center', 'in_transit', null],
    ['XYZ', 'Words nobody knows', null, null],
  ])('%s, %s: %s, %s', (status, words, milestone, reason) => {
    expect(meaningOf(status, words)).toEqual({ milestone, reason })
  })

  it.each([
    [{ code: '200', message: 'success', data: null }, 'not_found'],
    [{ code: '30002', message: 'Order does not exist' }, 'not_found'],
    [{ code: '401', message: 'sign error' }, 'unauthorized'],
    [{ code: 402, message: 'accessToken NotNull' }, 'unauthorized'],
    [{ code: '402', message: 'totalVolume NotNull' }, 'bad_answer'],
    [{ code: '407', message: 'invalid token' }, 'unauthorized'],
    [{ code: '500', message: 'system error' }, 'down'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })

  it('asks the test system only where the account is of it', async () => {
    const access = { token: { value: 'a-token', expiresAt: NOW }, origin: null, now: NOW }
    const asked = (credentials: object) =>
      goesTo(() => ask(imile, { ...access, credentials }, '6050926815554'))
    expect(await asked(CREDENTIALS)).toBe('https://openapi.imile.com/client/track/getOne')
    expect(await asked({ ...CREDENTIALS, environment: 'test' })).toBe(
      'https://openapi.52imile.cn/client/track/getOne',
    )
  })
})
