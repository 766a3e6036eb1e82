import { sql } from 'drizzle-orm'
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CONDITIONS, STATES } from './vocabulary.ts'

/**
 * The projection of every order: what to list and search by, and `snapshot`, the whole state at
 * `version`, one read for the page's fallback and for a rebuild of the object.
 */
export const orders = sqliteTable(
  'orders',
  {
    id: text().primaryKey(),
    merchant: text().notNull(),
    number: text().notNull(),
    state: text({ enum: STATES }).notNull(),
    condition: text({ enum: CONDITIONS }).notNull(),
    /** `open` until the journey is over, then the state: lists by state look there, and it moves but once */
    shelf: text().notNull(),
    placedAt: text('placed_at').notNull(),
    updatedAt: text('updated_at').notNull(),
    version: integer().notNull(),
    snapshot: text().notNull(),
  },
  (table) => [
    index('orders_by_time').on(table.merchant, table.placedAt, table.id),
    // Most orders are delivered ones: those are found by time, and leaving an index is free.
    index('orders_by_shelf')
      .on(table.merchant, table.shelf, table.placedAt, table.id)
      .where(sql`shelf <> 'delivered'`),
  ],
)
