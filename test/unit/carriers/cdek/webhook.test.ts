import { describe, expect, it } from 'vitest'
import { cdek } from '../../../../worker/carriers/cdek/index.ts'
import { pushed } from '../../../support/carrier-client.ts'

const NUMBER = '1105661402'

const read = (body: unknown) =>
  cdek.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]

describe('a webhook call of CDEK', () => {
  const event = (type: string, attributes: object) => ({
    type,
    date_time: '2026-03-10T21:32:14+0700',
    uuid: '72753031-2801-4186-a091-3be58cedfee7',
    attributes: { cdek_number: NUMBER, ...attributes },
  })
  const changed = {
    is_return: false,
    number: 'TEST-1',
    status_code: '3',
    code: 'RECEIVED_AT_SHIPMENT_WAREHOUSE',
    status_date_time: '2026-03-10T21:32:12+0700',
    city_name: 'Новосибирск',
    city_code: '270',
  }
  const SECRET = 'a secret of some length'

  it('about a status is one scan, the same as in the order', () => {
    expect(reportOf(event('ORDER_STATUS', changed))).toMatchObject({
      tracking_number: NUMBER,
      whole: false,
      scans: [
        {
          at: '2026-03-10T21:32:12+07:00',
          code: 'RECEIVED_AT_SHIPMENT_WAREHOUSE',
          location: 'Новосибирск',
          milestone: 'accepted',
        },
      ],
    })
  })

  it('may have the number of the status alone, its reason, and its deletion', () => {
    const { code: _name, ...old } = changed
    const gone = { ...old, status_code: '5', status_reason_code: '11', deleted: true }
    expect(reportOf(event('ORDER_STATUS', gone))?.scans).toMatchObject([
      { code: '5', milestone: 'returning_to_sender', reason: 'refused', withdrawn: true },
    ])
  })

  it('about a problem, an agreement or a new day says so', () => {
    const met = event('DELIV_PROBLEM', { code: '47', create_date: '2026-03-10T10:00:00+0700' })
    expect(reportOf(met)?.scans).toMatchObject([{ milestone: null, reason: 'address_wrong' }])
    const agreed = { date: '2026-03-12', time_from: '10:00', time_to: '14:00' }
    expect(reportOf(event('DELIV_AGREEMENT', agreed))?.window?.from).toBe('2026-03-12T10:00:00')
    const modified = {
      modification_type: 'PLANED_DELIVERY_DATE_CHANGED',
      new_value: { type: 'DATE', value: '2026-03-15' },
    }
    expect(reportOf(event('ORDER_MODIFIED', modified))?.estimate?.to).toBe('2026-03-15')
  })

  it('about a printed form is nobody’s', () => {
    const printed = { type: 'PRINT_FORM', uuid: '1', attributes: { type: 'waybill', url: 'x' } }
    expect(read(printed)).toEqual({ reports: [], problems: [] })
  })

  it('about a status that has none is bad_answer', () => {
    expect(() => read(event('ORDER_STATUS', { state: 'CREATED' }))).toThrow('structure')
  })

  it.each([
    [{ secret: SECRET }, SECRET, true],
    [{ secret: `${SECRET}.` }, SECRET, false],
    [{}, SECRET, false],
    [{ secret: '' }, undefined, false],
  ])('with %j in its URL where %s was agreed: %s', async (query, webhook_secret, is) => {
    const keys = { account: 'a', secure_password: 'b', webhook_secret }
    const push = pushed({}, '{}', query as Record<string, string>)
    expect(await cdek.verifyPush?.(push, keys)).toBe(is)
  })
})
