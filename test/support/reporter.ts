import type { SerializedError } from 'vitest'
import type { Reporter, TestModule } from 'vitest/node'

export interface Tally {
  passed: number
  failed: number
  skipped: number
}

/** Nothing ran: that is a failure too. */
export const NOTHING_RAN: Tally = { passed: 0, failed: 1, skipped: 0 }

/** The line `npm test` ends with. */
export function lastLine({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * Counts a run. What fails outside of a test (a file that does not load, a hook, an error nobody
 * caught) counts as one failed test each, so that the line never promises more than the exit code.
 */
export function tally(
  modules: readonly TestModule[],
  unhandled: readonly SerializedError[],
): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()])
  const suites = modules.flatMap((module) => [module, ...module.children.allSuites()])
  const count = (state: string) => tests.filter((test) => test.result().state === state).length
  const outside = suites.filter((suite) => suite.errors().length > 0).length + unhandled.length
  const passed = count('passed')
  return {
    passed,
    failed: count('failed') + outside,
    skipped: tests.length - passed - count('failed'),
  }
}

/** Sends the tally to the process that started the run, which says it last. */
// Vitest takes a reporter's default export.
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandled: readonly SerializedError[]): void {
    process.send?.(tally(modules, unhandled))
  }
}
