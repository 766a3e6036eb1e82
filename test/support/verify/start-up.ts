import { readFileSync } from 'node:fs'
import { convertV4MiniflareOptions, Miniflare } from 'miniflare'
import type { Finding } from './check.ts'

/** The platform refuses a Worker that takes a second to start; machines differ, so half of it. */
const BUDGET_MS = 500

/** Loads the Worker when it is asked, so that the first answer says how long it took, or what it threw. */
const entryOf = (main: string): string => `
  export default {
    async fetch() {
      try {
        await import(${JSON.stringify(`./${main}`)})
        return new Response('started')
      } catch (error) {
        return new Response(String(error?.stack ?? error), { status: 500 })
      }
    },
  }`

/** What `wrangler deploy --outfile` writes: an upload as a form. */
interface Upload {
  readonly main: string
  readonly source: string
  readonly compatibilityDate: string
}

/** Starts counted at most: on a busy machine one alone may take long for no reason of its own. */
const STARTS = 3

/**
 * Starts a bundle in a runtime of its own and times its modules. (`wrangler check startup` would
 * do it, but passes a Worker that throws while it starts.)
 */
export async function startUp(bundle: string): Promise<Finding> {
  const upload = await readUpload(bundle)
  let best = Number.POSITIVE_INFINITY
  for (let start = 0; start < STARTS && best > BUDGET_MS; start += 1) {
    const started = await startOnce(upload)
    if (typeof started === 'string') return { problems: [`Does not start: ${started}`] }
    best = Math.min(best, started)
  }
  return timed(best)
}

/** Milliseconds, or what it threw. */
async function startOnce({ main, source, compatibilityDate }: Upload): Promise<number | string> {
  const miniflare = new Miniflare(
    convertV4MiniflareOptions({
      name: 'start-up',
      compatibilityDate,
      modules: [
        { type: 'ESModule', path: 'entry.js', contents: entryOf(main) },
        { type: 'ESModule', path: main, contents: source },
      ],
    }),
  )
  try {
    await miniflare.ready
    const first = await ask(miniflare)
    if (first.status !== 200) return first.text
    const again = await ask(miniflare)
    return Math.round(first.ms - again.ms)
  } finally {
    await miniflare.dispose()
  }
}

async function ask(miniflare: Miniflare): Promise<{ status: number; text: string; ms: number }> {
  const started = performance.now()
  const answer = await miniflare.dispatchFetch('http://localhost/')
  const text = await answer.text()
  return { status: answer.status, text, ms: performance.now() - started }
}

/** Whether a start-up keeps to its budget. */
export function timed(ms: number): Finding {
  const note = `${ms} ms to start, budget ${BUDGET_MS}`
  return { problems: ms > BUDGET_MS ? [`Too slow: ${note}`] : [], note }
}

async function readUpload(bundle: string): Promise<Upload> {
  const bytes = readFileSync(bundle)
  const boundary = bytes.subarray(2, bytes.indexOf('\r\n')).toString()
  const headers = { 'content-type': `multipart/form-data; boundary=${boundary}` }
  const form = await new Response(bytes, { headers }).formData()
  const metadata = JSON.parse(String(form.get('metadata')))
  const main: string = metadata.main_module
  const source = form.get(main)
  if (!(source instanceof Blob)) throw new Error(`The bundle has no ${main}`)
  return { main, source: await source.text(), compatibilityDate: metadata.compatibility_date }
}
