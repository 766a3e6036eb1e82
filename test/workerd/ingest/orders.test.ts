import { exports } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import type { Order, Problem } from '../../support/workerd-api.ts'
import { newMerchant, orderBody, untracked } from '../../support/workerd-api.ts'

describe('an order', () => {
  test('is created with 201 and both its links', async () => {
    const { api } = await newMerchant()
    const { status, body, headers } = await api<Order>('POST', '/orders', orderBody('A-1'))
    expect(status).toBe(201)
    expect(headers.get('cache-control')).toBe('no-store')
    expect(body).toMatchObject({ number: 'A-1', version: 1, state: 'placed', recipient_link: null })
    expect(body.link).toBe(`http://localhost:8787/o/${body.id}`)
    expect(body.grant_link.startsWith(`${body.link}?g=`)).toBe(true)
  })

  test('of a gift has a link for its recipient', async () => {
    const { api } = await newMerchant()
    const { body } = await api<Order>('POST', '/orders', orderBody('A-1', { gift: {} }))
    expect(body.recipient_link).toContain(`${body.link}?g=`)
    expect(body.recipient_link).not.toBe(body.grant_link)
  })

  test('is replaced with 200 and keeps its id, links and place in time', async () => {
    const { api } = await newMerchant()
    const { body: first } = await api<Order & { placed_at: string }>(
      'POST',
      '/orders',
      orderBody('A-1'),
    )
    const changed = orderBody('A-1', { notes: [{ text: 'ring twice' }] })
    const { status, body } = await api<Order>('POST', '/orders', changed)
    expect(status).toBe(200)
    expect(body).toMatchObject({
      id: first.id,
      link: first.link,
      grant_link: first.grant_link,
      placed_at: first.placed_at,
      version: 2,
      order: { notes: [{ text: 'ring twice', public: false }] },
    })
  })

  test('said again in the same words stays at its version', async () => {
    const { api } = await newMerchant()
    const said = orderBody('A-1', { shipments: [untracked('DOVE1')] })
    await api('POST', '/orders', said)
    const { status, body } = await api<Order>('POST', '/orders', said)
    expect([status, body.version]).toEqual([200, 1])
  })

  test('keeps its shipments when they are not mentioned, and has exactly those that are', async () => {
    const { api } = await newMerchant()
    const said = orderBody('A-1', { shipments: [untracked('DOVE1'), untracked('DOVE2')] })
    await api('POST', '/orders', said)
    const { body: silent } = await api<Order>('POST', '/orders', orderBody('A-1'))
    expect(silent.shipments).toHaveLength(2)
    const { body: one } = await api<Order>('POST', '/orders', {
      ...said,
      shipments: [untracked('DOVE2')],
    })
    expect(one.shipments.map((shipment) => shipment.tracking_number)).toEqual(['DOVE2'])
  })

  test('is read by its number, also as a shopper would write it', async () => {
    const { api } = await newMerchant()
    const { body: made } = await api<Order>('POST', '/orders', orderBody('#Ab 1/2'))
    for (const number of ['#Ab 1/2', 'ab1/2', '＃AB １/٢']) {
      const path = `/orders/${encodeURIComponent(number)}`
      expect((await api<Order>('GET', path)).body).toEqual(made)
    }
  })

  test('keeps ids beyond 2^53 to the digit', async () => {
    const { api } = await newMerchant()
    const id = '12345678901234567890'
    const lines = [{ id, title: { en: 'Lamp' }, quantity: 1 }]
    const shipments = [untracked('DOVE1', { id, lines: [{ line: id, quantity: 1 }] })]
    await api('POST', '/orders', orderBody(id, { lines, shipments }))
    const { body } = await api<Order>('GET', `/orders/${id}`)
    expect(body).toMatchObject({
      number: id,
      order: { lines: [{ id }] },
      shipments: [{ id, lines: [{ line: id }] }],
    })
  })

  test('that nobody placed is 404 order_not_found, in whatever is asked of it', async () => {
    const { api } = await newMerchant()
    const asked = [
      ['GET', '', undefined],
      ['DELETE', '', undefined],
      ['POST', '/shipments', untracked('DOVE1')],
      ['POST', '/milestones', { packed: true }],
      ['POST', '/links', undefined],
    ] as const
    for (const [method, path, body] of asked) {
      const answer = await api<Problem>(method, `/orders/nobody%40x.example${path}`, body)
      expect([answer.status, answer.body.code]).toEqual([404, 'order_not_found'])
      expect(answer.body.detail).not.toContain('nobody')
    }
  })
})

describe('shipments', () => {
  test('are added, one or several at a time, and replaced by their id', async () => {
    const { api } = await newMerchant()
    await api('POST', '/orders', orderBody('A-1'))
    await api('POST', '/orders/A-1/shipments', untracked('DOVE1', { id: 'one' }))
    const several = { shipments: [untracked('DOVE2'), untracked('DOVE9', { id: 'one' })] }
    const { status, body } = await api<Order>('POST', '/orders/A-1/shipments', several)
    expect(status).toBe(200)
    expect(body.shipments.map(({ id, tracking_number }) => [id, tracking_number])).toEqual([
      ['one', 'DOVE9'],
      ['dove_post:DOVE2', 'DOVE2'],
    ])
  })

  test('beyond 100 are refused as too_many_shipments, and none of them is added', async () => {
    const { api } = await newMerchant()
    const many = Array.from({ length: 101 }, (_, index) => untracked(`DOVE${index}`))
    const whole = await api<Problem>('POST', '/orders', orderBody('A-1', { shipments: many }))
    expect([whole.status, whole.body.code]).toEqual([422, 'too_many_shipments'])
    await api('POST', '/orders', orderBody('A-2', { shipments: many.slice(1) }))
    const more = await api<Problem>('POST', '/orders/A-2/shipments', untracked('DOVE0'))
    expect([more.status, more.body.code]).toEqual([422, 'too_many_shipments'])
    expect((await api<Order>('GET', '/orders/A-2')).body.shipments).toHaveLength(100)
  })
})

describe('milestones', () => {
  test('are what the shop says, true meaning now', async () => {
    const { api } = await newMerchant()
    await api('POST', '/orders', orderBody('A-1'))
    const said = { confirmed: '2026-01-31T12:00:00+04:00', packed: true }
    const { body } = await api<Order>('POST', '/orders/A-1/milestones', said)
    expect(body).toMatchObject({ state: 'packed', milestones: { confirmed: said.confirmed } })
    expect(Date.parse(body.milestones.packed ?? '')).toBeGreaterThan(Date.now() - 60_000)
  })

  test('stay at the first word on each', async () => {
    const { api } = await newMerchant()
    await api('POST', '/orders', orderBody('A-1'))
    const confirm = (confirmed: string) =>
      api<Order>('POST', '/orders/A-1/milestones', { confirmed })
    const { body: first } = await confirm('2026-01-31T12:00:00Z')
    const { body: second } = await confirm('2026-02-01T12:00:00Z')
    expect(second).toEqual(first)
  })
})

describe('links', () => {
  test('renewed replace what was granted, and leave the plain link', async () => {
    const { api } = await newMerchant()
    const { body: before } = await api<Order>('POST', '/orders', orderBody('A-1'))
    const { status, body } = await api<Order>('POST', '/orders/A-1/links')
    expect(status).toBe(200)
    expect(body.link).toBe(before.link)
    expect(body.grant_link).not.toBe(before.grant_link)
    expect((await api<Order>('GET', '/orders/A-1')).body.grant_link).toBe(body.grant_link)
  })

  test('given before show progress only, the new one shows all', async () => {
    const { api } = await newMerchant()
    const lines = [{ id: '1', title: { en: 'Brass lamp' }, quantity: 1 }]
    const { body: before } = await api<Order>('POST', '/orders', orderBody('A-1', { lines }))
    expect(await page(before.grant_link)).toContain('Brass lamp')
    const { body } = await api<Order>('POST', '/orders/A-1/links')
    expect(await page(before.grant_link)).not.toContain('Brass lamp')
    expect(await page(body.grant_link)).toContain('Brass lamp')
  })
})

async function page(link: string): Promise<string> {
  const response = await exports.default.fetch(link)
  expect(response.status).toBe(200)
  return response.text()
}
