import { describe, expect, inject, test } from 'vitest'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant } from '../../support/workerd-api.ts'

interface Inspection {
  readonly shipments: readonly (Readonly<Record<string, unknown>> & {
    readonly scans: readonly Readonly<Record<string, string | null>>[]
  })[]
  readonly errors: readonly Readonly<Record<string, unknown>>[]
}

const { api } = await newMerchant()
const inspect = (carrier: string, body: BodyInit, contentType = 'application/json') =>
  api<Inspection>('POST', `/carriers/${carrier}/inspect`, undefined, {
    body,
    headers: { 'content-type': contentType },
  })

describe('inspect', () => {
  test('says what is made of a sandbox answer, scans oldest first', async () => {
    const question = {
      tracking_number: 'SBX-IATO<D-60-1',
      since: '2026-03-10T08:00:00Z',
      now: '2026-03-10T09:00:00Z',
    }
    const { status, body } = await inspect('sandbox', JSON.stringify(question))
    expect(status).toBe(200)
    expect(body.errors).toEqual([])
    const [shipment] = body.shipments
    expect(shipment).toMatchObject({ milestone: 'delivered', condition: 'on_track', legs: [] })
    const times = shipment?.scans.map(({ at }) => Date.parse(at ?? '')) ?? []
    expect(times.length).toBeGreaterThan(4)
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })

  test.runIf(inject('payloads'))('says what is made of every recorded UPS answer', async () => {
    const payloads = Object.entries(inject('payloads')?.ups ?? {})
    expect(payloads.length).toBeGreaterThan(10)
    for (const [name, { response, content_type }] of payloads) {
      const { status, body } = await inspect('ups', response, content_type)
      expect(status, name).toBe(200)
      expect(body.shipments.length + body.errors.length, name).toBeGreaterThan(0)
    }
  })

  test.each(['ups', 'sandbox'])(
    'of %s says bad_answer for what cannot be read',
    async (carrier) => {
      for (const text of [
        '',
        '<html>502 Bad Gateway</html>',
        '{"a":',
        '[]x',
        '7',
        '{"surprise":1}',
      ]) {
        const { status, body } = await inspect(carrier, text, 'text/html')
        expect([status, body.shipments, body.errors[0]?.code]).toEqual([200, [], 'bad_answer'])
      }
    },
  )

  test.each(['dove_post', '__proto__', 'constructor'])('does not know %s', async (carrier) => {
    const { status, body } = await api<Problem>('POST', `/carriers/${carrier}/inspect`, {})
    expect([status, body.code]).toEqual([404, 'carrier_unknown'])
  })
})
