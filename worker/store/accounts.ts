/** Carrier accounts. Credentials go in sealed and are read sealed; only the account's object opens them. */
import { and, asc, count, eq, isNotNull } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/d1'
import type { Trouble } from '../../schema/account-health.ts'
import { carrierAccounts } from '../../schema/index.ts'
import { toInstant } from '../lib/clock.ts'
import type { KeyRing } from '../lib/keys.ts'
import { seal, unseal } from '../lib/seal.ts'

export type CarrierAccount = Omit<typeof carrierAccounts.$inferSelect, 'trouble' | 'troubleSince'>

/** Without its credentials: what may be shown. */
export type ShownAccount = Omit<CarrierAccount, 'credentials'>

const SHOWN = {
  id: carrierAccounts.id,
  merchant: carrierAccounts.merchant,
  carrier: carrierAccounts.carrier,
  name: carrierAccounts.name,
  createdAt: carrierAccounts.createdAt,
  updatedAt: carrierAccounts.updatedAt,
}

const mine = (merchant: string, id: string) =>
  and(eq(carrierAccounts.id, id), eq(carrierAccounts.merchant, merchant))

export function listAccounts(database: D1Database, merchant: string): Promise<ShownAccount[]> {
  return drizzle(database)
    .select(SHOWN)
    .from(carrierAccounts)
    .where(eq(carrierAccounts.merchant, merchant))
    .orderBy(asc(carrierAccounts.createdAt), asc(carrierAccounts.id))
    .all()
}

export async function readAccount(
  database: D1Database,
  merchant: string,
  id: string,
): Promise<CarrierAccount | null> {
  const row = await drizzle(database).select().from(carrierAccounts).where(mine(merchant, id)).get()
  return row ?? null
}

/** Whether it is new: the same id again changes nothing, so that creating is safe to repeat. */
export async function createAccount(
  database: D1Database,
  account: CarrierAccount,
): Promise<boolean> {
  const rows = await drizzle(database)
    .insert(carrierAccounts)
    .values(account)
    .onConflictDoNothing()
    .returning({ id: carrierAccounts.id })
  return rows.length > 0
}

/** Whether there was such an account. */
export async function updateAccount(
  database: D1Database,
  merchant: string,
  id: string,
  change: Partial<Pick<CarrierAccount, 'name' | 'credentials'>> & { readonly updatedAt: string },
): Promise<boolean> {
  const rows = await drizzle(database)
    .update(carrierAccounts)
    .set(change)
    .where(mine(merchant, id))
    .returning({ id: carrierAccounts.id })
  return rows.length > 0
}

/** Whether there was such an account. */
export async function deleteAccount(
  database: D1Database,
  merchant: string,
  id: string,
): Promise<boolean> {
  const rows = await drizzle(database)
    .delete(carrierAccounts)
    .where(mine(merchant, id))
    .returning({ id: carrierAccounts.id })
  return rows.length > 0
}

/** By its id alone, which nobody can guess: all that a carrier's call names. It says whose it is. */
export async function readNamedAccount(
  database: D1Database,
  id: string,
): Promise<CarrierAccount | null> {
  const row = await drizzle(database)
    .select()
    .from(carrierAccounts)
    .where(eq(carrierAccounts.id, id))
    .get()
  return row ?? null
}

/** Says in the record why an account is not asked as it should be; null: nothing is wrong any more. */
export async function writeTrouble(
  database: D1Database,
  { merchant, account }: { readonly merchant: string; readonly account: string },
  trouble: { readonly kind: Trouble; readonly since: number } | null,
): Promise<void> {
  await drizzle(database)
    .update(carrierAccounts)
    .set({
      trouble: trouble?.kind ?? null,
      troubleSince: trouble && toInstant(trouble.since),
    })
    .where(mine(merchant, account))
}

/** How many accounts at each carrier are in which trouble. */
export function countTroubles(
  database: D1Database,
): Promise<{ carrier: string; trouble: Trouble | null; accounts: number }[]> {
  const { carrier, trouble } = carrierAccounts
  return drizzle(database)
    .select({ carrier, trouble, accounts: count() })
    .from(carrierAccounts)
    .where(isNotNull(trouble))
    .groupBy(carrier, trouble)
    .orderBy(carrier, trouble)
    .all()
}

/** Credentials as they may lie in the record; they open for this merchant's account alone. */
export const sealCredentials = (
  keys: KeyRing,
  account: Pick<CarrierAccount, 'merchant' | 'id'>,
  credentials: unknown,
): Promise<string> => seal(keys, sealedFor(account), JSON.stringify(credentials))

/** Throws where they were not sealed for this account. */
export async function openCredentials(keys: KeyRing, account: CarrierAccount): Promise<unknown> {
  return JSON.parse(await unseal(keys, sealedFor(account), account.credentials)) as unknown
}

/** Another one for other credentials, and for the same ones sealed again; says nothing of them. */
export const credentialsVersion = ({ credentials }: Pick<CarrierAccount, 'credentials'>): string =>
  credentials.slice(-22)

const sealedFor = (account: Pick<CarrierAccount, 'merchant' | 'id'>): string =>
  `${account.merchant}\0${account.id}`
