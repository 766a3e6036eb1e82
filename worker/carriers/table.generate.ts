/** Writes the table of carriers from the registry: to the file it is given, else beside itself. Run by Node. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { REACHED } from '../../schema/vocabulary.ts'
import type { Carrier } from './contract.ts'
import { findReached } from './reached.ts'
import { carriers } from './registry.ts'

const yes = (is: boolean): string => (is ? 'yes' : '')

const row = ({
  id,
  name,
  limits,
  authenticate,
  verifyPush,
  subscribe,
  proven,
}: Carrier): string[] => [
  `\`${id}\``,
  name,
  proven ? 'proven' : 'unproven',
  String(limits.batch),
  String(limits.perSecond),
  limits.perDay === null ? '' : String(limits.perDay),
  yes(authenticate !== null),
  yes(verifyPush !== null),
  yes(subscribe !== null),
]

const HEAD = [
  'carrier',
  'name',
  'read from recorded lives',
  'numbers a request',
  'requests a second',
  'a day',
  'token',
  'pushes',
  'subscribes',
]

const reachedRow = (id: string): string[] => {
  const { name = id, over = [] } = findReached(id) ?? {}
  return [`\`${id}\``, name, over.map((way) => `\`${way}\``).join(', ')]
}

const table = (head: readonly string[], rows: readonly string[][]): string =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const all = Object.values(carriers)
const proven = all.filter((carrier) => carrier.proven).length

const text = `# The carriers there are

${all.length} adapters: ${proven} proven on recorded answers, ${all.length - proven} built from documents or
thin samples. None was tried on a live account. What a merchant enters for each is in the API's
document, under \`x-credentials\`; what is peculiar to each stands at the head of its \`index.ts\`.

${table(HEAD, all.map(row))}

## Reached over aggregators alone

They publish no tracking one could ask. An order names them; an account at one of these aggregators
asks.

${table(['carrier', 'name', 'over'], REACHED.map(reachedRow))}
`

writeFileSync(process.argv[2] ?? path.join(import.meta.dirname, 'CARRIERS.md'), text)
