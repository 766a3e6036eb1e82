import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { api, credentials } from '../../../../worker/carriers/jt-express/client.ts'
import { jtExpress } from '../../../../worker/carriers/jt-express/index.ts'
import { NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const ACCOUNT = { api_account: '640826271705595946', private_key: 'jt-private-key', country: 'th' }
const NUMBER = '821000000001'

const detail = (scanTypeCode: string | number | null, scanTypeName: string | null, more = {}) => ({
  scanTime: '2026-03-10 09:15:00',
  desc: 'Words of J&T',
  scanTypeCode,
  scanTypeName,
  scanNetworkName: 'LatPhrao DC',
  scanNetworkCity: 'Bangkok',
  scanNetworkProvince: 'Bangkok',
  ...more,
})
const answer = (...details: readonly unknown[]) => ({
  code: '1',
  msg: 'success',
  data: [{ billCode: NUMBER, details }],
})

const QUESTION = JSON.stringify({ billCodes: NUMBER })
const digest = (question: string) =>
  createHash('md5').update(`${question}jt-private-key`).digest('base64')

describeCarrier({
  carrier: jtExpress,
  asking: {
    credentials: ACCOUNT,
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'POST',
      path: '/webopenplatformapi/api/logistics/trace',
      headers: expect.objectContaining({
        apiaccount: ACCOUNT.api_account,
        digest: digest(QUESTION),
        timestamp: String(NOW),
        'content-type': 'application/x-www-form-urlencoded',
      }),
      body: new URLSearchParams({ bizContent: QUESTION }).toString(),
    },
    answer: answer(detail(94, 'Delivery scan'), detail(10, 'Pickup scan')),
    changed: { code: '1', msg: 'success', data: [{ waybill: NUMBER, traces: [detail(10, null)] }] },
  },
})

describe('a request to J&T', () => {
  const askedOf = (more: object) => {
    const access = {
      credentials: credentials.parse({ ...ACCOUNT, ...more }),
      token: null,
      origin: null,
      now: NOW,
    }
    return api.ask([{ number: NUMBER, since: 0, courier: null }], access)
  }

  it('names the customer where one is entered, and asks Malaysia in its way', async () => {
    const more = { country: 'my', customer_code: 'ITTEST0001', password: '9C75' }
    const question = `{"customerCode":"ITTEST0001","password":"9C75","billCode":"${NUMBER}"}`
    expect(await askedOf(more)).toMatchObject({
      form: { bizContent: question },
      headers: { digest: digest(question) },
    })
  })

  it.each([
    [{ country: 'my' }, 'https://ylopenapi.jtexpress.my'],
    [{ country: 'eg', environment: 'test' }, 'https://demoopenapi.jtjms-eg.com'],
  ])('of an account with %j goes to %s', (more, origin) => {
    expect(api.origin(credentials.parse({ ...ACCOUNT, ...more }))).toBe(origin)
  })
})

describe('J&T Express', () => {
  const read = (body: unknown) => jtExpress.read({ contentType: null, body: JSON.stringify(body) })
  const only = (said: unknown) => read(answer(said)).reports[0]?.scans[0]

  it('a wall clock stays one, and is an instant where the scan names its offset', () => {
    expect(only(detail(10, null))).toMatchObject({
      at: null,
      local: '2026-03-10T09:15:00',
      zone: null,
      location: 'LatPhrao DC, Bangkok',
      city: 'Bangkok',
    })
    expect(only(detail(10, null, { timeZone: 'GMT+08:00' }))?.at).toBe('2026-03-10T09:15:00+08:00')
    expect(only(detail(10, null, { scanTime: '2024-06-21T13:23:56' }))?.local).toBe(
      '2024-06-21T13:23:56',
    )
  })

  it.each([
    [10, 'accepted', null],
    [94, 'out_for_delivery', null],
    [100, 'delivered', null],
    [101, 'returned_to_sender', null],
    [112, 'out_for_delivery', null],
    [113, 'delivered', null],
    [172, 'returning_to_sender', null],
    [300, 'ended', 'lost'],
    [999, null, null],
  ])('the code %i without words is %s, %s', (code, milestone, reason) => {
    expect(only(detail(code, null))).toMatchObject({ milestone, reason })
  })

  it.each([
    ['Pickup scan', 'accepted', null],
    ['Sending scan', 'in_transit', null],
    ['Delivery scan', 'out_for_delivery', null],
    ['Sign scan', 'delivered', null],
    ['Returned Sign', 'returned_to_sender', null],
    ['Returning', 'returning_to_sender', null],
    ['快件揽收', 'accepted', null],
    ['退件签收', 'returned_to_sender', null],
    ['รับพัสดุ', 'accepted', null],
    ['เซ็นรับพัสดุ', 'delivered', null],
    ['เซ็นรับพัสดุตีกลับ', 'returned_to_sender', null],
    ['สแกนนำจ่ายพัสดุ', 'out_for_delivery', null],
    ['Ký nhận', 'delivered', null],
    ['Problematic scanning', null, 'carrier_exception'],
    ['Some new scan', null, null],
  ])('“%s” without a code is %s, %s', (words, milestone, reason) => {
    expect(only(detail(null, null, { scanType: words }))).toMatchObject({ milestone, reason })
  })

  it('a code of two meanings is left to the words', () => {
    expect(only(detail(110, 'Arrival'))?.milestone).toBe('in_transit')
    expect(only(detail(110, 'Problematic scanning'))?.reason).toBe('carrier_exception')
    expect(only(detail(110, null))).toMatchObject({ milestone: null, reason: null })
  })

  it('says why a delivery failed', () => {
    const said = detail(118, 'Delivery Problem', { desc: 'Customer not at home' })
    expect(only(said)).toMatchObject({ milestone: 'attempt_failed', reason: 'recipient_absent' })
  })

  it('a waybill without scans is not found', () => {
    expect(read(answer()).problems).toMatchObject([{ code: 'not_found', tracking_number: NUMBER }])
  })

  it.each([
    ['145003030', 'headers signature verification failed', 'unauthorized'],
    ['145003012', 'API account has no interface permissions', 'unauthorized'],
    ['145003100', 'Illegal waybill number', 'invalid_number'],
    ['999002000', '数据未找到', 'not_found'],
    ['999001030', 'customerCode or password is wrong', 'unauthorized'],
    ['999001030', 'Data not found', 'not_found'],
    ['145003050', 'Illegal parameters', 'bad_answer'],
  ])('%s, %s: %s', (code, msg, means) => {
    expect(read({ code, msg, data: null }).problems).toMatchObject([
      { code: means, carrier_code: code, message: msg },
    ])
  })
})
