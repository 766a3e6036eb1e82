import { sql } from 'drizzle-orm'
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core'
import { CONDITIONS, MILESTONES } from './vocabulary.ts'

/**
 * One row for each tracking number of a shipment (leg 0, and later legs): for search and for the
 * polling wheel. `cadence` null: not polled. `version` is the order's when this row last changed.
 */
export const shipments = sqliteTable(
  'shipments',
  {
    orderId: text('order_id').notNull(),
    shipment: text().notNull(),
    leg: integer().notNull(),
    merchant: text().notNull(),
    carrier: text().notNull(),
    /** null: the merchant's oldest account at that carrier */
    account: text(),
    trackingNumber: text('tracking_number').notNull(),
    milestone: text({ enum: MILESTONES }).notNull(),
    condition: text({ enum: CONDITIONS }).notNull(),
    /** When the shipment began, epoch milliseconds */
    since: integer().notNull(),
    /** Of the last answer recorded: the same again wakes no object */
    digest: text().notNull(),
    cadence: integer(),
    slot: integer(),
    version: integer().notNull(),
  },
  (table) => [
    primaryKey({ columns: [table.orderId, table.shipment, table.leg] }),
    index('shipments_wheel').on(table.cadence, table.slot).where(sql`cadence IS NOT NULL`),
    index('shipments_by_number').on(table.merchant, table.trackingNumber),
  ],
)
