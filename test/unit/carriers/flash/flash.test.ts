import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { credentials, signed } from '../../../../worker/carriers/flash/client.ts'
import { flash } from '../../../../worker/carriers/flash/index.ts'
import { goesTo, NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const ACCOUNT = { merchant_id: 'AA0001', key: 'flash-secret-key' }
const NUMBERS = ['TH01010000001A', 'TH01010000002A'] as const

const route = (routeAction: string, minute: number, more: object = {}) => ({
  routedAt: Date.parse('2026-03-10T02:00:00Z') / 1000 + minute * 60,
  routeAction,
  message: 'Words of Flash',
  state: 2,
  ...more,
})
const parcel = (pno: string, ...routes: readonly unknown[]) => ({
  pno,
  origPno: pno,
  returnedPno: null,
  customaryPno: null,
  state: 2,
  stateText: 'In transit',
  stateChangeAt: 1_773_108_000,
  routes,
})
const answer = (data: unknown) => ({ code: 1, message: 'success', data })

describeCarrier({
  carrier: flash,
  asking: {
    credentials: ACCOUNT,
    parcels: NUMBERS.map((number) => ({ number, since: 0, courier: null })),
    request: {
      method: 'POST',
      path: '/open/v1/orders/routesBatch',
      headers: expect.objectContaining({
        'accept-language': 'en',
        'content-type': 'application/x-www-form-urlencoded',
      }),
      body: expect.stringMatching(
        /^mchId=AA0001&nonceStr=[0-9a-f]{32}&pnos=TH01010000001A%2CTH01010000002A&sign=[0-9A-F]{64}$/,
      ),
    },
    answer: answer(NUMBERS.map((number) => parcel(number, route('RECEIVED', 1)))),
    changed: answer(NUMBERS.map((number) => ({ waybill: number, events: [] }))),
  },
})

describe('a request to Flash', () => {
  const sha = (text: string) => createHash('sha256').update(text).digest('hex').toUpperCase()

  it('is signed over its parameters by name, and the key', async () => {
    const { sign } = await signed({ pnos: 'B,A', mchId: 'AA0001', nonceStr: '1' }, 'k')
    expect(sign).toBe(sha('mchId=AA0001&nonceStr=1&pnos=B,A&key=k'))
  })

  it('is signed without what is blank', async () => {
    const { sign } = await signed({ mchId: 'AA0001', remark: ' \t', nonceStr: '1' }, 'k')
    expect(sign).toBe(sha('mchId=AA0001&nonceStr=1&key=k'))
  })

  it.each([
    [{}, 'https://open-api.flashexpress.com'],
    [{ environment: 'training' }, 'https://open-api-tra.flashexpress.com'],
    [{ country: 'ph' }, 'https://open-api.flashexpress.ph'],
  ])('of an account with %j goes to %s', async (more, origin) => {
    const access = {
      credentials: credentials.parse({ ...ACCOUNT, ...more }),
      token: null,
      origin: null,
      now: NOW,
    }
    const parcels = [{ number: NUMBERS[0], since: 0, courier: null }]
    expect(await goesTo(() => flash.track(parcels, access))).toBe(
      `${origin}/open/v1/orders/routesBatch`,
    )
  })
})

describe('Flash Express', () => {
  const read = (body: unknown) => flash.read({ contentType: null, body: JSON.stringify(body) })
  const only = (said: unknown) => read(answer([parcel('TH01', said)])).reports[0]?.scans[0]

  it.each([
    ['RECEIVED', 'accepted', null],
    ['ARRIVAL_WAREHOUSE_SCAN', 'in_transit', null],
    ['DETAIN_WAREHOUSE', 'in_transit', 'held'],
    ['DELIVERY_TICKET_CREATION_SCAN', 'out_for_delivery', null],
    ['DELIVERY_CONFIRM', 'delivered', null],
    ['SYSTEM_AUTO_RETURN', 'returning_to_sender', null],
    ['CANCEL_PARCEL', 'cancelled', null],
    ['HURRY_PARCEL', null, null],
  ])('%s is %s, %s', (action, milestone, reason) => {
    expect(only(route(action, 0))).toMatchObject({
      at: '2026-03-10T02:00:00Z',
      code: action,
      milestone,
      reason,
    })
  })

  it('an action nobody knows is as good as its state, and a state nobody knows is nothing', () => {
    expect(only(route('NEW_SCAN', 0, { state: 3 }))?.milestone).toBe('out_for_delivery')
    expect(only(route('NEW_SCAN', 0, { state: 42 }))?.milestone).toBeNull()
  })

  it('reads the action by its other name, of a lone parcel', () => {
    const said = { ...route('', 0), routeAction: undefined, routedAction: 'DELIVERY_CONFIRM' }
    const { reports } = read(answer(parcel('TH01', said)))
    expect(reports).toMatchObject([
      { tracking_number: 'TH01', scans: [{ milestone: 'delivered' }] },
    ])
  })

  it('says why a parcel was brought back', () => {
    const said = route('DIFFICULTY_HANDOVER', 0, { message: 'Customer not at home' })
    expect(only(said)).toMatchObject({ milestone: 'attempt_failed', reason: 'recipient_absent' })
  })

  it('a parcel that goes back has another number, under which delivered is at the sender', () => {
    const gone = { ...parcel('TH01', route('SYSTEM_AUTO_RETURN', 1)), returnedPno: 'TH02' }
    const back = {
      ...parcel('TH02', route('DELIVERY_CONFIRM', 9), route('RECEIVED', 2)),
      customaryPno: 'TH01',
    }
    const [first, second] = read(answer([gone, back])).reports
    expect(first?.legs).toEqual([{ carrier: 'flash', tracking_number: 'TH02' }])
    expect(second?.scans.map(({ milestone }) => milestone)).toEqual([
      'returned_to_sender',
      'returning_to_sender',
    ])
  })

  it('a state without routes is the only one there is; nothing at all is not found', () => {
    const { reports, problems } = read(
      answer([parcel('TH01'), { pno: 'TH02', state: null, routes: [] }]),
    )
    expect(reports).toMatchObject([
      { scans: [{ code: '2', text: 'In transit', milestone: 'in_transit' }] },
    ])
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: 'TH02' }])
  })

  it.each([
    [0, 'down'],
    [1000, 'bad_answer'],
    [1001, 'unauthorized'],
    [1002, 'unauthorized'],
    [1006, 'not_found'],
    [1019, 'not_found'],
  ])('the code %i is %s', (code, meaning) => {
    expect(read({ code, message: 'Words', data: null }).problems).toMatchObject([
      { code: meaning, carrier_code: String(code), message: 'Words' },
    ])
  })
})
