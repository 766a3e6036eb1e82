import { expect, it } from 'vitest'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { answerTo } from '../../../../worker/carriers/sandbox/map.ts'

const SINCE = Date.parse('2026-03-10T08:00:00Z')
const MINUTE = 60_000
const DAY = 24 * 60

function reportAfter(number: string, minutes: number): Report {
  const [report] = answerTo({ number, since: SINCE, now: SINCE + minutes * MINUTE }).reports
  if (!report) throw new Error('no report')
  return report
}

const slow = (letters: string) => `SBX-${letters}-86400-1`

it('a moving parcel has a day, vaguer the more is to come', () => {
  expect(reportAfter(slow('IATTOD'), 0).estimate).toEqual({
    from: '2026-03-15',
    to: '2026-03-16',
  })
  expect(reportAfter(slow('IATTOD'), 3 * DAY).estimate).toEqual({
    from: '2026-03-15',
    to: '2026-03-15',
  })
  expect(reportAfter(slow('IATTOD'), 5 * DAY).estimate).toBeNull()
  expect(reportAfter(slow('IAT'), 2 * DAY).estimate).not.toBeNull()
})

it('a van has a window at the destination', () => {
  const { window, scans } = reportAfter('SBX-IATO~D-3600-1', 3 * 60)
  expect(window?.zone).toBe(scans.at(-1)?.zone)
  expect(Date.parse(`${window?.to}Z`) - Date.parse(`${window?.from}Z`)).toBe(120 * MINUTE)
})

it('a failed attempt says when the next one is', () => {
  expect(reportAfter(slow('OFOD'), DAY).next_attempt).toBe('2026-03-12')
  expect(reportAfter('SBX-OF-60-1', 9).next_attempt).toBe('2026-03-11')
})

it('a parcel to be collected says where, until when and with which code', () => {
  expect(reportAfter('SBX-IATP-60-1', 9).pickup).toEqual({
    name: expect.any(String),
    address: expect.any(String),
    hours: expect.any(String),
    until: '2026-03-17',
    code: expect.stringMatching(/^\d{6}$/),
  })
})

it('a delivered parcel says into whose hands', () => {
  const { handover, scans } = reportAfter('SBX-IATOD-60-1', 9)
  expect(handover?.at).toBe(scans.at(-1)?.at)
  expect(handover?.photo).toBeNull()
})

it.each(['C[customs_duties]', 'F[payment_due]'])('%s says how much', (step) => {
  expect(reportAfter(`SBX-IA${step}-60-1`, 9).payment_due).toEqual({
    amount: expect.stringMatching(/^\d+\.50$/),
    currency: expect.stringMatching(/^[A-Z]{3}$/),
    url: null,
  })
  expect(reportAfter(`SBX-IA${step}T-60-1`, 9).payment_due).toBeNull()
})
