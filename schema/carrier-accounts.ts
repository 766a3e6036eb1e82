import { sql } from 'drizzle-orm'
import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { TROUBLES } from './account-health.ts'

/** A merchant's credentials at a carrier, AES-GCM ciphertext with its key id; they never come back out. */
export const carrierAccounts = sqliteTable(
  'carrier_accounts',
  {
    id: text().primaryKey(),
    merchant: text().notNull(),
    carrier: text().notNull(),
    name: text().notNull(),
    credentials: text().notNull(),
    createdAt: text('created_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    /** Why its carrier is not asked as it should be, and since when; null: nothing is wrong */
    trouble: text({ enum: TROUBLES }),
    troubleSince: text('trouble_since'),
  },
  (table) => [
    index('carrier_accounts_by_merchant').on(table.merchant, table.carrier, table.createdAt),
    index('carrier_accounts_in_trouble')
      .on(table.carrier, table.trouble)
      .where(sql`trouble IS NOT NULL`),
  ],
)
