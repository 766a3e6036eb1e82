import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { findHost } from '../../../worker/store/configuration.ts'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant, operator } from '../../support/workerd-api.ts'

const host = () => `${crypto.randomUUID()}.example`

describe('a merchant', () => {
  test('is made with its hostnames, and made again without change', async () => {
    const id = `m-${crypto.randomUUID()}`
    const hostname = host()
    const said = { name: 'Lamps', hostnames: [{ hostname, primary: true }], grant_days: 30 }
    const made = await operator('PUT', `/merchants/${id}`, said)
    expect(made).toMatchObject({
      status: 200,
      body: { id, name: 'Lamps', shard: 'DB', primary_hostname: hostname, grant_days: 30 },
    })
    expect((await operator('PUT', `/merchants/${id}`, said)).body).toEqual(made.body)
  })

  test('does not move to another shard or jurisdiction', async () => {
    const { id } = await newMerchant()
    for (const other of [{ shard: 'DB_B' }, { jurisdiction: 'eu' }]) {
      const answer = await operator<Problem>('PUT', `/merchants/${id}`, { name: 'x', ...other })
      expect([answer.status, answer.body.code]).toEqual([409, 'merchant_exists'])
    }
  })

  test('has the hostnames it was last given, and lets go of others', async () => {
    const [kept, gone] = [host(), host()]
    const hostnames = [{ hostname: kept }, { hostname: gone, primary: true }]
    const { id } = await newMerchant({ hostnames })
    const { body } = await operator('PUT', `/merchants/${id}`, {
      name: 'x',
      hostnames: [{ hostname: kept }],
    })
    expect(body).toMatchObject({ hostnames: [kept], primary_hostname: null })
    expect(await findHost(env, kept)).toBe(id)
    expect(await findHost(env, gone)).toBeNull()
    expect(await env.CONFIG.get(`host:${gone}`)).toBeNull()
    expect((await newMerchant({ hostnames: [{ hostname: gone }] })).id).not.toBe(id)
  })

  test('does not take another’s hostname', async () => {
    const hostnames = [{ hostname: host() }]
    await newMerchant({ hostnames })
    const { id } = await newMerchant()
    const { status, body } = await operator<Problem>('PUT', `/merchants/${id}`, {
      name: 'x',
      hostnames,
    })
    expect([status, body.code]).toEqual([409, 'hostname_taken'])
  })

  test('is told every wrong setting', async () => {
    const { status, body } = await operator<Problem>('PUT', '/merchants/m-1', {
      time_zone: 'Dubai',
      locale: 'x',
      hostnames: [{ hostname: 'not a host' }],
      colour: 'red',
    })
    expect(status).toBe(422)
    expect(body.errors?.map(({ field }) => field).sort()).toEqual([
      '/colour',
      '/hostnames/0/hostname',
      '/locale',
      '/name',
      '/time_zone',
    ])
  })

  test('has keys only where there is such a merchant', async () => {
    const { status } = await operator('POST', '/merchants/nobody/keys', { name: 'x' })
    expect(status).toBe(404)
  })
})
