/** `/v1/orders`: orders come in, are read, listed and erased. */
import { Hono } from 'hono'
import * as z from 'zod'
import { orderInput } from '../../../schema/order-input.ts'
import { config } from '../../config.ts'
import { canonicalJson, fromBase64Url, toBase64Url, utf8 } from '../../lib/bytes.ts'
import { now, toInstant } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { originOf, pathOf } from '../../order/links.ts'
import { withOrder } from '../../order/stub.ts'
import { store } from '../../store/index.ts'
import { body, query } from '../respond.ts'
import type { Api } from './access.ts'
import { requestKey } from './access.ts'
import { changeOrder, findOrder, newReference, references, written } from './find-order.ts'
import { listInput, milestonesInput, shipmentsInput } from './inputs.ts'
import { showOrder } from './show-order.ts'

export const orders = new Hono<Api>()
  .post('/', body(orderInput), async (context) => {
    const { shipments, ...placed } = context.req.valid('json')
    const { env } = context
    const merchant = context.get('merchant')
    const key = context.req.header('idempotency-key')
    const request = await requestKey(key, 'place', canonicalJson({ placed, shipments }))
    const reference = await newReference(env, merchant, placed.number)
    const answer = await withOrder(
      env,
      config(env).linkKeys,
      reference.id,
      (stub) => stub.place({ ...reference, placed, shipments, at: now(), request }),
      merchant.location_hint,
    )
    const { outcome, state } = await written(env, reference, answer)
    return context.json(await showOrder(env, merchant, state), outcome === 'created' ? 201 : 200)
  })
  .get('/', query(listInput), async (context) => {
    const merchant = context.get('merchant')
    const { cursor, limit, placed_from, placed_to, ...filter } = context.req.valid('query')
    const rows = await store.for(context.env, merchant).list({
      ...filter,
      from: placed_from && new Date(placed_from).toISOString(),
      to: placed_to && new Date(placed_to).toISOString(),
      after: cursor === undefined ? undefined : readCursor(cursor),
      limit: limit + 1,
    })
    const page = rows.slice(0, limit)
    const origin = originOf(config(context.env), merchant)
    const last = page.at(-1)
    return context.json({
      orders: page.map((row) => ({ ...row, link: origin + pathOf(row.id) })),
      next: rows.length > limit && last ? writeCursor(last) : null,
    })
  })
  .get('/:number', async (context) => {
    const merchant = context.get('merchant')
    const state = await findOrder(context.env, merchant, context.req.param('number'))
    return context.json(await showOrder(context.env, merchant, state))
  })
  .post('/:number/shipments', body(shipmentsInput), async (context) => {
    const input = context.req.valid('json')
    const shipments = 'shipments' in input ? input.shipments : [input]
    return changeOrder(context, ['ship', canonicalJson(shipments)], (stub, command) =>
      stub.ship({ ...command, shipments }),
    )
  })
  .post('/:number/milestones', body(milestonesInput), async (context) => {
    const said = context.req.valid('json')
    const at = toInstant(now())
    const milestones = Object.fromEntries(
      Object.entries(said).map(([name, when]) => [name, when === true ? at : when]),
    )
    return changeOrder(context, ['mark', canonicalJson(said)], (stub, command) =>
      stub.mark({ ...command, milestones }),
    )
  })
  .post('/:number/links', (context) =>
    changeOrder(context, ['links'], (stub, command) => stub.revoke(command)),
  )
  .delete('/:number', async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const number = context.req.param('number')
    let erased = false
    for (const reference of await references(env, merchant, number)) {
      const found = await withOrder(env, config(env).linkKeys, reference.id, (stub) =>
        stub.erase(reference),
      )
      erased ||= found
    }
    if (!erased) throw new Problem('order_not_found')
    return context.body(null, 204)
  })

const cursorShape = z.tuple([z.string(), z.string()])

const writeCursor = (row: { placed_at: string; id: string }): string =>
  toBase64Url(utf8(JSON.stringify([row.placed_at, row.id])))

function readCursor(cursor: string): { placed_at: string; id: string } {
  try {
    const [placed_at, id] = cursorShape.parse(
      JSON.parse(new TextDecoder().decode(fromBase64Url(cursor))),
    )
    return { placed_at, id }
  } catch {
    throw new Problem('invalid_query', 'cursor: not one of ours', {
      fields: [{ field: '/cursor', message: 'pass `next` of the page before, unchanged' }],
    })
  }
}
