/** Writes the table of carriers from the registry: to the file it is given, else beside itself. Run by Node. */
import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Carrier } from './contract.ts'
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

const table = (rows: readonly string[][]): string =>
  [HEAD, HEAD.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n')

const all = Object.values(carriers)
const proven = all.filter((carrier) => carrier.proven).length

const text = `# The carriers there are

${all.length} adapters: ${proven} proven on recorded answers, ${all.length - proven} built from documents or
thin samples. None was tried on a live account. What a merchant enters for each is in the API's
document, under \`x-credentials\`; what is peculiar to each stands at the head of its \`index.ts\`.

${table(all.map(row))}
`

writeFileSync(process.argv[2] ?? path.join(import.meta.dirname, 'CARRIERS.md'), text)
