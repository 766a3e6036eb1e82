/**
 * Merchants' configuration: written to the control database, published to KV, kept in the isolate
 * for a minute, and served stale rather than not at all: pages answer while D1 or KV is away.
 */
import { asc, eq } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Brand } from '../../schema/brand.ts'
import { apiKeys, brands, carrierAccounts, hostnames, merchants } from '../../schema/index.ts'
import { MINUTE, now } from '../lib/clock.ts'
import type { Jurisdiction } from '../lib/id.ts'
import { describeError, log } from '../lib/log.ts'
import type { CarrierAccount } from './accounts.ts'
import { readNamedAccount } from './accounts.ts'

export interface MerchantConfiguration {
  readonly id: string
  readonly name: string
  /** Name of the D1 binding with this merchant's orders */
  readonly shard: string
  readonly jurisdiction: Jurisdiction
  readonly location_hint: string | null
  readonly locale: string
  readonly time_zone: string
  readonly grant_days: number
  readonly hostnames: readonly string[]
  /** Links are made with this hostname; null: the default host */
  readonly primary_hostname: string | null
  readonly brand: Brand
  readonly brand_version: number
  /** Oldest first */
  readonly accounts: readonly { readonly id: string; readonly carrier: string }[]
}

/** The two places configuration lives in. */
export interface ConfigurationSource {
  readonly DB: D1Database
  readonly CONFIG: KVNamespace
}

const FRESH = MINUTE
const MAX_KEPT = 2000
/** KV keeps what it answers near the reader for at least this long, in seconds */
const KV_CACHE = 60

interface Kept {
  readonly value: unknown
  readonly at: number
}
const kept = new Map<string, Kept>()

/** From the isolate, else KV, else D1; stale rather than failing. null: there is no such thing. */
async function lookUp<Value>(
  source: ConfigurationSource,
  key: string,
  read: () => Promise<Value | null>,
): Promise<Value | null> {
  const known = kept.get(key)
  if (known && now() - known.at < FRESH) return known.value as Value | null
  try {
    const value = (await fromKv<Value>(source, key)) ?? (await read())
    keep(key, value)
    return value
  } catch (error) {
    if (!known) throw error
    log('warn', 'configuration_stale', { key, error: describeError(error) })
    return known.value as Value | null
  }
}

async function fromKv<Value>(source: ConfigurationSource, key: string): Promise<Value | null> {
  try {
    return await source.CONFIG.get<Value>(key, { type: 'json', cacheTtl: KV_CACHE })
  } catch (error) {
    log('warn', 'configuration_kv_failed', { key, error: describeError(error) })
    return null
  }
}

function keep(key: string, value: unknown): void {
  kept.delete(key)
  kept.set(key, { value, at: now() })
  const [oldest] = kept.keys()
  if (kept.size > MAX_KEPT && oldest !== undefined) kept.delete(oldest)
}

/** Forgets what this isolate keeps: for tests that change the record behind its back. */
export const forgetConfiguration = (): void => kept.clear()

export function findMerchant(
  source: ConfigurationSource,
  merchant: string,
): Promise<MerchantConfiguration | null> {
  return lookUp(source, `merchant:${merchant}`, () => readConfiguration(source.DB, merchant))
}

/** The id of the merchant that answers on a hostname. */
export function findHost(source: ConfigurationSource, hostname: string): Promise<string | null> {
  return lookUp(source, `host:${hostname}`, async () => {
    const row = await drizzle(source.DB)
      .select({ merchant: hostnames.merchant })
      .from(hostnames)
      .where(eq(hostnames.hostname, hostname))
      .get()
    return row?.merchant ?? null
  })
}

/** The id of the merchant an API key belongs to, by the key's hash. */
export function findApiKey(source: ConfigurationSource, hash: string): Promise<string | null> {
  return lookUp(source, `key:${hash}`, async () => {
    const row = await drizzle(source.DB)
      .select({ merchant: apiKeys.merchant, revokedAt: apiKeys.revokedAt })
      .from(apiKeys)
      .where(eq(apiKeys.hash, hash))
      .get()
    return row && row.revokedAt === null ? row.merchant : null
  })
}

/** A carrier account, its credentials sealed, by its id alone: a carrier's call names nothing else. */
export const findAccount = (
  source: ConfigurationSource,
  id: string,
): Promise<CarrierAccount | null> =>
  lookUp(source, `account:${id}`, () => readNamedAccount(source.DB, id))

const NO_BRAND: Omit<Brand, 'name'> = {
  colours: { accent: '#1f5eff' },
  digits: 'latn',
  support: {},
  links: [],
}

async function readConfiguration(
  database: D1Database,
  id: string,
): Promise<MerchantConfiguration | null> {
  const db = drizzle(database)
  const [[merchant], hosts, [brand], accounts] = await db.batch([
    db.select().from(merchants).where(eq(merchants.id, id)),
    db.select().from(hostnames).where(eq(hostnames.merchant, id)).orderBy(asc(hostnames.hostname)),
    db.select().from(brands).where(eq(brands.merchant, id)),
    db
      .select({ id: carrierAccounts.id, carrier: carrierAccounts.carrier })
      .from(carrierAccounts)
      .where(eq(carrierAccounts.merchant, id))
      .orderBy(asc(carrierAccounts.createdAt), asc(carrierAccounts.id)),
  ])
  if (!merchant) return null
  return {
    id,
    name: merchant.name,
    shard: merchant.shard,
    jurisdiction: merchant.jurisdiction,
    location_hint: merchant.locationHint,
    locale: merchant.locale,
    time_zone: merchant.timeZone,
    grant_days: merchant.grantDays,
    hostnames: hosts.map((host) => host.hostname),
    primary_hostname: hosts.find((host) => host.isPrimary)?.hostname ?? null,
    brand: brand ? (JSON.parse(brand.brand) as Brand) : { name: merchant.name, ...NO_BRAND },
    brand_version: brand?.version ?? 0,
    accounts,
  }
}

/**
 * Publishes a merchant's configuration as it now stands in the record, with its hostnames. Called
 * after every change; failing leaves KV behind the record, and the next change or call mends it.
 */
export async function publishMerchant(
  source: ConfigurationSource,
  merchant: string,
): Promise<MerchantConfiguration | null> {
  const configuration = await readConfiguration(source.DB, merchant)
  if (!configuration) return null
  await publish(source, `merchant:${merchant}`, configuration)
  for (const hostname of configuration.hostnames)
    await publish(source, `host:${hostname}`, merchant)
  return configuration
}

export const publishApiKey = (
  source: ConfigurationSource,
  hash: string,
  merchant: string,
): Promise<void> => publish(source, `key:${hash}`, merchant)

async function publish(source: ConfigurationSource, key: string, value: unknown): Promise<void> {
  keep(key, value)
  await source.CONFIG.put(key, JSON.stringify(value))
}

/** Publishes an account as it now stands in the record; a deleted one dies elsewhere within a minute. */
export async function publishAccount(source: ConfigurationSource, id: string): Promise<void> {
  const account = await readNamedAccount(source.DB, id)
  if (account) await publish(source, `account:${id}`, account)
  else await unpublish(source, `account:${id}`)
}

/** Elsewhere the hostname's pages go within the time an isolate keeps it. */
export const unpublishHostname = (source: ConfigurationSource, hostname: string): Promise<void> =>
  unpublish(source, `host:${hostname}`)

/** Elsewhere a revoked key dies within the time an isolate keeps it: a minute. */
export const unpublishApiKey = (source: ConfigurationSource, hash: string): Promise<void> =>
  unpublish(source, `key:${hash}`)

async function unpublish(source: ConfigurationSource, key: string): Promise<void> {
  keep(key, null)
  await source.CONFIG.delete(key)
}
