/** The Worker with a benchmark's own routes beside it, built and started as wrangler starts it for tests. */
import path from 'node:path'
import { createTestHarness } from 'wrangler'
import { OFFLINE } from '../support/offline.ts'
import { TEST_SECRETS } from '../support/secrets.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')

export interface Server {
  readonly url: string
  readonly stop: () => Promise<void>
}

export async function startServer(main = 'test/bench/worker.ts'): Promise<Server> {
  Object.assign(process.env, OFFLINE, TEST_SECRETS)
  const { unstable_readConfig: readConfig } = await import('wrangler')
  const config = readConfig({ config: path.join(ROOT, 'wrangler.toml') }, { hideWarnings: true })
  const harness = createTestHarness({
    root: ROOT,
    workers: [
      {
        config: {
          ...config,
          main: path.join(ROOT, main),
          vars: { ...config.vars, DEFAULT_ORIGIN: 'http://127.0.0.1' },
        },
      },
    ],
  })
  const { url } = await harness.listen()
  await harness.getWorker().applyD1Migrations('DB')
  return { url: url.origin, stop: () => harness.close() }
}
