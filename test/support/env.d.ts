/** What only tests bind; `test/vitest.config.ts` provides it. */
declare namespace Cloudflare {
  interface Env {
    /** The second shard. */
    DB_B: D1Database
    MIGRATIONS: import('cloudflare:test').D1Migration[]
  }
}
