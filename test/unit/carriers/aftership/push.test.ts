import { describe, expect, it } from 'vitest'
import { aftership } from '../../../../worker/carriers/aftership/index.ts'
import { sign, takes } from '../../../support/aggregators.ts'
import { pushed } from '../../../support/carrier-client.ts'

const CREDENTIALS = { api_key: 'key', webhook_secret: 'whsec' }

describe('AfterShip’s webhook', () => {
  const body = JSON.stringify({
    event: 'tracking_update',
    event_id: 'e',
    ts: 1773136800,
    msg: {
      tracking_number: 'RR123456789CN',
      tag: 'OutForDelivery',
      subtag: 'OutForDelivery_001',
      checkpoints: [{ tag: 'OutForDelivery', subtag: 'OutForDelivery_001', message: 'Out' }],
    },
  })
  const good = sign(body, CREDENTIALS.webhook_secret, 'base64')

  it('is read like an answer', () => {
    expect(aftership.read({ contentType: null, body }).reports).toMatchObject([
      { tracking_number: 'RR123456789CN', scans: [{ milestone: 'out_for_delivery' }] },
    ])
  })

  it.each(['aftership-hmac-sha256', 'as-signature-hmac-sha256'])(
    'is taken with %s',
    async (header) => {
      expect(await takes(aftership, CREDENTIALS, pushed({ [header]: good }, body))).toBe(true)
    },
  )

  it.each([
    ['nothing', pushed({}, body)],
    ['another secret', pushed({ 'aftership-hmac-sha256': sign(body, 'x', 'base64') }, body)],
    ['an altered body', pushed({ 'aftership-hmac-sha256': good }, `${body} `)],
    ['hex for base64', pushed({ 'aftership-hmac-sha256': sign(body, 'whsec', 'hex') }, body)],
  ])('is refused with %s', async (_, push) => {
    expect(await takes(aftership, CREDENTIALS, push)).toBe(false)
  })

  it('is refused where the merchant entered no secret', async () => {
    const push = pushed({ 'aftership-hmac-sha256': sign(body, '', 'base64') }, body)
    expect(await takes(aftership, { api_key: 'key' }, push)).toBe(false)
  })
})
