/**
 * `npm run demo`: the Worker on this machine with two merchants, their orders in every state, and
 * the wheel turning once a second. Prints one line, `READY {…}`, when all of it can be looked at.
 */
import type { ChildProcess } from 'node:child_process'
import { execFileSync, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import path from 'node:path'
import { OFFLINE } from '../support/offline.ts'
import { TEST_SECRETS } from '../support/secrets.ts'
import { Client, until } from './client.ts'
import { seed } from './seed.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const WRANGLER = path.join(ROOT, 'node_modules/wrangler/bin/wrangler.js')
const PORT = process.env.PORT ?? '8787'
const ORIGIN = `http://localhost:${PORT}`
const STATE = path.join(ROOT, '.wrangler', `demo-${PORT}`)
const WHEEL_UNIT_MS = 1000
const STARTS_WITHIN = 60_000

async function main(): Promise<void> {
  rmSync(STATE, { recursive: true, force: true })
  const env = { ...process.env, ...OFFLINE, CI: 'true', NO_COLOR: '1' }
  execFileSync(
    process.execPath,
    [WRANGLER, 'd1', 'migrations', 'apply', 'DB', '--local', '--persist-to', STATE],
    { cwd: ROOT, env, stdio: 'pipe' },
  )
  const worker = startWorker(env)
  const client = new Client(ORIGIN, TEST_SECRETS.OPERATOR_KEY)
  await until('the Worker answers', STARTS_WITHIN, () => client.answers())
  turnWheel(client)
  const shops = await seed(client)
  const { api_key, orders } = shops
  console.log(`READY ${JSON.stringify({ url: ORIGIN, api_key, orders })}`)
  worker.once('exit', (code) => process.exit(code ?? 1))
}

function startWorker(env: NodeJS.ProcessEnv): ChildProcess {
  const vars = {
    DEFAULT_ORIGIN: ORIGIN,
    WHEEL_UNIT_MS: String(WHEEL_UNIT_MS),
    CARRIER_ORIGINS: process.env.CARRIER_ORIGINS ?? '{}',
    ...TEST_SECRETS,
  }
  const worker = spawn(
    process.execPath,
    [
      WRANGLER,
      'dev',
      ...['--port', PORT, '--ip', '127.0.0.1', '--persist-to', STATE],
      ...Object.entries(vars).flatMap(([name, value]) => ['--var', `${name}:${value}`]),
    ],
    { cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] },
  )
  const said: string[] = []
  const listen = (chunk: Buffer) => {
    said.push(chunk.toString())
    if (process.env.DEMO_LOGS) process.stderr.write(chunk)
    if (said.length > 200) said.shift()
  }
  worker.stdout?.on('data', listen)
  worker.stderr?.on('data', listen)
  worker.once('exit', (code) => {
    console.error(`The Worker ended with code ${code}:\n${said.join('')}`)
  })
  process.once('exit', () => {
    worker.removeAllListeners('exit')
    worker.kill()
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0))
  return worker
}

/** The local runtime has no cron of its own. */
function turnWheel(client: Client): void {
  let turning = false
  setInterval(async () => {
    if (turning) return
    turning = true
    await client.tick().catch(() => undefined)
    turning = false
  }, WHEEL_UNIT_MS)
}

try {
  await main()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exit(1)
}
