import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { MINUTE } from '../../../worker/lib/clock.ts'
import { orderId } from '../../../worker/lib/id.ts'
import { markedOrder, marksIn, NOW } from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront, Visit } from '../../support/workerd-serve.ts'
import { keys, openStorefront, sent, visit } from '../../support/workerd-serve.ts'

let shop: Storefront
let orders = 0
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  shop ??= await openStorefront()
  sent.length = 0
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function placed(more: Readonly<Record<string, unknown>> = {}): Promise<Order> {
  orders += 1
  return shop.place(markedOrder(`LINK-${orders}`, more))
}

const press = (id: string, how: Visit = {}) =>
  visit(`${shop.origin}/o/${id}/link`, { method: 'POST', ...how })

const requests = () => sent.flatMap((message) => (message.kind === 'fresh_link' ? [message] : []))

describe('who asks for a fresh link', () => {
  it('puts one message on the belt, without a word of who it is for', async () => {
    const order = await placed()
    expect((await press(order.id)).status).toBe(200)
    expect(requests()).toEqual([
      {
        v: 1,
        kind: 'fresh_link',
        merchant: shop.id,
        shard: 'DB',
        order: order.id,
        request: expect.stringMatching(/^\w{22}$/),
      },
    ])
    expect(marksIn(JSON.stringify(sent))).toEqual([])
  })

  it('puts no other there within a quarter of an hour, however often it is pressed', async () => {
    const { id } = await placed()
    await Promise.all(Array.from({ length: 5 }, () => press(id)))
    vi.setSystemTime(NOW + 15 * MINUTE - 1000)
    await press(id)
    expect(requests()).toHaveLength(1)
    vi.setSystemTime(NOW + 15 * MINUTE)
    await press(id)
    expect(requests()).toHaveLength(2)
  })

  it('learns nothing: the answer is the same with an order, an address or neither', async () => {
    const known = await placed()
    const { id: silent } = await placed({ buyer: { name: 'Sam' } })
    const { id: erased, number } = await placed()
    await shop.api('DELETE', `/orders/${number}`)
    const unknown = await orderId(keys(), 'none', shop.id, 'NEVER')
    const foreign = (await (await openStorefront()).place(markedOrder('A'))).id
    const answers = await Promise.all(
      [known.id, known.id, silent, erased, unknown, foreign].map(async (id) => {
        const response = await press(id)
        const html = (await response.text()).replaceAll(id, 'ID')
        return { status: response.status, headers: Object.fromEntries(response.headers), html }
      }),
    )
    expect(answers[0]?.status).toBe(200)
    for (const answer of answers) expect(answer).toEqual(answers[0])
    expect(marksIn(answers[0]?.html ?? '')).toEqual([])
    expect(
      requests()
        .map(({ order }) => order)
        .sort(),
    ).toEqual([known.id, silent].sort())
  })

  it('sees the same when the belt does not take it, and may press again', async () => {
    vi.spyOn(console, 'error').mockReturnValue()
    const { id } = await placed()
    const full = { sendBatch: () => Promise.reject(new Error('Queue is overloaded.')) }
    expect((await press(id, { bindings: { NOTIFY: full } })).status).toBe(200)
    await press(id)
    expect(requests()).toHaveLength(1)
  })

  it('does so by pressing a button: an address opened by a mail scanner asks for nothing', async () => {
    const { id } = await placed()
    for (const method of ['GET', 'HEAD']) {
      expect((await press(id, { method })).status).toBe(404)
    }
    expect(requests()).toEqual([])
  })
})
