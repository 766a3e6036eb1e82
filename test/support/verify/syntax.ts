import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from '@swc/core'
import type { Finding } from './check.ts'
import { ROOT } from './command.ts'
import { sources } from './sources.ts'

const FOLDERS = ['worker', 'pages', 'schema']
/** Generators are run by Node while the project is built. */
const ADAPTER = /^worker\/(carriers|shops)\/.*(?<!\.generate\.ts)$/
const SURROUNDINGS = new Set(['env', 'Env', 'process', 'globalThis', 'Cloudflare'])
const RUNTIME = /^cloudflare:/

/** Sources in which the check must find something; otherwise it is blind. */
const PLANTED = [
  { read: surroundings, text: "import { env } from 'cloudflare:workers'" },
  { read: surroundings, text: 'export const key = (bindings: Env) => bindings.KEY' },
  { read: surroundings, text: 'export const key = process.env.KEY' },
  { read: surroundings, text: 'export const key = ({ env }: { env: { KEY: string } }) => env.KEY' },
  { read: surroundings, text: "export const load = () => import('cloudflare:workers')" },
  { read: inlineImports, text: "export type Order = import('../store/orders.ts').Order" },
] as const

/**
 * Adapters take credentials as arguments: none names its surroundings. And no type is imported
 * inline, because the import rules do not see such an import.
 */
export async function checkSyntax(): Promise<Finding> {
  const blind = PLANTED.filter(({ read, text }) => read(text).length === 0)
  const files = sources(ROOT, FOLDERS)
  const problems = files.flatMap((file) => {
    const text = readFileSync(path.join(ROOT, file), 'utf8')
    const tsx = file.endsWith('x')
    const found = [
      ...inlineImports(text, tsx),
      ...(ADAPTER.test(file) ? surroundings(text, tsx) : []),
    ]
    return found.map((what) => `${file}: ${what}`)
  })
  const adapters = files.filter((file) => ADAPTER.test(file)).length
  return {
    problems: [
      ...blind.map(({ text }) => `Not noticed: ${text}`),
      ...(adapters === 0 ? ['No adapter was read'] : []),
      ...problems,
    ],
    note: `${adapters} files of adapters`,
  }
}

/** What a source says of its surroundings: bindings, process, runtime. */
export function surroundings(text: string, tsx = false): string[] {
  return nodes(text, tsx).flatMap((node) => {
    if (node.type === 'Identifier' && SURROUNDINGS.has(String(node.value)))
      return [`names ${node.value}`]
    if (node.type === 'StringLiteral' && RUNTIME.test(String(node.value)))
      return [`imports ${node.value}`]
    return []
  })
}

/** Types a source imports inline, as in `import('./x.ts').X`. */
export function inlineImports(text: string, tsx = false): string[] {
  return nodes(text, tsx)
    .filter((node) => node.type === 'TsImportType')
    .map(() => 'imports a type inline; use `import type`')
}

type Node = Record<string, unknown>

function nodes(text: string, tsx: boolean): Node[] {
  const found: Node[] = []
  const visit = (value: unknown) => {
    if (Array.isArray(value)) value.forEach(visit)
    else if (typeof value === 'object' && value !== null) {
      const node: Node = { ...value }
      if (typeof node.type === 'string') found.push(node)
      Object.values(node).forEach(visit)
    }
  }
  visit(parseSync(text, { syntax: 'typescript', tsx, target: 'es2024' }))
  return found
}
