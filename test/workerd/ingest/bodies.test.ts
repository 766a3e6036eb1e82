import { describe, expect, test } from 'vitest'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'

const { api } = await newMerchant()
const sent = (body: BodyInit, type: string | null) =>
  api<Problem>('POST', '/orders', undefined, {
    body,
    ...(type !== null && { headers: { 'content-type': type } }),
  })
const fieldsOf = ({ errors = [] }: Problem) => errors.map(({ field }) => field).sort()

describe('a wrong body', () => {
  test('is told every wrong field at once, each with what it should be', async () => {
    const { status, body } = await api<Problem>('POST', '/orders', {
      number: '',
      currency: 'euro',
      totals: { total: 12.5 },
      payment: { status: 'lent' },
      buyer: { contacts: [{ channel: 'email', address: 'sara', consent: 'yes' }] },
      delivery: { address: { country: 'uae' }, time_zone: 'Dubai' },
      promised: { from: '2026-02-02', to: '2026-02-01' },
      placed_at: '2026-02-01T12:00:00',
      lines: [
        { id: 12, title: { 'not a tag': 'x' }, quantity: 0, image: 'http://a.example/x.png' },
      ],
      shipments: [{ carrier: 'ups', tracking_number: '1Z 9', legs: [{ carrier: 'X' }] }],
    })
    expect([status, body.code]).toEqual([422, 'invalid_body'])
    expect(
      Object.fromEntries(body.errors?.map(({ field, message }) => [field, message]) ?? []),
    ).toMatchInlineSnapshot(`
      {
        "/buyer/contacts/0/address": "an e-mail address",
        "/buyer/contacts/0/consent": "true or false",
        "/currency": "an ISO 4217 code, like "EUR"",
        "/delivery/address/country": "an ISO 3166-1 code of two letters, like "DE"",
        "/delivery/time_zone": "an IANA time zone, like "Asia/Dubai"",
        "/lines/0/id": "a string",
        "/lines/0/image": "an https URL with a domain name",
        "/lines/0/quantity": "at least 1",
        "/lines/0/title/not a tag": "a BCP 47 language tag, like "ar-AE"",
        "/number": "not empty",
        "/payment/status": "one of paid, due, cash_on_delivery",
        "/placed_at": "an instant with its offset, like "2026-01-31T12:00:00+04:00"",
        "/promised/to": "not before "from"",
        "/shipments/0/legs/0/carrier": "a carrier id, like "ups"",
        "/shipments/0/legs/0/tracking_number": "missing: a string",
        "/shipments/0/tracking_number": "a tracking number without blanks",
        "/totals/total": "a string",
      }
    `)
  })

  test('has its unknown fields named at any depth, as JSON pointers', async () => {
    const { body } = await api<Problem>(
      'POST',
      '/orders',
      orderBody('A-1', {
        colour: 'red',
        buyer: { contacts: [{ channel: 'sms', address: '+9715', consent: true, 'a/b~c': 1 }] },
        lines: [{ id: '1', title: { en: 'x' }, quantity: 1, counts: { lost: 1 } }],
      }),
    )
    expect(fieldsOf(body)).toEqual(['/buyer/contacts/0/a~1b~0c', '/colour', '/lines/0/counts/lost'])
  })

  test('of shipments is read as the form that was meant', async () => {
    const ship = (body: unknown) => api<Problem>('POST', '/orders/A-1/shipments', body)
    const one = await ship({ carrier: 'UPS', tracking_number: '1Z999', colour: 'red' })
    expect(fieldsOf(one.body)).toEqual(['/carrier', '/colour'])
    const several = await ship({ shipments: [untracked('DOVE1'), { carrier: 1 }] })
    expect(fieldsOf(several.body)).toEqual(['/shipments/1/carrier', '/shipments/1/tracking_number'])
  })

  test('of milestones must name one, and when', async () => {
    const mark = (body: unknown) => api<Problem>('POST', '/orders/A-1/milestones', body)
    expect((await mark({})).body.errors).toEqual([
      { field: '', message: 'at least one of confirmed, packed, cancelled' },
    ])
    expect(fieldsOf((await mark({ packed: false, delivered: true })).body)).toEqual([
      '/delivered',
      '/packed',
    ])
  })

  test('is never repeated in the answer', async () => {
    const secret = 'Sara Haddad, 1 Marina Walk'
    const { body } = await api<Problem>('POST', '/orders', {
      ...orderBody(secret.repeat(9)),
      currency: secret,
      payment: { status: secret },
      channel: secret,
      placed_at: secret,
      buyer: { locale: secret, contacts: [{ channel: secret, address: secret, consent: secret }] },
      delivery: { time_zone: secret, method: secret },
    })
    expect(body.errors).toHaveLength(10)
    expect(JSON.stringify(body)).not.toContain('Sara')
  })
})

describe('what is not JSON', () => {
  test.each(['{"number": ', 'number=1', ''])('is invalid_json: %s', async (text) => {
    const { status, body } = await sent(text, 'application/json')
    expect([status, body.code]).toEqual([400, 'invalid_json'])
  })

  test.each([
    'text/plain',
    'application/x-www-form-urlencoded',
    'application/json-seq',
    'application/jsonp',
  ])('by its type is unsupported_media_type: %s', async (type) => {
    const { status, body } = await sent(JSON.stringify(orderBody('A-1')), type)
    expect([status, body.code]).toEqual([415, 'unsupported_media_type'])
  })

  test('never passes for an empty change', async () => {
    const made = await api<{ id: string }>('POST', '/carrier-accounts', {
      carrier: 'sandbox',
      name: 'x',
    })
    const answer = await api('PATCH', `/carrier-accounts/${made.body.id}`, undefined, {
      body: '{"name":"y"}',
      headers: { 'content-type': 'application/json5' },
    })
    expect(answer.status).toBe(415)
  })

  test.each(['application/json; charset=utf-8', 'APPLICATION/JSON', 'application/vnd.shop+json'])(
    'is not meant where the type is %s',
    async (type) => {
      expect((await sent(JSON.stringify(orderBody('T-1')), type)).status).toBeLessThan(202)
    },
  )
})

describe('a body that is too large', () => {
  const large = JSON.stringify(orderBody('A-1', { channel: 'x'.repeat(1_000_000) }))

  test('is body_too_large', async () => {
    const { status, body } = await sent(large, 'application/json')
    expect([status, body.code]).toEqual([413, 'body_too_large'])
  })

  test('is so too when it comes in pieces and does not say how long it is', async () => {
    const pieces = new Blob([large]).stream()
    const { status, body } = await sent(pieces, 'application/json')
    expect([status, body.code]).toEqual([413, 'body_too_large'])
  })

  test('is so for inspect beyond its own limit', async () => {
    const { status, body } = await api<Problem>('POST', '/carriers/ups/inspect', undefined, {
      body: 'x'.repeat(2_000_001),
    })
    expect([status, body.code]).toEqual([413, 'body_too_large'])
  })
})

test('an unknown path below /v1 is a problem too', async () => {
  const { status, body, headers } = await api<Problem>('GET', '/parcels')
  expect([status, body.code]).toEqual([404, 'not_found'])
  expect(headers.get('content-type')).toBe('application/problem+json')
  expect((await api<Problem>('PUT', '/orders', {})).status).toBe(404)
})
