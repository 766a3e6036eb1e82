/** `GET /v1/carriers/{carrier}/unmapped`: what a carrier said that we have no meaning for. */
import { Hono } from 'hono'
import { findCarrier } from '../../carriers/registry.ts'
import { toInstant } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { unmappedCodes } from '../../polling/stub.ts'
import type { Api } from './access.ts'
import type { UnmappedAnswer } from './answers.ts'

export const unmapped = new Hono<Api>().get('/:carrier/unmapped', async (context) => {
  const carrier = findCarrier(context.req.param('carrier'))
  if (!carrier) throw new Problem('carrier_unknown')
  const codes = await unmappedCodes(context.env, context.get('merchant'), carrier.id)
  const shown: UnmappedAnswer = {
    carrier: carrier.id,
    map_version: carrier.mapVersion,
    codes: codes.map(({ code, words, count, first, last }) => ({
      code,
      words,
      count,
      first_seen_at: toInstant(first),
      last_seen_at: toInstant(last),
    })),
  }
  return context.json(shown)
})
