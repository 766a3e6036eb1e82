/** `npm run bench -- <name>`: one benchmark; its last line is its figures as one line of JSON. */
import { adapters } from './carriers.ts'
import { detection } from './detection.ts'
import { overload } from './overload.ts'
import { page } from './page.ts'
import { pipeline } from './pipeline.ts'
import { tick } from './tick.ts'

const BENCHMARKS: Readonly<Record<string, () => Promise<unknown>>> = {
  page,
  pipeline,
  tick,
  load: overload,
  detection,
  carriers: adapters,
}

const [name = ''] = process.argv.slice(2)
const benchmark = BENCHMARKS[name]
if (!benchmark) {
  console.error(`npm run bench -- <name>, with one of: ${Object.keys(BENCHMARKS).join(', ')}`)
  process.exit(1)
}
console.log(JSON.stringify(await benchmark()))
process.exit(0)
