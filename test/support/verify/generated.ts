import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Finding } from './check.ts'
import type { Result } from './command.ts'
import { command, ROOT } from './command.ts'

const ENV = 'worker/env.d.ts'
const MIGRATIONS = 'migrations'

/** What a script of its own writes: to the file it is given, else beside itself. */
const SCRIPTED = [
  { file: 'worker/ingest/api/openapi.json', script: 'worker/ingest/api/openapi.generate.ts' },
  { file: 'worker/carriers/CARRIERS.md', script: 'worker/carriers/table.generate.ts' },
] as const

/** Something derived: what writes it in place, and the problems of the copy that is there. */
export interface Generated {
  name: string
  generate: () => Promise<Result>
  stale: (scratch: string) => Promise<string[]>
}

/** Everything in the project that is generated from something else in it. */
export const GENERATED: readonly Generated[] = [
  {
    name: ENV,
    generate: () => wranglerTypes(ENV),
    // `wrangler types --check` compares a hash in the header and misses what was edited by hand.
    stale: async (scratch) => {
      const fresh = path.join(scratch, 'env.d.ts')
      const { code, output } = await wranglerTypes(fresh)
      if (code !== 0) return [output]
      return body(fresh) === body(path.join(ROOT, ENV)) ? [] : [`${ENV} is stale`]
    },
  },
  {
    name: MIGRATIONS,
    generate: () => drizzle(MIGRATIONS),
    stale: async (scratch) => {
      const copy = path.join(scratch, MIGRATIONS)
      cpSync(path.join(ROOT, MIGRATIONS), copy, { recursive: true })
      const before = readdirSync(copy)
      const { code, output } = await drizzle(path.relative(ROOT, copy))
      const added = readdirSync(copy).filter((file) => !before.includes(file))
      // drizzle-kit ends with code 0 also when it fails; then it says so, or how it came about.
      if (code !== 0 || /^\s*(Error|at )/m.test(output)) return [output]
      return added.map((file) => `The schema has changed and has no migration yet (${file})`)
    },
  },
  ...SCRIPTED.map(scripted),
]

/** Checks that what is generated is what would be generated now. */
export async function checkGenerated(generated: Generated): Promise<Finding> {
  const scratch = mkdtempSync(path.join(tmpdir(), 'generated-'))
  try {
    const problems = await generated.stale(scratch)
    return { problems: problems.map((problem) => `${problem}. Run \`npm run generate\`.`) }
  } finally {
    rmSync(scratch, { recursive: true })
  }
}

function wranglerTypes(file: string): Promise<Result> {
  // Vars as plain strings: literal types would make every other value a type error.
  return command('wrangler', ['types', '--include-runtime=false', '--strict-vars=false', file])
}

function drizzle(out: string): Promise<Result> {
  const schema = ['--dialect', 'sqlite', '--schema', './schema/index.ts']
  return command('drizzle-kit', ['generate', ...schema, '--out', `./${out}`])
}

function scripted({ file, script }: (typeof SCRIPTED)[number]): Generated {
  return {
    name: file,
    generate: () => command('node', [script]),
    stale: async (scratch) => {
      const fresh = path.join(scratch, path.basename(file))
      const { code, output } = await command('node', [script, fresh])
      if (code !== 0) return [output]
      return text(fresh) === text(path.join(ROOT, file)) ? [] : [`${file} is stale`]
    },
  }
}

/** The declarations alone: the header names the command, and the import depends on the place. */
function body(file: string): string {
  return text(file)
    .replace(/^\/[/*].*\n/gm, '')
    .replace(/import\("[^"]*\/index"\)/g, 'import("./index")')
}

function text(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
