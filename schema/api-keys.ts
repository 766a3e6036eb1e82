import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** API keys by their SHA-256; the key itself is shown once and kept nowhere. */
export const apiKeys = sqliteTable(
  'api_keys',
  {
    hash: text().primaryKey(),
    merchant: text().notNull(),
    name: text().notNull(),
    createdAt: text('created_at').notNull(),
    revokedAt: text('revoked_at'),
  },
  (table) => [index('api_keys_by_merchant').on(table.merchant)],
)
