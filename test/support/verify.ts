import { availableParallelism } from 'node:os'
import { checkBundle } from './verify/bundle.ts'
import type { Check } from './verify/check.ts'
import { runChecks, tool } from './verify/check.ts'
import { checkGenerated, GENERATED } from './verify/generated.ts'
import { checkImports } from './verify/imports.ts'
import { checkSyntax } from './verify/syntax.ts'

const UNIT = ['run', '--config', 'test/vitest.config.ts', '--project', 'unit']

// The longest first, so that the lanes end together.
const CHECKS: readonly Check[] = [
  tool('unit tests', 'vitest', UNIT),
  { name: 'bundle', run: checkBundle },
  tool('types: worker', 'tsc', ['-p', 'tsconfig.json']),
  tool('types: tests', 'tsc', ['-p', 'test/tsconfig.json']),
  ...GENERATED.map((generated) => ({
    name: generated.name,
    run: () => checkGenerated(generated),
  })),
  tool('biome', 'biome', ['ci', '--error-on-warnings', '--colors=off']),
  { name: 'imports', run: checkImports },
  { name: 'syntax', run: checkSyntax },
]

const started = performance.now()
const passed = await runChecks(CHECKS, Math.min(availableParallelism(), 4))
console.log(
  `\n${passed ? 'Verified' : 'Not verified'} in ${Math.round(performance.now() - started)} ms`,
)
process.exitCode = passed ? 0 : 1
