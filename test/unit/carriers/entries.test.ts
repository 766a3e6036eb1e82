import { describe, expect, it } from 'vitest'
import * as z from 'zod'
import type { Reading } from '../../../worker/carriers/contract.ts'
import { CarrierError, NO_FACTS } from '../../../worker/carriers/contract.ts'
import { readEntries } from '../../../worker/carriers/entries.ts'

const number = z.object({ id: z.string() }).transform(({ id }) => id)
const schema = z.object({ id: z.string(), scans: z.array(z.never()) })

const map = ({ id, scans }: z.infer<typeof schema>): Reading => ({
  reports: [{ ...NO_FACTS, tracking_number: id, whole: true, scans }],
  problems: [],
})

const read = (entries: readonly unknown[]) =>
  readEntries(entries, { carrier: 'Test', schema, number, map })

describe('several parcels in one answer', () => {
  it('one that cannot be read is a problem of its own number, or of nobody’s', () => {
    const { reports, problems } = read([{ id: 'A', scans: [] }, { id: 'B' }, 'C'])
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['A'])
    expect(problems.map(({ code, tracking_number }) => [code, tracking_number])).toEqual([
      ['bad_answer', 'B'],
      ['bad_answer', null],
    ])
  })

  it('none that can be read is a change of the carrier’s; none at all is an answer', () => {
    expect(() => read([{ id: 'A' }, { id: 'B' }])).toThrow(CarrierError)
    expect(read([])).toEqual({ reports: [], problems: [] })
  })
})
