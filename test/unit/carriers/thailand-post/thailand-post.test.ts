import { describe, expect, it } from 'vitest'
import { thailandPost } from '../../../../worker/carriers/thailand-post/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = 'ED852942182TH'

const event = (status: string, date: string, more: object = {}) => ({
  barcode: NUMBER,
  status,
  status_description: 'รับฝาก',
  status_date: date,
  location: 'เชียงใหม่',
  postcode: '50000',
  delivery_status: null,
  ...more,
})

const ACCEPTED = event('103', '10/03/2569 18:12:26+07:00')
const FAILED = event('401', '11/03/2569 09:00:00+07:00', { delivery_description: 'ไม่มีผู้รับ' })

const answer = (events: readonly unknown[], counted = 48) => ({
  response: {
    items: { [NUMBER]: events },
    track_count: { track_date: '10/03/2569', count_number: counted, track_count_limit: 1500 },
  },
  message: 'successful',
  status: true,
})

describeCarrier({
  carrier: thailandPost,
  recorded: {
    folder: 'thailand_post',
    ends: {
      track_by_barcode: [
        {
          number: NUMBER,
          scans: 2,
          milestone: 'in_transit',
          from: '2019-07-19T18:12:26+07:00',
          to: '2019-07-20T15:12:15+07:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { key: 'key-of-the-shop' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    token: {
      path: '/post/api/v1/authenticate/token',
      answer: { expire: '2026-04-10 10:18:20+07:00', token: 'short-token' },
    },
    request: {
      method: 'POST',
      path: '/post/api/v1/track',
      headers: expect.objectContaining({ authorization: 'Token short-token' }),
      body: JSON.stringify({ status: 'all', language: 'TH', barcode: [NUMBER] }),
    },
    answer: answer([ACCEPTED]),
    changed: { response: { parcels: { [NUMBER]: [ACCEPTED] } }, status: true },
  },
})

describe('Thailand Post', () => {
  const read = (body: unknown) =>
    thailandPost.read({ contentType: null, body: JSON.stringify(body) })
  const scansOf = (...events: unknown[]) => read(answer(events)).reports[0]?.scans

  it('takes its years from the Buddha', () => {
    expect(scansOf(ACCEPTED)).toMatchObject([
      { at: '2026-03-10T18:12:26+07:00', local: '2026-03-10T18:12:26' },
    ])
  })

  it('reads why a delivery failed', () => {
    expect(scansOf(FAILED)).toMatchObject([
      { milestone: 'attempt_failed', reason: 'recipient_absent' },
    ])
  })

  it('a delivery that did not succeed, and one to the sender, are none', () => {
    const at = '12/03/2569 10:00:00+07:00'
    const ended = (delivery_status: string, delivery_description: string) =>
      scansOf(event('501', at, { delivery_status, delivery_description }))
    expect(ended('S', 'ผู้รับได้รับสิ่งของเรียบร้อยแล้ว')).toMatchObject([{ milestone: 'delivered' }])
    expect(ended('U', 'ปฏิเสธการรับ')).toMatchObject([
      { milestone: 'attempt_failed', reason: 'refused' },
    ])
    expect(ended('S', 'ส่งคืนผู้ฝากส่ง')).toMatchObject([{ milestone: 'returned_to_sender' }])
  })

  it('says who took it and when', () => {
    const at = '12/03/2569 10:00:00+07:00'
    const taken = event('501', at, { delivery_status: 'S', receiver_name: 'สมชาย' })
    expect(read(answer([taken])).reports[0]?.handover).toMatchObject({
      signed_by: 'สมชาย',
      at: '2026-03-12T10:00:00+07:00',
    })
  })

  it('no events are an unknown number, or a day that is spent', () => {
    expect(read(answer([])).problems).toMatchObject([
      { code: 'not_found', tracking_number: NUMBER },
    ])
    expect(read(answer([], 1501)).problems).toMatchObject([{ code: 'throttled' }])
  })

  it('a call of its own has one event and says nothing of the others', () => {
    const { reports } = read({ items: [ACCEPTED], track_datetime: '10/03/2569 18:13:00+07:00' })
    expect(reports).toMatchObject([{ tracking_number: NUMBER, whole: false }])
  })

  it.each([
    ['Token expired', 'unauthorized'],
    ['Too many items', 'throttled'],
    ['Item not found', 'not_found'],
    ['Etwas anderes', 'bad_answer'],
  ])('the words %s are %s', (message, code) => {
    expect(read({ message, status: false }).problems).toMatchObject([{ code }])
  })
})
