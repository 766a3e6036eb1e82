/** Merchants and what belongs to each: hostnames, brand, API keys. Control database; the caller publishes. */
import { and, eq, sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Brand } from '../../schema/brand.ts'
import { apiKeys, brands, hostnames, merchants } from '../../schema/index.ts'
import { Problem } from '../lib/errors.ts'

export type NewMerchant = typeof merchants.$inferInsert

/** Creates a merchant, or changes what may change. Throws Problem `merchant_exists` for another shard or jurisdiction: orders do not move. */
export async function saveMerchant(database: D1Database, merchant: NewMerchant): Promise<void> {
  const { name, shard, jurisdiction, locale, timeZone, grantDays } = merchant
  const [row] = await drizzle(database)
    .insert(merchants)
    .values(merchant)
    .onConflictDoUpdate({
      target: merchants.id,
      set: { name, locale, timeZone, grantDays },
      setWhere: sql`${merchants.shard} = ${shard} AND ${merchants.jurisdiction} = ${jurisdiction}`,
    })
    .returning({ id: merchants.id })
  if (!row) throw new Problem('merchant_exists')
}

/** Hostnames a merchant has besides these. */
export async function otherHostnames(
  database: D1Database,
  merchant: string,
  names: readonly { readonly hostname: string }[],
): Promise<string[]> {
  const rows = await drizzle(database)
    .select({ hostname: hostnames.hostname })
    .from(hostnames)
    .where(eq(hostnames.merchant, merchant))
  const wanted = new Set(names.map(({ hostname }) => hostname))
  return rows.map(({ hostname }) => hostname).filter((hostname) => !wanted.has(hostname))
}

export async function deleteHostname(
  database: D1Database,
  merchant: string,
  hostname: string,
): Promise<void> {
  await drizzle(database)
    .delete(hostnames)
    .where(and(eq(hostnames.hostname, hostname), eq(hostnames.merchant, merchant)))
}

/** Gives a merchant hostnames. Throws Problem `hostname_taken` where another merchant has one. */
export async function saveHostnames(
  database: D1Database,
  merchant: string,
  names: readonly { readonly hostname: string; readonly isPrimary: boolean }[],
): Promise<void> {
  const db = drizzle(database)
  for (const { hostname, isPrimary } of names) {
    const [row] = await db
      .insert(hostnames)
      .values({ hostname, merchant, isPrimary })
      .onConflictDoUpdate({
        target: hostnames.hostname,
        set: { isPrimary },
        setWhere: eq(hostnames.merchant, merchant),
      })
      .returning({ merchant: hostnames.merchant })
    if (!row) throw new Problem('hostname_taken', `${hostname} belongs to another merchant`)
  }
}

export async function saveBrand(
  database: D1Database,
  merchant: string,
  brand: Brand,
  at: string,
): Promise<void> {
  const text = JSON.stringify(brand)
  await drizzle(database)
    .insert(brands)
    .values({ merchant, brand: text, version: 1, updatedAt: at })
    .onConflictDoUpdate({
      target: brands.merchant,
      set: { brand: text, version: sql`${brands.version} + 1`, updatedAt: at },
      setWhere: sql`${brands.brand} <> ${text}`,
    })
}

export async function saveApiKey(
  database: D1Database,
  key: {
    readonly hash: string
    readonly merchant: string
    readonly name: string
    readonly createdAt: string
  },
): Promise<void> {
  await drizzle(database).insert(apiKeys).values(key)
}

/** Whether there was such a key. The caller takes it out of KV. */
export async function revokeApiKey(
  database: D1Database,
  merchant: string,
  hash: string,
  at: string,
): Promise<boolean> {
  const rows = await drizzle(database)
    .update(apiKeys)
    .set({ revokedAt: at })
    .where(and(eq(apiKeys.hash, hash), eq(apiKeys.merchant, merchant)))
    .returning({ hash: apiKeys.hash })
  return rows.length > 0
}
