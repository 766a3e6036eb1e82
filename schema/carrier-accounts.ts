import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

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
  },
  (table) => [
    index('carrier_accounts_by_merchant').on(table.merchant, table.carrier, table.createdAt),
  ],
)
