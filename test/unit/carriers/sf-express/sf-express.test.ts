import { describe, expect, it } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/sf-express/codes.ts'
import { sfExpress } from '../../../../worker/carriers/sf-express/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBERS = ['SF1011603494291', 'SF1011603494292'] as const

const PICKED_UP = {
  acceptTime: '2026-03-09 10:11:26',
  acceptAddress: '深圳市',
  opCode: '50',
  remark: '顺丰速运 已收取快件',
}
const SIGNED = { ...PICKED_UP, acceptTime: '2026-03-10 18:11:26', opCode: '80', remark: '已签收' }

const service = (...routeResps: unknown[]) => ({
  success: true,
  errorCode: 'S0000',
  errorMsg: null,
  msgData: { routeResps },
})

/** As the platform sends it: the service's answer is a text. */
const platform = (data: unknown) => ({
  apiErrorMsg: '',
  apiResponseID: '1',
  apiResultCode: 'A1000',
  apiResultData: JSON.stringify(data),
})

describeCarrier({
  carrier: sfExpress,
  recorded: {
    folder: 'sf_express',
    ends: {
      'karrio.tracking__2023-11-25': [
        {
          number: 'SF1011603494291',
          scans: 2,
          milestone: 'delivered',
          from: '2019-05-09T10:11:26+08:00',
          to: '2019-05-09T18:11:26+08:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { partner_id: 'PARTNER', check_word: 'check-word' },
    parcels: NUMBERS.map((number) => ({ number, since: 0, courier: null })),
    token: {
      path: '/oauth2/accessToken',
      answer: { apiResultCode: 'A1000', accessToken: 'sf-access-token', expiresIn: 7200 },
    },
    request: {
      method: 'POST',
      path: '/std/service',
      body: expect.stringMatching(
        /serviceCode=EXP_RECE_SEARCH_ROUTES.*accessToken=sf-access-token.*SF1011603494291/,
      ),
    },
    answer: platform(
      service(...NUMBERS.map((mailNo) => ({ mailNo, routes: [PICKED_UP, SIGNED] }))),
    ),
    changed: platform({ success: true, errorCode: 'S0000', msgData: { routes: [PICKED_UP] } }),
  },
})

describe('SF Express', () => {
  const read = (body: unknown) => sfExpress.read({ contentType: null, body: JSON.stringify(body) })

  it('the service’s answer is read within the platform’s, and by itself', () => {
    const answer = service({ mailNo: 'SF1', routes: [PICKED_UP] })
    expect(read(platform(answer))).toEqual(read(answer))
    expect(() => read({ apiResultCode: 'A1000', apiResultData: 'no JSON' })).toThrow(/structure/)
  })

  it('a number without routes is not found', () => {
    expect(read(service({ mailNo: 'SF1', routes: [] }))).toMatchObject({
      reports: [],
      problems: [{ code: 'not_found', tracking_number: 'SF1' }],
    })
  })

  it.each([
    [{ apiResultCode: 'A1006', apiErrorMsg: 'digest is wrong' }, 'unauthorized', 'A1006'],
    [{ apiResultCode: 'A1007', apiErrorMsg: 'too often' }, 'throttled', 'A1007'],
    [platform({ success: false, errorCode: '20035', errorMsg: '查无此单' }), 'not_found', '20035'],
    [platform({ success: 'false', errorCode: 'X9', errorMsg: '?' }), 'bad_answer', 'X9'],
  ])('%j is %s', (body, code, carrier_code) => {
    expect(read(body).problems).toMatchObject([{ code, carrier_code }])
  })

  it.each([
    ['80', '已签收', 'delivered', null],
    ['999', '快件派送不成功(收方客户拒收快件)', 'attempt_failed', null],
    ['999', '快件到达 【深圳集散中心】', 'in_transit', null],
    ['999', 'The shipment is out for delivery', 'out_for_delivery', null],
    ['999', '不明', null, null],
  ])('%s, %s: %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })
})
