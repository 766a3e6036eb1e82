/** The fake carriers that tests inside workerd reach: one server, `/{carrier}/…` for each. For Node. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { createServer } from 'node:http'
import { text } from 'node:stream/consumers'
import type { CarrierId } from '../../schema/vocabulary.ts'
import { startFakeCanadaPost } from './fake-canadapost.ts'
import type { FakeCarrier } from './fake-carrier.ts'
import { startFakeDelhivery } from './fake-delhivery.ts'
import { startFakeUps } from './fake-ups.ts'

export const FAKES = {
  ups: startFakeUps,
  delhivery: startFakeDelhivery,
  canadapost: startFakeCanadaPost,
} satisfies Partial<Record<CarrierId, () => Promise<FakeCarrier>>>

export type FakeId = keyof typeof FAKES
export type FakeOf<Id extends FakeId> = Awaited<ReturnType<(typeof FAKES)[Id]>>

/** What a test may know of a fake without asking it. */
export type FakeFacts = Pick<FakeCarrier, 'credentials' | 'prefix' | 'failures'>

export interface Fakes {
  readonly facts: Readonly<Record<FakeId, FakeFacts>>
  /** Where `fake-remote.ts` calls: `{control}/{carrier}/{method}` with the arguments as JSON */
  readonly control: string
  stop(): Promise<void>
}

const originOf = (port: number): string => `http://127.0.0.1:${port}`

/** Where each fake will be, once `startFakes` has been told the same port: the Worker's `CARRIER_ORIGINS`. */
export const fakeOrigins = (port: number): Record<string, string> =>
  Object.fromEntries(Object.keys(FAKES).map((id) => [id, `${originOf(port)}/${id}`]))

export async function startFakes(port: number): Promise<Fakes> {
  const started = await Promise.all(
    Object.entries(FAKES).map(async ([id, start]) => [id, await start()] as const),
  )
  const fakes = new Map<string, FakeCarrier>(started)
  const server = createServer((incoming, response) => void route(fakes, incoming, response))
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))
  const facts = started.map(([id, { credentials, prefix, failures }]) => [
    id,
    { credentials, prefix, failures },
  ])
  return {
    facts: Object.fromEntries(facts) as Fakes['facts'],
    control: `${originOf(port)}/control`,
    stop: async () => {
      server.close()
      server.closeAllConnections()
      await Promise.all(started.map(([, fake]) => fake.stop()))
    },
  }
}

async function route(
  fakes: ReadonlyMap<string, FakeCarrier>,
  incoming: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(incoming.url ?? '') ?? []
  const fake = fakes.get(first)
  if (fake) {
    incoming.url = rest
    fake.handle(incoming, response)
    return
  }
  const [, id = '', member = ''] = rest.split('/')
  const called = fakes.get(id)
  if (first !== 'control' || !called) {
    response.writeHead(404).end()
    return
  }
  response.end(JSON.stringify(call(called, member, JSON.parse(await text(incoming))) ?? null))
}

/** What a member of a fake is, or answers to these arguments. */
function call(fake: FakeCarrier, member: string, given: readonly unknown[]): unknown {
  const value: unknown = Reflect.get(fake, member)
  return typeof value === 'function' ? Reflect.apply(value, fake, given) : value
}
