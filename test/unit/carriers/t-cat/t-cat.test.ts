import { describe, expect, it } from 'vitest'
import { tCat } from '../../../../worker/carriers/t-cat/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const status = (StatusId: string, StatusName: string, CreateDateTime: string) => ({
  StatusId,
  StatusName,
  CreateDateTime,
  StationName: '板橋營業所',
})
const FETCHED = status('100', '已集貨', '20260309183000')
const OUT = status('154', '當配上車', '20260310081500')
const consignment = (OBTNumber: string, ...StatusList: readonly object[]) => ({
  OBTNumber,
  OrderId: '1001',
  CustomerId: '1234567890',
  ...StatusList[0],
  StatusList,
})
const answer = (...OBTs: readonly unknown[]) => ({
  SrvTranId: '1',
  IsOK: 'Y',
  Message: '',
  Data: { OBTs },
})

describeCarrier({
  carrier: tCat,
  asking: {
    credentials: { customer_id: '1234567890', customer_token: 'tcat-token' },
    parcels: [
      { number: '903100000001', since: 0, courier: null },
      { number: '903100000002', since: 0, courier: null },
    ],
    request: {
      method: 'POST',
      path: '/api/Egs/OBTStatus',
      body: JSON.stringify({
        CustomerId: '1234567890',
        CustomerToken: 'tcat-token',
        OBTNumbers: ['903100000001', '903100000002'],
      }),
    },
    answer: answer(consignment('903100000001', OUT, FETCHED), consignment('903100000002', FETCHED)),
    changed: { IsOK: 'Y', Data: { Consignments: [consignment('903100000001', OUT)] } },
  },
})

describe('T-Cat', () => {
  const read = (body: unknown) => tCat.read({ contentType: null, body: JSON.stringify(body) })
  const refusal = (Message: string) => ({ SrvTranId: '1', IsOK: 'N', Message, Data: null })

  it('reads each status at its office, on the clock of Taiwan', () => {
    expect(read(answer(consignment('903100000001', OUT, FETCHED))).reports[0]?.scans).toMatchObject(
      [
        {
          at: '2026-03-10T08:15:00+08:00',
          location: '板橋營業所',
          code: '154',
          text: '當配上車',
          milestone: 'out_for_delivery',
        },
        { at: '2026-03-09T18:30:00+08:00', milestone: 'accepted' },
      ],
    )
  })

  it('reads a time with slashes as well', () => {
    const said = status('301', '配完', '2026/03/10 10:05:06')
    expect(read(answer(consignment('903100000001', said))).reports[0]?.scans).toMatchObject([
      { at: '2026-03-10T10:05:06+08:00', milestone: 'delivered' },
    ])
  })

  it.each([
    ['211', 'attempt_failed', 'recipient_absent'],
    ['215', 'attempt_failed', 'refused'],
    ['159', 'in_transit', 'held'],
    ['161', 'returning_to_sender', null],
    ['305', 'returned_to_sender', null],
    ['183', null, 'address_wrong'],
    ['308', null, null],
    ['999', null, null],
  ])('%s is %s, %s', (code, milestone, reason) => {
    const said = status(code, '…', '20260310081500')
    const [scan] = read(answer(consignment('903100000001', said))).reports[0]?.scans ?? []
    expect(scan).toMatchObject({ code, milestone, reason })
  })

  it('a status without a list is the only one there is', () => {
    const lone = { ...consignment('903100000001', OUT), StatusList: null }
    expect(read(answer(lone)).reports[0]?.scans).toMatchObject([{ milestone: 'out_for_delivery' }])
  })

  it('a consignment without a status is not found, and the others are read', () => {
    const none = { OBTNumber: '903100000002', StatusList: [] }
    const { reports, problems } = read(answer(consignment('903100000001', OUT), none))
    expect(reports).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: '903100000002' }])
  })

  it.each([
    ['無貨態明細資訊', 'not_found', null],
    ['E009 契客代號或授權碼錯誤', 'unauthorized', 'E009'],
    ['超過每日查詢次數', 'throttled', null],
    ['託運單號格式錯誤', 'invalid_number', null],
    ['系統忙碌', 'bad_answer', null],
  ])('“%s” is %s', (words, code, carrier_code) => {
    expect(read(refusal(words)).problems).toMatchObject([
      { code, carrier_code, tracking_number: null },
    ])
  })
})
