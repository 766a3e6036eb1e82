import { sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Orders erased: nothing of them may come back. Holds no personal data and is kept for good. */
export const tombstones = sqliteTable('tombstones', {
  orderId: text('order_id').primaryKey(),
  merchant: text().notNull(),
  erasedAt: text('erased_at').notNull(),
})
