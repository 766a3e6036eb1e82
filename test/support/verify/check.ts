import { command } from './command.ts'

/** What a check found: problems, one line each, and a remark for its line when it passed. */
export interface Finding {
  problems: readonly string[]
  note?: string
}

export interface Check {
  name: string
  run: () => Promise<Finding>
}

/** A check that is a tool's exit code. */
export function tool(name: string, program: string, args: readonly string[]): Check {
  return {
    name,
    run: async () => {
      const { code, output } = await command(program, args)
      return { problems: code === 0 ? [] : [output.trim() || `${program} ended with code ${code}`] }
    },
  }
}

/** Runs the checks, some at a time, one line each; says whether all passed. */
export async function runChecks(
  checks: readonly Check[],
  lanes: number,
  print: (line: string) => void = console.log,
): Promise<boolean> {
  const waiting = [...checks]
  const failures: { name: string; problems: readonly string[] }[] = []
  const lane = async () => {
    for (let check = waiting.shift(); check; check = waiting.shift()) {
      const started = performance.now()
      const { problems, note } = await attempt(check)
      const ms = Math.round(performance.now() - started)
      const mark = problems.length === 0 ? 'ok  ' : 'FAIL'
      print(
        `${mark} ${check.name.padEnd(16)} ${String(ms).padStart(6)} ms${note ? `  ${note}` : ''}`,
      )
      if (problems.length > 0) failures.push({ name: check.name, problems })
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  for (const { name, problems } of failures) print(`\n── ${name}\n${problems.join('\n')}`)
  return failures.length === 0
}

async function attempt(check: Check): Promise<Finding> {
  try {
    return await check.run()
  } catch (error) {
    return { problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)] }
  }
}
