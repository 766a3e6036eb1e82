/** Answers damaged at random: a place removed, or replaced by junk. */
import fc from 'fast-check'
import { expect } from 'vitest'
import { MILESTONES, REASON_NAMES } from '../../schema/vocabulary.ts'
import type { Carrier } from '../../worker/carriers/contract.ts'
import { CarrierError } from '../../worker/carriers/contract.ts'

type Path = readonly (string | number)[]

const JUNK: readonly unknown[] = [
  null,
  '',
  'null',
  'string',
  0,
  -1,
  true,
  {},
  [],
  [null],
  [[]],
  '🚚',
]

/** `value` with up to six places damaged. */
export const damaged = (value: unknown): fc.Arbitrary<unknown> =>
  fc
    .array(fc.tuple(fc.nat(), fc.option(fc.constantFrom(...JUNK), { nil: undefined })), {
      maxLength: 6,
    })
    .map((changes) =>
      changes.reduce<unknown>((changed, [at, by]) => {
        const paths = pathsOf(changed)
        return change(changed, paths[at % paths.length] ?? [], by)
      }, value),
    )

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

/** A copy with one place removed (undefined) or replaced. */
function change(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (value === null || typeof value !== 'object') return value
  const changed = change(Reflect.get(value, key), rest, by)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  return { ...value, [key]: changed }
}

/** A reading in our words, or `bad_answer`: whatever the body. */
export function expectReadable(read: Carrier['read'], body: string): void {
  try {
    const { reports } = read({ contentType: null, body })
    for (const { milestone, reason, at } of reports.flatMap(({ scans }) => scans)) {
      expect([...MILESTONES, null]).toContain(milestone)
      expect([...REASON_NAMES, null]).toContain(reason)
      if (at !== null) expect(Date.parse(at)).not.toBeNaN()
    }
  } catch (error) {
    expect(error).toBeInstanceOf(CarrierError)
    expect(error).toMatchObject({ problem: { code: 'bad_answer' } })
  }
}
