import type { ChildProcess } from 'node:child_process'
import { spawn } from 'node:child_process'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import { ensureChromium } from './chromium.ts'
import { freePort } from './free-port.ts'

/** What the demo says when it is ready. */
export interface Demo {
  url: string
  api_key: string
  orders: { number: string; link: string; grant_link: string; state: string }[]
}

declare module 'vitest' {
  interface ProvidedContext {
    demo: Demo
    /** Path of the browser. */
    chromium: string
    /** Why there is no demo or no browser; empty where both are there. */
    browserFailure: string
  }
}

const ROOT = path.resolve(import.meta.dirname, '../..')
const READY = 'READY '
const START_MS = 120_000
const STOP_MS = 5_000

/**
 * Finds the browser and starts the demo once for all browser tests, on a free port. What goes wrong
 * is told by each browser test (`browser-ready.ts`): thrown here, it would end all other tests too.
 */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started: ChildProcess[] = []
  try {
    project.provide('chromium', ensureChromium())
    const child = demo(await freePort())
    started.push(child)
    project.provide('demo', await ready(child))
    project.provide('browserFailure', '')
  } catch (error) {
    project.provide('browserFailure', error instanceof Error ? error.message : String(error))
  }
  return async () => {
    await Promise.all(started.map(stop))
  }
}

function demo(port: number): ChildProcess {
  return spawn(process.execPath, ['test/demo/run.ts'], {
    cwd: ROOT,
    env: { ...process.env, PORT: String(port) },
    stdio: ['ignore', 'pipe', 'pipe'],
    // Its own group, so that ending it ends the runtime it started.
    detached: true,
  })
}

function ready(child: ChildProcess): Promise<Demo> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (why: string) => {
      clearTimeout(timer)
      reject(new Error(`The demo ${why}. It said:\n${output}`))
    }
    const timer = setTimeout(() => {
      end(child, 'SIGKILL')
      fail(`was not ready within ${START_MS / 1000} s`)
    }, START_MS)
    const read = (chunk: Buffer) => {
      output += chunk.toString()
      const line = output.split('\n').find((line) => line.startsWith(READY) && line.endsWith('}'))
      if (!line) return
      clearTimeout(timer)
      output = ''
      resolve(JSON.parse(line.slice(READY.length)))
    }
    child.stdout?.on('data', read)
    child.stderr?.on('data', read)
    child.once('error', (error) => fail(`did not start: ${error.message}`))
    child.once('exit', (code) => fail(`ended with code ${code}`))
  })
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  end(child, 'SIGTERM')
  const timer = setTimeout(() => end(child, 'SIGKILL'), STOP_MS)
  await ended
  clearTimeout(timer)
}

function end(child: ChildProcess, signal: NodeJS.Signals): void {
  try {
    if (child.pid) process.kill(-child.pid, signal)
  } catch {
    // Already gone.
  }
}
