/**
 * The fake carriers as a test inside workerd sees them, where Node is out of reach. Files share them:
 * use numbers of your own, and leave what is not about a number as you found it.
 */
import { inject } from 'vitest'
import type { FakeAnswer } from './fake-carrier.ts'
import type { FakeFacts, FakeId, FakeOf } from './fakes.ts'

/** Every member of a fake, asked for over HTTP. */
type Remote<Fake> = {
  readonly [Member in Exclude<keyof Fake, 'handle' | 'stop'>]: Fake[Member] extends (
    ...given: infer Given
  ) => infer Answer
    ? (...given: Given) => Promise<Answer>
    : () => Promise<Fake[Member]>
}

export const fakeIds = Object.keys(inject('fakes').facts) as readonly FakeId[]

export const factsOf = (id: FakeId): FakeFacts => inject('fakes').facts[id]

/** Throws where the fake has no failure of this name. */
export function failureOf(id: FakeId, name: string): FakeAnswer {
  const failure = factsOf(id).failures[name]
  if (!failure) throw new Error(`the fake ${id} has no failure "${name}"`)
  return failure
}

export function remoteFake<Id extends FakeId>(id: Id): Remote<FakeOf<Id>> {
  const call =
    (member: string | symbol) =>
    async (...given: readonly unknown[]): Promise<unknown> => {
      const response = await fetch(`${inject('fakes').control}/${id}/${String(member)}`, {
        method: 'POST',
        body: JSON.stringify(given),
      })
      return response.json()
    }
  return new Proxy({}, { get: (_target, member) => call(member) }) as Remote<FakeOf<Id>>
}
