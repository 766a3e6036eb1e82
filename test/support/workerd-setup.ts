import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'

// After `reset()` a test runs this again: reset takes the tables with the rows.
await applyD1Migrations(env.DB, env.MIGRATIONS)
await applyD1Migrations(env.DB_B, env.MIGRATIONS)
