import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** How far the wheel of a shard has turned, and who is turning it. */
export const watermarks = sqliteTable('watermarks', {
  shard: text().primaryKey(),
  /** The last wheel minute whose messages are all sent */
  minute: integer().notNull(),
  leaseOwner: text('lease_owner').notNull(),
  /** Epoch milliseconds */
  leaseUntil: integer('lease_until').notNull(),
})
