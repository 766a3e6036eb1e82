/** How well numbers tell their carrier: the published numbers, and whom we take each for. */
import type { DetectContext } from '../../worker/carriers/detect.ts'
import { detect, NO_CONTEXT } from '../../worker/carriers/detect.ts'
import type { NumberCase } from '../support/tracking-numbers.ts'
import { numberCases } from '../support/tracking-numbers.ts'

/** At which place each number has its carrier: 1 is first, 0 is not at all. */
export interface Placed extends NumberCase {
  readonly place: number
  readonly found: readonly string[]
}

export const placed = (context: DetectContext = NO_CONTEXT): readonly Placed[] =>
  numberCases().map((one) => {
    const found = detect(one.number, context).map(({ carrier }) => carrier)
    return { ...one, found, place: found.findIndex((id) => one.carriers.includes(id)) + 1 }
  })

export interface DetectionFigures {
  readonly numbers: number
  readonly first: number
  readonly second: number
  /** Valid, and its carrier third or later */
  readonly missed: number
  /** Valid, and its carrier not among the candidates */
  readonly refused_wrongly: number
  /** Invalid, and its carrier among them */
  readonly accepted_wrongly: number
}

export async function detection(): Promise<DetectionFigures> {
  const cases = placed()
  printMatrix(cases)
  const valid = cases.filter((one) => one.valid)
  const at = (fits: (place: number) => boolean) => valid.filter((one) => fits(one.place)).length
  return {
    numbers: cases.length,
    first: at((place) => place === 1),
    second: at((place) => place === 2),
    missed: at((place) => place > 2),
    refused_wrongly: at((place) => place === 0),
    accepted_wrongly: cases.filter((one) => !one.valid && one.place > 0).length,
  }
}

/** A row for each courier: whom its valid numbers are taken for first, and what became of the invalid ones. */
function printMatrix(cases: readonly Placed[]): void {
  for (const [courier, rows = []] of Object.entries(Object.groupBy(cases, (one) => one.courier))) {
    const valid = rows.filter((row) => row.valid)
    const invalid = rows.filter((row) => !row.valid)
    const taken = Object.entries(Object.groupBy(valid, ({ found }) => found[0] ?? 'nobody'))
      .map(([carrier, numbers = []]) => `${carrier} ${numbers.length}`)
      .join(', ')
    const refused = invalid.filter((row) => row.place === 0).length
    console.log(
      `${courier.padEnd(14)}${String(valid.length).padStart(3)} valid, first: ${taken}; ` +
        `${refused} of ${invalid.length} invalid refused`,
    )
    for (const row of rows.filter((one) => (one.valid ? one.place !== 1 : one.place > 0))) {
      console.log(
        `  ${row.number} (${row.format}, ${row.valid ? 'valid' : 'invalid'}): ${row.found.join(', ')}`,
      )
    }
  }
}
