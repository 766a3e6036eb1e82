import { integer, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** The tenants. In the control database only; published to KV with the rest of their configuration. */
export const merchants = sqliteTable('merchants', {
  id: text().primaryKey(),
  name: text().notNull(),
  /** Name of the D1 binding that holds this merchant's orders */
  shard: text().notNull(),
  /** Where the objects of its orders live, chosen once: objects do not move */
  jurisdiction: text({ enum: ['none', 'eu'] }).notNull(),
  locationHint: text('location_hint'),
  locale: text().notNull(),
  timeZone: text('time_zone').notNull(),
  /** Days after delivery for which a grant lasts */
  grantDays: integer('grant_days').notNull(),
  createdAt: text('created_at').notNull(),
})
