import path from 'node:path'
import { defineConfig } from 'vitest/config'

const root = path.resolve(import.meta.dirname, '..')

/** Alone in its file: `npm run verify` need not load the runtime that the other tests run in. */
export default defineConfig({
  root,
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  // Pure rules share one worker: most of the time would go into starting a hundred.
  test: { name: 'unit', include: ['test/unit/**/*.test.{ts,tsx}'], isolate: false },
})
