import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The hostnames a merchant's pages answer on. */
export const hostnames = sqliteTable(
  'hostnames',
  {
    hostname: text().primaryKey(),
    merchant: text().notNull(),
    /** 1: links are made with this one */
    isPrimary: integer('is_primary', { mode: 'boolean' }).notNull(),
  },
  (table) => [index('hostnames_by_merchant').on(table.merchant)],
)
