import { index, sqliteTable, text } from 'drizzle-orm/sqlite-core'

/** Messages given up on: what and why, ids only, never a body, to be seen and replayed. */
export const deadLetters = sqliteTable(
  'dead_letters',
  {
    id: text().primaryKey(),
    queue: text().notNull(),
    merchant: text(),
    /** The message without anything personal, as JSON: enough to send it again */
    message: text().notNull(),
    why: text().notNull(),
    diedAt: text('died_at').notNull(),
    replayedAt: text('replayed_at'),
  },
  (table) => [index('dead_letters_by_time').on(table.replayedAt, table.diedAt)],
)
