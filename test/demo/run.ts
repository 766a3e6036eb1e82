/**
 * `npm run demo`: the Worker on this machine with two merchants, their orders in every state, and
 * the wheel turning once a second. Prints one line, `READY {…}`, when all of it can be looked at.
 */
import { rmSync } from 'node:fs'
import path from 'node:path'
import { TEST_SECRETS } from '../support/secrets.ts'
import { migrate, originOf, startWorker } from '../support/worker-process.ts'
import { Client, until } from './client.ts'
import { seed } from './seed.ts'

const ROOT = path.resolve(import.meta.dirname, '../..')
const PORT = Number(process.env.PORT ?? 8787)
const ORIGIN = originOf(PORT)
const STATE = path.join(ROOT, '.wrangler', `demo-${PORT}`)
const WHEEL_UNIT_MS = 1000
const STARTS_WITHIN = 60_000

async function main(): Promise<void> {
  rmSync(STATE, { recursive: true, force: true })
  migrate(STATE)
  const { child, said } = startWorker({
    port: PORT,
    state: STATE,
    wheelUnit: WHEEL_UNIT_MS,
    listen: (chunk) => {
      if (process.env.DEMO_LOGS) process.stderr.write(chunk)
    },
  })
  child.once('exit', (code) => {
    console.error(`The Worker ended with code ${code}:\n${said()}`)
    process.exit(code ?? 1)
  })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.once(signal, () => process.exit(0))
  const client = new Client(ORIGIN, TEST_SECRETS.OPERATOR_KEY)
  await until('the Worker answers', STARTS_WITHIN, () => client.answers())
  turnWheel(client)
  const { api_key, orders } = await seed(client)
  console.log(`READY ${JSON.stringify({ url: ORIGIN, api_key, orders })}`)
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
