import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { ICruiseResult, IViolation } from 'dependency-cruiser'
import { cruise } from 'dependency-cruiser'
import extractDepcruiseOptions from 'dependency-cruiser/config-utl/extract-depcruise-options'
import type { Finding } from './check.ts'
import { ROOT } from './command.ts'
import { GROUND, PLANTED } from './planted.ts'
import { sources } from './sources.ts'

const RULES = path.join(ROOT, '.dependency-cruiser.cjs')
const FOLDERS = ['worker', 'pages', 'schema']
/** Fewer than these were read: then it is the check that is broken, not the imports. */
const LEAST_MODULES = 25
const LEAST_IMPORTS = 25

/** Checks who imports whom, after proving on planted files that every rule still catches. */
export async function checkImports(): Promise<Finding> {
  const missed = await missedRules()
  if (missed.length > 0) return { problems: missed.map((rule) => `Catches nothing: rule ${rule}`) }
  const result = await cruiseFolders(ROOT, FOLDERS)
  const unread = unreadModules(result)
  const { modules, imports } = size(result)
  const blind = modules < LEAST_MODULES || imports < LEAST_IMPORTS
  return {
    problems: [
      ...unread.map((file) => `Not read: ${file}`),
      ...(blind ? [`Read only ${modules} modules and ${imports} imports`] : []),
      ...result.summary.violations.map(describe),
    ],
    note: `${modules} modules, ${imports} imports, ${PLANTED.length} planted ones caught`,
  }
}

/** The rules, of those with a planted violation, that did not catch it. */
export async function missedRules(planted = PLANTED): Promise<string[]> {
  const root = plant(planted.map(({ files }) => files))
  try {
    const folders = [...FOLDERS, 'test'].filter((folder) =>
      [...planted.map(({ files }) => files), GROUND]
        .flatMap(Object.keys)
        .some((file) => file.startsWith(`${folder}/`)),
    )
    const { summary } = await cruiseFolders(root, folders)
    return planted
      .filter(({ rule, files }) => !summary.violations.some((found) => commits(found, rule, files)))
      .map(({ rule, files }) => `${rule} (${Object.keys(files).join(', ')})`)
  } finally {
    rmSync(root, { recursive: true })
  }
}

function commits(found: IViolation, rule: string, files: Record<string, string>): boolean {
  return found.rule.name === rule && (found.from in files || found.to in files)
}

function plant(trees: readonly Record<string, string>[]): string {
  const root = mkdtempSync(path.join(tmpdir(), 'planted-'))
  for (const [file, text] of [GROUND, ...trees].flatMap(Object.entries)) {
    mkdirSync(path.dirname(path.join(root, file)), { recursive: true })
    writeFileSync(path.join(root, file), `${text}\n`)
  }
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(root, 'node_modules'))
  return root
}

/** The rules' names. */
export async function ruleNames(): Promise<string[]> {
  const { ruleSet } = await extractDepcruiseOptions(RULES)
  return (ruleSet?.forbidden ?? []).flatMap(({ name }) => name ?? [])
}

async function cruiseFolders(root: string, folders: readonly string[]): Promise<ICruiseResult> {
  const options = await extractDepcruiseOptions(RULES)
  const { output } = await cruise([...folders], { ...options, validate: true, baseDir: root })
  if (typeof output === 'string') throw new Error(output)
  return output
}

function unreadModules(result: ICruiseResult): string[] {
  const read = new Set(result.modules.map((module) => module.source))
  return sources(ROOT, FOLDERS).filter((file) => !read.has(file))
}

function size(result: ICruiseResult): { modules: number; imports: number } {
  const own = result.modules.filter((module) => /^(worker|pages|schema)\//.test(module.source))
  const imports = own.reduce((sum, module) => sum + module.dependencies.length, 0)
  return { modules: own.length, imports }
}

function describe({ from, to, rule, comment }: IViolation): string {
  return `${rule.name}: ${from}${to === from ? '' : ` → ${to}`}${comment ? `  (${comment})` : ''}`
}
