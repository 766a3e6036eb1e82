/**
 * Every adapter's recorded payloads read again and again beside what merely parsing them costs, and
 * what each adapter weighs in the bundle.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Carrier } from '../../worker/carriers/contract.ts'
import { CarrierError } from '../../worker/carriers/contract.ts'
import { carriers } from '../../worker/carriers/registry.ts'
import { folderOf } from '../support/recordings.ts'
import { shared } from '../support/shared.ts'
import { command } from '../support/verify/command.ts'

/** Milliseconds of work an adapter is timed over, after as much that is not timed */
const PERIOD = 300

interface Figures {
  readonly carrier: string
  readonly proven: boolean
  readonly payloads: number
  readonly scans: number
  readonly per_second: number
  /** Of what `JSON.parse`, or a walk over the characters of XML, reaches in the same run */
  readonly ratio: number
  /** Minified, in the bundle, without what adapters share */
  readonly bytes: number
}

export async function adapters(): Promise<Figures[]> {
  const weights = await weigh()
  return Object.values(carriers).map((carrier) => ({
    ...speed(carrier),
    bytes: weights.get(carrier.id) ?? 0,
  }))
}

function speed(carrier: Carrier): Omit<Figures, 'bytes'> {
  const bodies = bodiesOf(carrier)
  const read = (body: string) => readSafely(carrier, body)
  const parse = (body: string) => parseOnly(body)
  const perSecond = bodies.length === 0 ? 0 : rate(bodies, read)
  return {
    carrier: carrier.id,
    proven: carrier.proven,
    payloads: bodies.length,
    scans: bodies.reduce((sum, body) => sum + read(body), 0),
    per_second: Math.round(perSecond),
    ratio: bodies.length === 0 ? 0 : Number((perSecond / rate(bodies, parse)).toFixed(3)),
  }
}

const bodiesOf = (carrier: Carrier): string[] =>
  shared
    .payloads(folderOf(carrier.id))
    .filter(({ kind }) => kind === 'tracking' || kind === 'webhook')
    .map(({ response }) => response)

function readSafely(carrier: Carrier, body: string): number {
  try {
    const { reports } = carrier.read({ contentType: null, body })
    return reports.reduce((sum, { scans }) => sum + scans.length, 0)
  } catch (error) {
    if (error instanceof CarrierError) return 0
    throw error
  }
}

function parseOnly(body: string): number {
  if (/^\s*[[{]/.test(body)) return Object.keys(JSON.parse(body)).length
  return body.split('<').length
}

/** Bodies a second. */
function rate(bodies: readonly string[], work: (body: string) => number): number {
  workFor(bodies, work)
  const { done, took } = workFor(bodies, work)
  return (done / took) * 1000
}

function workFor(bodies: readonly string[], work: (body: string) => number) {
  const began = performance.now()
  let done = 0
  for (; performance.now() - began < PERIOD; done += bodies.length) {
    for (const body of bodies) work(body)
  }
  return { done, took: performance.now() - began }
}

/** Bytes in the minified bundle by adapter. */
async function weigh(): Promise<Map<string, number>> {
  const folder = mkdtempSync(path.join(tmpdir(), 'bundle-'))
  const file = path.join(folder, 'meta.json')
  const built = ['deploy', '--dry-run', '--minify', '--outdir', folder, '--metafile', file]
  const { code, output } = await command('wrangler', built)
  if (code !== 0) throw new Error(output)
  const { outputs } = JSON.parse(readFileSync(file, 'utf8')) as {
    outputs: Record<string, { inputs: Record<string, { bytesInOutput: number }> }>
  }
  rmSync(folder, { recursive: true })
  const weights = new Map<string, number>()
  for (const [input, { bytesInOutput }] of Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs),
  )) {
    const adapter = /worker\/carriers\/([^/]+)\//.exec(input)?.[1]
    if (adapter) weights.set(adapter, (weights.get(adapter) ?? 0) + bytesInOutput)
  }
  return weights
}
