import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** A merchant's look, as JSON validated on the way in. */
export const brands = sqliteTable('brands', {
  merchant: text().primaryKey(),
  brand: text().notNull(),
  version: integer().notNull(),
  updatedAt: text('updated_at').notNull(),
})
