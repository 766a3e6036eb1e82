import { availableParallelism } from 'node:os'
import type { Check } from './verify/check.ts'
import { runChecks, tool } from './verify/check.ts'
import { checkDeployment } from './verify/deployment.ts'
import { checkGenerated, GENERATED } from './verify/generated.ts'
import { checkImports } from './verify/imports.ts'
import { checkSyntax } from './verify/syntax.ts'

const UNIT = ['run', '--config', 'test/vitest.unit.config.ts']

// The longest first, so that the lanes end together.
const CHECKS: readonly Check[] = [
  tool('unit tests', 'vitest', UNIT),
  { name: 'deploy dry run', run: checkDeployment },
  types('types: tests', 'test/tsconfig.json'),
  types('types: worker', 'tsconfig.json'),
  ...GENERATED.map((generated) => ({
    name: generated.name,
    run: () => checkGenerated(generated),
  })),
  tool('biome', 'biome', ['ci', '--error-on-warnings', '--colors=off']),
  { name: 'imports', run: checkImports },
  { name: 'syntax', run: checkSyntax },
]

/**
 * One checker: the others of tsc look at much of the same again, on cores that are busy here. What it
 * knows of files that did not change is kept.
 */
function types(name: string, project: string): Check {
  const known = `node_modules/.cache/types/${project.replace(/\W/g, '-')}.tsbuildinfo`
  const kept = ['--incremental', '--tsBuildInfoFile', known]
  return tool(name, 'tsc', ['--project', project, '--checkers', '1', ...kept])
}

const started = performance.now()
const passed = await runChecks(CHECKS, Math.min(availableParallelism(), 4))
console.log(
  `\n${passed ? 'Verified' : 'Not verified'} in ${Math.round(performance.now() - started)} ms`,
)
process.exitCode = passed ? 0 : 1
