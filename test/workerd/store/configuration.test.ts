import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { MINUTE } from '../../../worker/lib/clock.ts'
import type { ConfigurationSource } from '../../../worker/store/configuration.ts'
import {
  findApiKey,
  findHost,
  findMerchant,
  forgetConfiguration,
  publishApiKey,
  publishMerchant,
  unpublishApiKey,
} from '../../../worker/store/configuration.ts'
import {
  saveApiKey,
  saveBrand,
  saveHostnames,
  saveMerchant,
} from '../../../worker/store/merchants.ts'

const at = '2026-03-10T08:00:00Z'
let made = 0

/** A merchant in the record, with a hostname and a key; published nowhere. */
async function newMerchant() {
  made += 1
  const id = `m${made}`
  const [hostname, hash] = [`${id}.example`, `hash-${id}`]
  await saveMerchant(env.DB, {
    id,
    name: 'Shop',
    shard: 'DB',
    jurisdiction: 'none',
    locale: 'en',
    timeZone: 'UTC',
    grantDays: 60,
    createdAt: at,
  })
  await saveHostnames(env.DB, id, [{ hostname, isPrimary: true }])
  await saveApiKey(env.DB, { hash, merchant: id, name: 'k', createdAt: at })
  return { id, hostname, hash }
}

/** The source with calls counted, and either half failing where told. */
function watched(away: { kv?: boolean; d1?: boolean } = {}) {
  const counts = { kv: 0, d1: 0 }
  const failing = { ...away }
  const watch = <Half extends object>(half: Half, name: 'kv' | 'd1'): Half =>
    new Proxy(half, {
      get: (target, property) => {
        const value = Reflect.get(target, property) as unknown
        if (typeof value !== 'function') return value
        return (...parameters: unknown[]) => {
          counts[name] += 1
          if (failing[name]) throw new Error(`${name} is away`)
          return Reflect.apply(value, target, parameters) as unknown
        }
      },
    })
  const source: ConfigurationSource = { DB: watch(env.DB, 'd1'), CONFIG: watch(env.CONFIG, 'kv') }
  return { source, counts, failing }
}

beforeEach(() => {
  forgetConfiguration()
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.spyOn(console, 'warn').mockReturnValue()
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const later = (milliseconds: number) => vi.setSystemTime(Date.now() + milliseconds)

describe('a merchant’s configuration', () => {
  test('is read from the record where it is not published', async () => {
    const { id, hostname, hash } = await newMerchant()
    expect(await findMerchant(env, id)).toMatchObject({
      id,
      shard: 'DB',
      primary_hostname: hostname,
      brand: { name: 'Shop' },
      accounts: [],
    })
    expect(await findHost(env, hostname)).toBe(id)
    expect(await findApiKey(env, hash)).toBe(id)
  })

  test('is read from KV where it is, without the record', async () => {
    const { id, hostname, hash } = await newMerchant()
    await publishMerchant(env, id)
    await publishApiKey(env, hash, id)
    forgetConfiguration()
    const { source, counts } = watched({ d1: true })
    expect(await findMerchant(source, id)).toMatchObject({ id })
    expect(await findHost(source, hostname)).toBe(id)
    expect(await findApiKey(source, hash)).toBe(id)
    expect(counts).toEqual({ kv: 3, d1: 0 })
  })

  test('is kept for a minute', async () => {
    const { id } = await newMerchant()
    const { source, counts } = watched()
    await findMerchant(source, id)
    const { kv } = counts
    later(MINUTE - 1)
    await findMerchant(source, id)
    expect(counts.kv).toBe(kv)
    later(1)
    await findMerchant(source, id)
    expect(counts.kv).toBe(kv + 1)
  })

  test('is visible as changed at once where it was published', async () => {
    const { id } = await newMerchant()
    await findMerchant(env, id)
    const brand = {
      name: 'New',
      colours: { accent: '#112233' },
      digits: 'latn' as const,
      support: {},
      links: [],
    }
    await saveBrand(env.DB, id, brand, at)
    expect(await findMerchant(env, id)).toMatchObject({ brand: { name: 'Shop' } })
    await publishMerchant(env, id)
    expect(await findMerchant(env, id)).toMatchObject({ brand: { name: 'New' }, brand_version: 1 })
  })
})

describe('while a part is away', () => {
  test('KV, the record answers', async () => {
    const { id } = await newMerchant()
    expect(await findMerchant(watched({ kv: true }).source, id)).toMatchObject({ id })
  })

  test('both, what was known before answers, however old', async () => {
    const { id } = await newMerchant()
    const { source, failing } = watched()
    const known = await findMerchant(source, id)
    Object.assign(failing, { kv: true, d1: true })
    later(100 * MINUTE)
    expect(await findMerchant(source, id)).toEqual(known)
  })

  test('both, and nothing known, it is an error and not "unknown"', async () => {
    const { id } = await newMerchant()
    const { source, failing } = watched({ kv: true, d1: true })
    await expect(findMerchant(source, id)).rejects.toThrow('d1 is away')
    Object.assign(failing, { kv: false, d1: false })
    expect(await findMerchant(source, id)).toMatchObject({ id })
  })
})

describe('what there is not', () => {
  test('is unknown, and asked about once a minute at most', async () => {
    const { source, counts } = watched()
    expect(await findHost(source, 'nowhere.example')).toBeNull()
    const before = { ...counts }
    expect(await findHost(source, 'nowhere.example')).toBeNull()
    expect(counts).toEqual(before)
  })

  test('is found once it is published, without waiting', async () => {
    const { id, hostname } = await newMerchant()
    await env.DB.prepare('DELETE FROM hostnames WHERE hostname = ?1').bind(hostname).run()
    expect(await findHost(env, hostname)).toBeNull()
    await saveHostnames(env.DB, id, [{ hostname, isPrimary: true }])
    await publishMerchant(env, id)
    expect(await findHost(env, hostname)).toBe(id)
  })

  test('is nobody’s configuration to publish', async () => {
    expect(await publishMerchant(env, 'nobody')).toBeNull()
    expect(await findMerchant(env, 'nobody')).toBeNull()
  })
})

describe('an API key', () => {
  test('that was taken back opens nothing at once, and nothing later', async () => {
    const { id, hash } = await newMerchant()
    await publishApiKey(env, hash, id)
    await env.DB.prepare('UPDATE api_keys SET revoked_at = ?2 WHERE hash = ?1').bind(hash, at).run()
    await unpublishApiKey(env, hash)
    expect(await findApiKey(env, hash)).toBeNull()
    forgetConfiguration()
    expect(await findApiKey(env, hash)).toBeNull()
  })
})

describe('a hostname', () => {
  test('belongs to one merchant', async () => {
    const [first, second] = [await newMerchant(), await newMerchant()]
    const stealing = saveHostnames(env.DB, second.id, [
      { hostname: first.hostname, isPrimary: true },
    ])
    await expect(stealing).rejects.toThrow('belongs to another merchant')
    expect(await findHost(env, first.hostname)).toBe(first.id)
  })
})
