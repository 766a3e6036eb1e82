import path from 'node:path'
import { cloudflareTest, readD1Migrations } from '@cloudflare/vitest-plugin'
import { defineConfig } from 'vitest/config'
import { fakeOrigins } from './support/fakes.ts'
import { freePort } from './support/free-port.ts'
import { OFFLINE } from './support/offline.ts'
import { TEST_SECRETS } from './support/secrets.ts'
import { readPayloads } from './support/shared-payloads.ts'

const root = path.resolve(import.meta.dirname, '..')
const jsx = { runtime: 'automatic', importSource: 'preact' } as const

// Wrangler looks for the required secrets in the environment while it reads wrangler.toml.
Object.assign(process.env, OFFLINE, TEST_SECRETS)

export default defineConfig(async () => {
  // The Worker's bindings are fixed before the fake carriers start: they are told their port.
  process.env.FAKES_PORT ??= String(await freePort())
  const workerd = cloudflareTest({
    wrangler: { configPath: path.join(root, 'wrangler.toml') },
    miniflare: {
      bindings: {
        ...TEST_SECRETS,
        SHARDS: 'DB,DB_B',
        WHEEL_UNIT_MS: '1000',
        CARRIER_ORIGINS: JSON.stringify(fakeOrigins(Number(process.env.FAKES_PORT))),
        MIGRATIONS: await readD1Migrations(path.join(root, 'migrations')),
      },
      d1Databases: { DB_B: 'whereabouts-b' },
    },
  })
  return {
    root,
    test: {
      projects: [
        path.join(import.meta.dirname, 'vitest.unit.config.ts'),
        // What checks the project; `npm run verify` runs the checks themselves.
        { root, test: { name: 'toolchain', include: ['test/toolchain/**/*.test.ts'] } },
        {
          root,
          oxc: { jsx },
          plugins: [workerd],
          test: {
            name: 'workerd',
            include: ['test/workerd/**/*.test.{ts,tsx}'],
            globalSetup: ['test/support/workerd-global.ts'],
            setupFiles: ['test/support/workerd-setup.ts'],
            provide: { payloads: readPayloads() },
          },
        },
        {
          root,
          // Alone, after the others: it watches a thousand orders against the clock.
          test: {
            name: 'resilience',
            include: ['test/resilience/**/*.test.ts'],
            sequence: { groupOrder: 1 },
          },
        },
        {
          root,
          oxc: { jsx },
          test: {
            name: 'browser',
            include: ['test/browser/**/*.test.{ts,tsx}'],
            globalSetup: ['test/support/browser-setup.ts'],
            setupFiles: ['test/support/browser-ready.ts'],
            testTimeout: 30_000,
            hookTimeout: 60_000,
          },
        },
      ],
    },
  }
})
