import { spawn } from 'node:child_process'
import path from 'node:path'
import { unstable_readConfig as readConfig } from 'wrangler'
import { runChecks } from './verify/check.ts'
import { command, ROOT, toolEnv } from './verify/command.ts'
import { checkDeployment } from './verify/deployment.ts'

/** The part of wrangler.toml that names what must exist first. */
interface Bindings {
  d1_databases: { binding: string; database_name?: string }[]
  queues: { producers?: { queue?: string }[]; consumers?: { queue: string }[] }
}

const config: Bindings = readConfig(
  { config: path.join(ROOT, 'wrangler.toml') },
  { hideWarnings: true },
)

/** What a deployment needs to find; wrangler itself makes namespaces, objects and triggers. */
interface Resource {
  what: string
  exists: readonly string[]
  create: readonly string[]
}

/** How wrangler says that something is not there, as opposed to that it could not ask. */
const MISSING = /couldn't find|does not exist/i

const databases = config.d1_databases.map((database) => ({
  binding: database.binding,
  name: database.database_name ?? database.binding,
}))
const queues = [
  ...new Set(
    [...(config.queues.producers ?? []), ...(config.queues.consumers ?? [])].flatMap(
      ({ queue }) => queue ?? [],
    ),
  ),
]

const RESOURCES: readonly Resource[] = [
  ...databases.map(({ name }) => ({
    what: `database ${name}`,
    exists: ['d1', 'info', name],
    create: ['d1', 'create', name, '--update-config=false'],
  })),
  ...queues.map((queue) => ({
    what: `queue ${queue}`,
    exists: ['queues', 'info', queue],
    create: ['queues', 'create', queue],
  })),
]

/** Migrations before the Worker: the version that still runs understands the schema after it. */
async function deploy(args: readonly string[]): Promise<void> {
  for (const { what, exists, create } of RESOURCES) {
    const { code, output } = await command('wrangler', exists)
    if (code === 0) continue
    if (!MISSING.test(output)) throw new Error(output.trim())
    const created = await command('wrangler', create)
    if (created.code !== 0) throw new Error(created.output.trim())
    console.log(`Created ${what}`)
  }
  for (const { binding } of databases)
    await wrangler(['d1', 'migrations', 'apply', binding, '--remote'])
  await wrangler(['deploy', ...args])
}

/** Runs wrangler where it may ask and answer; throws when it fails. */
function wrangler(args: readonly string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn('wrangler', args, { cwd: ROOT, env: toolEnv(), stdio: 'inherit' })
    child.once('error', reject)
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`wrangler ${args.join(' ')} failed`)),
    )
  })
}

const DRY_RUN = [{ name: 'dry run', run: checkDeployment }]

const args = process.argv.slice(2)
try {
  if (args.includes('--dry-run')) process.exitCode = (await runChecks(DRY_RUN, 1)) ? 0 : 1
  else await deploy(args)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}
