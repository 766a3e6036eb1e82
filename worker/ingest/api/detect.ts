/** `/v1/carriers/detect`: whose a tracking number may be, for who has one and no carrier. */
import { Hono } from 'hono'
import { examine } from '../../carriers/detect.ts'
import { query } from '../respond.ts'
import type { Api } from './access.ts'
import type { DetectAnswer } from './answers.ts'
import { detectInput } from './inputs.ts'

export const detection = new Hono<Api>().get('/detect', query(detectInput), (context) => {
  const { number, destination = null } = context.req.valid('query')
  const accounts = context.get('merchant').accounts.map(({ carrier }) => carrier)
  const { candidates, refused, ...read } = examine(number, { accounts, destination })
  const shown: DetectAnswer = {
    ...read,
    candidates: candidates.map(({ why, ...candidate }) => ({ ...candidate, why: [...why] })),
    refused: refused.map(({ why, ...refusal }) => ({ ...refusal, why: [...why] })),
  }
  return context.json(shown)
})
