/** The API: `/v1`, JSON in and out, a Bearer key, problems as RFC 9457. */
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { Problem } from '../../lib/errors.ts'
import { needsJson, onError, onUnknownPath } from '../respond.ts'
import type { Api } from './access.ts'
import { withMerchant } from './access.ts'
import { accounts } from './accounts.ts'
import { brand } from './brand.ts'
import { detection } from './detect.ts'
import { MAX_BODY } from './inputs.ts'
import { inspect } from './inspect.ts'
import openapi from './openapi.json'
import { orders } from './orders.ts'
import { unmapped } from './unmapped.ts'

const limited = bodyLimit({
  maxSize: MAX_BODY,
  onError: () => {
    throw new Problem('body_too_large', `At most ${MAX_BODY} bytes`)
  },
})

export const api = new Hono<Api>()
api.onError(onError)
api.notFound(onUnknownPath)
api.get('/openapi.json', (context) => context.json(openapi))
api.use(withMerchant)
api.use(async (context, next) => {
  await next()
  context.header('cache-control', 'no-store')
})
api.route('/carriers', inspect)
api.route('/carriers', detection)
api.route('/carriers', unmapped)
api.use(limited, needsJson)
api.route('/orders', orders)
api.route('/carrier-accounts', accounts)
api.route('/brand', brand)
