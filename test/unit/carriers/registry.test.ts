import { afterEach, expect, it, vi } from 'vitest'
import * as z from 'zod'
import { CARRIERS } from '../../../schema/vocabulary.ts'
import { carriers, findCarrier } from '../../../worker/carriers/registry.ts'

it('has every carrier of the vocabulary, under its own id', () => {
  expect(Object.keys(carriers).sort()).toEqual([...CARRIERS].sort())
  for (const id of CARRIERS) expect(carriers[id].id).toBe(id)
})

it('finds what it has and nothing else', () => {
  expect(findCarrier('ups')).toBe(carriers.ups)
  for (const id of ['UPS', 'unknown', 'toString', '__proto__', '']) {
    expect(findCarrier(id)).toBeNull()
  }
})

it.each(Object.values(carriers))('$id keeps to what the platform allows', (carrier) => {
  const { limits, mapVersion } = carrier
  expect(limits.batch).toBeGreaterThan(0)
  expect(limits.connections).toBeLessThanOrEqual(6)
  expect(limits.perSecond).toBeGreaterThan(0)
  expect(mapVersion).toBeGreaterThan(0)
})

/** The least that a carrier takes for credentials. */
function anyCredentials(schema: z.ZodType): unknown {
  const { properties = {}, required = [] } = z.toJSONSchema(schema, { io: 'input' })
  const entered = required.map((name) => {
    const property = Object(properties[name]) as { readonly enum?: readonly unknown[] }
    return [name, property.enum?.[0] ?? '1234567890']
  })
  return Object.fromEntries(entered)
}

afterEach(() => void vi.restoreAllMocks())

it.each(Object.values(carriers).filter(({ id, sample }) => sample && id !== 'sandbox'))(
  '$id: credentials are tried with a number that it is asked about, where no token is exchanged',
  async ({ authenticate, credentials, sample = '', track }) => {
    const asked = vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response('', { status: 503 }))
    const access = { credentials: anyCredentials(credentials), token: null, origin: null, now: 0 }
    const asking = track([{ number: sample, since: 0, courier: null }], access)
    await expect(asking).rejects.toMatchObject({ problem: { code: 'down' } })
    const [[url, init] = []] = asked.mock.calls
    expect(`${String(url)} ${String(init?.body)}`).toContain(sample)
    expect(authenticate).toBeNull()
  },
)

it('a carrier’s page cannot be left by a number', () => {
  expect(carriers.ups.trackingUrl('1Z&x=<script>')).toBe(
    'https://www.ups.com/track?loc=en_US&tracknum=1Z%26x%3D%3Cscript%3E',
  )
  expect(carriers.delhivery.trackingUrl('1/../?x')).toBe(
    'https://www.delhivery.com/track/package/1%2F..%2F%3Fx',
  )
  expect(carriers.canadapost.trackingUrl('1?x#y')).toBe(
    'https://www.canadapost-postescanada.ca/track-reperage/en#/details/1%3Fx%23y',
  )
  expect(carriers.sandbox.trackingUrl('SBX-I-1-1')).toBeNull()
})
