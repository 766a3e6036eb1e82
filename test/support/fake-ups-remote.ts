/**
 * The fake carrier as a workerd test sees it, where Node is out of reach. Files share it: use
 * numbers of your own, and leave `fail` and `failTokens` at null.
 */
import { inject } from 'vitest'
import type { FakeAnswer, FakeRequest } from './fake-ups.ts'

export const fakeUps = {
  get origin(): string {
    return inject('fakeUps')
  },
  set: (number: string, answer: FakeAnswer): Promise<void> => call('set', number, answer),
  script: (number: string, answers: readonly FakeAnswer[]): Promise<void> =>
    call('script', number, answers),
  fail: (answer: FakeAnswer | null): Promise<void> => call('fail', answer),
  failTokens: (answer: FakeAnswer | null): Promise<void> => call('failTokens', answer),
  expireTokens: (): Promise<void> => call('expireTokens'),
  requests: (): Promise<FakeRequest[]> => call('requests'),
}

async function call<T>(name: string, ...args: readonly unknown[]): Promise<T> {
  const response = await fetch(`${inject('fakeUpsControl')}/${name}`, {
    method: 'POST',
    body: JSON.stringify(args),
  })
  return response.json()
}
