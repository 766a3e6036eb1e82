import type { TestProject } from 'vitest/node'
import type { Fakes } from './fakes.ts'
import { startFakes } from './fakes.ts'

declare module 'vitest' {
  interface ProvidedContext {
    fakes: Pick<Fakes, 'facts' | 'control'>
  }
}

/** Starts what workerd tests talk to over the network. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { facts, control, stop } = await startFakes(Number(process.env.FAKES_PORT))
  project.provide('fakes', { facts, control })
  return stop
}
