import { existsSync } from 'node:fs'
import path from 'node:path'
import type { TestProject } from 'vitest/node'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the fake carrier that all workerd tests share; empty without one. */
    fakeUps: string
  }
}

const FAKE = path.join(import.meta.dirname, 'fake-ups.ts')

/** Starts what workerd tests talk to over the network. */
export async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  if (!existsSync(FAKE)) {
    project.provide('fakeUps', '')
    return undefined
  }
  const { startFakeUps } = await import(FAKE)
  const fake = await startFakeUps()
  project.provide('fakeUps', fake.origin)
  return async () => fake.close()
}
