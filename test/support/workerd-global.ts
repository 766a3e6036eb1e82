import type { IncomingMessage, Server } from 'node:http'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import type { TestProject } from 'vitest/node'
import type { FakeUps } from './fake-ups.ts'
import { startFakeUps } from './fake-ups.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Origin of the fake carrier that all workerd tests share. */
    fakeUps: string
    /** Where it takes orders: `fake-ups-remote.ts` speaks to it. */
    fakeUpsControl: string
  }
}

/** Starts what workerd tests talk to over the network. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const fake = await startFakeUps({ port: Number(process.env.FAKE_UPS_PORT) })
  const control = createServer((request, response) => {
    void answer(fake, request).then((body) => response.end(JSON.stringify(body ?? null)))
  })
  await new Promise<void>((resolve) => control.listen(0, '127.0.0.1', resolve))
  project.provide('fakeUps', fake.origin)
  project.provide('fakeUpsControl', `http://127.0.0.1:${port(control)}`)
  return async () => {
    control.close()
    await fake.stop()
  }
}

/** One call of the fake: its name is the path, its arguments are the body. */
async function answer(fake: FakeUps, request: IncomingMessage): Promise<unknown> {
  const args = JSON.parse(await text(request))
  const calls: Record<string, () => unknown> = {
    '/set': () => fake.set(args[0], args[1]),
    '/script': () => fake.script(args[0], args[1]),
    '/fail': () => fake.fail(args[0]),
    '/failTokens': () => fake.failTokens(args[0]),
    '/expireTokens': () => fake.expireTokens(),
    '/requests': () => fake.requests,
  }
  return calls[request.url ?? '']?.()
}

function port(server: Server): number {
  return (server.address() as AddressInfo).port
}
