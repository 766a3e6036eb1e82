/** From what Russian Post sends to what we keep. Pure. */
import type { Meaning } from '../code-table.ts'
import { meaningIn } from '../code-table.ts'
import type { Reading, Report, Scan } from '../contract.ts'
import { place } from '../facts.ts'
import { readMoment } from '../time.ts'
import { CODES } from './codes.ts'
import { problemOf } from './errors.ts'
import { itemFacts } from './facts.ts'
import type { Answer, Item, Operation } from './wire.ts'

/** The batch access writes `17.09.2015 17:20:48`. */
const CLOCK = { order: 'dmy' } as const

export const readAnswer = ({ items, failures }: Answer): Reading => ({
  reports: items.map(reportOf),
  problems: failures.map(problemOf),
})

function reportOf(item: Item): Report {
  const scans = item.operations.map(scanOf)
  return {
    tracking_number: item.number,
    whole: true,
    scans,
    ...itemFacts(item.operations, scans),
  }
}

const scanOf = (operation: Operation): Scan => ({
  ...readMoment(operation.time, CLOCK),
  code: codeOf(operation),
  text: operation.name,
  ...place([operation.place, operation.postcode, operation.country], cityOf(operation.place)),
  ...meaningOf(operation),
})

/** Some operations have no attribute, some the attribute 0. */
const codeOf = ({ type, attribute }: Operation): string | null =>
  type !== null && attribute !== null ? `${type}/${attribute}` : type

const meaningOf = (operation: Operation): Meaning =>
  CODES.get(codeOf(operation) ?? '') ?? meaningIn(CODES, operation.type)

/** An office is written `Омск 8`: the town and its number. */
const cityOf = (office: string | null): string | null => office?.replace(/\s+\d+$/, '') ?? null
