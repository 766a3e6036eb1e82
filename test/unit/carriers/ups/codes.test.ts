import { expect, it } from 'vitest'
import type { CodeTable } from '../../../../worker/carriers/code-table.ts'
import { codeTable } from '../../../../worker/carriers/code-table.ts'
import {
  MANIFEST,
  MOVEMENTS,
  TYPES,
  UPDATES,
} from '../../../../worker/carriers/ups/codes/activities.ts'
import { DRIVER } from '../../../../worker/carriers/ups/codes/driver.ts'
import { EXCEPTIONS } from '../../../../worker/carriers/ups/codes/exceptions.ts'
import {
  FREIGHT_ACTIVITIES,
  FREIGHT_EXCEPTIONS,
} from '../../../../worker/carriers/ups/codes/freight.ts'
import { MAIL } from '../../../../worker/carriers/ups/codes/mail.ts'
import { FILED, REASON_ELSEWHERE, STATUSES } from '../../../../worker/carriers/ups/codes/status.ts'
import { shared } from '../../../support/shared.ts'

const VENDOR = 'carriers/status_maps/vendor'

/** The vendor file is all of UPS's tables one after the other, each under a heading of its own. */
const SECTIONS: readonly (readonly [
  heading: string,
  table: CodeTable,
  extra: readonly string[],
])[] = [
  ['EXCEPTION CODE', EXCEPTIONS, []],
  ['DIALS CODE', DRIVER, []],
  ['ULD CODE', MOVEMENTS, []],
  ['MANIFEST CODE', MANIFEST, []],
  ['UPDATES CODE', UPDATES, []],
  ['CODE', STATUSES, []],
  ['CRD TCFRATY - Freight Forwarding Activity', FREIGHT_ACTIVITIES, []],
  ['VCAT - Freight Exception Codes', FREIGHT_EXCEPTIONS, []],
  ['CRD TSEVSDS - Mail Innovations', MAIL, []],
  // P is in the answers, in no table.
  ['ACTIVITY TYPE', TYPES, ['P']],
]

const SUB_HEADINGS = ['FREIGHT ACTIVITY CODE', 'SHIPPING EVENT CODE']

function rowsOf(file: string): string[][] {
  return (shared.json(`${VENDOR}/${file}`) as { rows: string[][] }).rows
}

function sectionCodes(heading: string): string[] {
  const rows = rowsOf('ups_package_exceptions.json')
  const headings = SECTIONS.map(([name]) => name)
  const start = rows.findIndex(([first]) => first === heading)
  const length = rows.slice(start + 1).findIndex(([first = '']) => headings.includes(first))
  const end = length === -1 ? rows.length : start + 1 + length
  const codes = rows.slice(start + 1, end).map(([code = '']) => code)
  const own = codes.filter((code) => !SUB_HEADINGS.includes(code))
  return heading === 'CODE' ? own.map((code) => String(Number(code))) : own
}

shared.describe('UPS code tables, against the tables UPS publishes', () => {
  it.each(SECTIONS)('%s: every code is read, and no other', (heading, table, extra) => {
    const codes = [...new Set(sectionCodes(heading)), ...extra]
    expect(codes.length).toBeGreaterThan(2)
    expect([...table.keys()].sort()).toEqual([...new Set(codes)].sort())
  })

  it('status description codes: the shorter file adds none', () => {
    const codes = rowsOf('ups_status_description_codes.json').slice(1)
    const missing = codes.filter(([code]) => !STATUSES.has(String(Number(code))))
    expect(codes.length).toBe(160)
    expect(missing).toEqual([])
  })

  it('mail innovation, manifest and activity type files add none', () => {
    const missing = (file: string, table: CodeTable, from: number) =>
      rowsOf(file)
        .slice(from)
        .filter(([code = '']) => !table.has(code))
    expect(missing('ups_mail_innovation.json', MAIL, 2)).toEqual([])
    expect(missing('ups_manifest_codes.json', MANIFEST, 1)).toEqual([])
    expect(missing('ups_package_activity_types.json', TYPES, 1)).toEqual([])
  })

  it('says nothing only where the text says nothing about a parcel', () => {
    const rows = rowsOf('ups_package_exceptions.json').slice(0, EXCEPTIONS.size + 1)
    const texts = new Map(rows.map(([code, text]) => [code, text]))
    const silent = [...EXCEPTIONS].filter(([, { milestone, reason }]) => !milestone && !reason)
    expect(silent.length).toBeLessThan(120)
    for (const [code] of silent) {
      expect(texts.get(code)).not.toMatch(/refused|weather|customs clearance|has delayed|was lost/i)
    }
  })

  it('knows every code another open-source connector maps, but those no UPS table has', () => {
    /** Only that connector has these; a scan with one keeps its status and type, or stays unmapped. */
    const unconfirmed = 'FS HS HX IH KB NH OG UU WC'.split(' ')
    const { code_to_status: theirs } = shared.json('carriers/status_maps/ups.json') as {
      code_to_status: Record<string, string>
    }
    const ours = [TYPES, MOVEMENTS, MANIFEST, DRIVER, EXCEPTIONS, MAIL]
    const unknown = Object.keys(theirs).filter((code) => !ours.some((table) => table.has(code)))
    expect(unknown.sort()).toEqual(unconfirmed.sort())
  })
})

it('a code may not be listed twice', () => {
  expect(() =>
    codeTable([
      ['delivered', null, 'A B'],
      [null, 'lost', 'B'],
    ]),
  ).toThrow('B')
})

it('the lists about statuses name statuses that exist', () => {
  for (const code of [...FILED, ...REASON_ELSEWHERE]) expect(STATUSES.has(code), code).toBe(true)
  expect([...FILED].filter((code) => REASON_ELSEWHERE.has(code))).toEqual([])
})
