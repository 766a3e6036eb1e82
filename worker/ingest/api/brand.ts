/** `/v1/brand`: how the merchant's pages look. */
import { Hono } from 'hono'
import { brandInput } from '../../../schema/brand.ts'
import { now, toInstant } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { publishMerchant } from '../../store/configuration.ts'
import { saveBrand } from '../../store/merchants.ts'
import { body } from '../respond.ts'
import type { Api } from './access.ts'

export const brand = new Hono<Api>()
  .get('/', (context) => {
    const merchant = context.get('merchant')
    return context.json({ version: merchant.brand_version, brand: merchant.brand })
  })
  .put('/', body(brandInput), async (context) => {
    const merchant = context.get('merchant')
    await saveBrand(context.env.DB, merchant.id, context.req.valid('json'), toInstant(now()))
    const published = await publishMerchant(context.env, merchant.id)
    if (!published) throw new Problem('not_found')
    return context.json({ version: published.brand_version, brand: published.brand })
  })
