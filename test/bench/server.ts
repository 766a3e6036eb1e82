/**
 * The Worker with a benchmark's own routes beside it, bundled as it is deployed and run by Miniflare
 * alone. wrangler's development server and test harness add what production lacks: a proxy before the
 * Worker, a trace of every call, and two rows and three fsyncs in an object whenever it wakes.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import { OFFLINE } from '../support/offline.ts'
import { TEST_SECRETS } from '../support/secrets.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const CONFIG = path.join(ROOT, 'wrangler.toml')
const WRANGLER = path.join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
/** Linux's folder in memory */
const MEMORY = '/dev/shm'
const MIGRATIONS = path.join(ROOT, 'migrations')

export interface Server {
  readonly url: string
  readonly stop: () => Promise<void>
}

export async function startServer(
  main = 'test/bench/worker.ts',
  vars: Readonly<Record<string, string>> = {},
): Promise<Server> {
  Object.assign(process.env, OFFLINE, TEST_SECRETS)
  // A waking object makes two files, which takes a disk longer the more files others have deleted.
  if (existsSync(MEMORY)) process.env.TMPDIR = MEMORY
  const { unstable_getMiniflareWorkerOptions: optionsOf } = await import('wrangler')
  const { workerOptions } = optionsOf(CONFIG)
  const bindings: object = workerOptions.bindings ?? {}
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      host: '127.0.0.1',
      workers: [
        {
          ...workerOptions,
          modules: [{ type: 'ESModule', path: 'worker.js', contents: bundle(main) }],
          bindings: { ...bindings, DEFAULT_ORIGIN: 'http://127.0.0.1', ...vars },
        },
      ],
    }),
  )
  const url = await miniflare.ready
  await migrate(await miniflare.getD1Database('DB'))
  return { url: url.origin, stop: () => miniflare.dispose() }
}

/** The one module that would be deployed. */
function bundle(main: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'bench-worker-'))
  const args = ['deploy', main, '--config', CONFIG, '--dry-run', '--outdir', folder]
  execFileSync(process.execPath, [WRANGLER, ...args], {
    cwd: ROOT,
    encoding: 'utf8',
    stdio: 'pipe',
  })
  const module = readFileSync(path.join(folder, `${path.parse(main).name}.js`), 'utf8')
  rmSync(folder, { recursive: true })
  return module
}

async function migrate(database: D1Database): Promise<void> {
  for (const file of readdirSync(MIGRATIONS)
    .filter((name) => name.endsWith('.sql'))
    .sort()) {
    const statements = readFileSync(path.join(MIGRATIONS, file), 'utf8').split(
      '--> statement-breakpoint',
    )
    await database.batch(statements.map((statement) => database.prepare(statement)))
  }
}
