import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { delhivery } from '../../../../worker/carriers/delhivery/index.ts'
import { DELHIVERY_NOT_FOUND, delhiveryShipments } from '../../../support/fake-delhivery.ts'
import { damaged, expectReadable } from '../../../support/mutate.ts'
import { DELIVERED, MANIFESTED, NUMBER, OTHER, OUT, scan, shipment } from './samples.ts'

const read = (body: unknown) =>
  delhivery.read({
    contentType: 'application/json',
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })

function reportOf(scans: readonly unknown[], more: Record<string, unknown> = {}): Report {
  const [report] = read(delhiveryShipments(shipment(scans, more))).reports
  if (!report) throw new Error('no report')
  return report
}

describe('a scan', () => {
  it('keeps the carrier’s words, its place and the instant of the one zone', () => {
    expect(reportOf([OUT]).scans).toEqual([
      {
        at: '2026-03-10T09:00:00.25+05:30',
        local: '2026-03-10T09:00:00',
        zone: 'Asia/Kolkata',
        code: 'X-DDD3FD',
        text: 'Out for delivery',
        location: 'Pune_Kondhwa_H (Maharashtra)',
        city: 'Pune',
        milestone: 'out_for_delivery',
        reason: null,
      },
    ])
  })

  it('is kept where time, place and code are missing or nonsense', () => {
    const bare = { type: null, status: null, code: null, time: '0001-01-01T00:00:00', place: '' }
    expect(reportOf([scan({ ...bare, text: 'Something' })]).scans).toEqual([
      {
        at: null,
        local: null,
        zone: null,
        code: null,
        text: 'Something',
        location: null,
        city: null,
        milestone: null,
        reason: null,
      },
    ])
  })

  it.each([
    ['Gurgaon (Haryana)', 'Gurgaon'],
    ['Del_Okhla_PC (Delhi)', 'Del'],
    ['NSZ', 'NSZ'],
    ['(Delhi)', null],
  ])('of %j is in %j', (place, city) => {
    expect(reportOf([scan({ place })]).scans[0]?.city).toBe(city)
  })
})

describe('facts', () => {
  it('the expected day, else the promised one', () => {
    expect(reportOf([OUT]).estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const promised = { ExpectedDeliveryDate: null, PromisedDeliveryDate: '2026-03-12T23:59:59' }
    expect(reportOf([OUT], promised).estimate?.to).toBe('2026-03-12')
    expect(reportOf([OUT], { ExpectedDeliveryDate: 'soon' }).estimate).toBeNull()
  })

  it('no day when it is over or on its way back', () => {
    expect(reportOf([OUT, DELIVERED]).estimate).toBeNull()
    expect(reportOf([OUT, scan({ type: 'RT', code: 'RT-101' })]).estimate).toBeNull()
  })

  it.each([
    ['EOD-38', 'recipient'],
    ['EOD-135', 'recipient'],
    ['EOD-37', 'reception'],
    ['EOD-36', 'unknown'],
    ['EOD-600', 'agent'],
    ['NEW-1', 'unknown'],
  ])('a delivery under %s was into the hands of %s', (code, to) => {
    const given = reportOf([scan({ type: 'DL', status: 'Delivered', code })], {
      Status: { RecievedBy: ' Asha ' },
    })
    expect(given.handover).toMatchObject({ to, signed_by: 'Asha', photo: null })
  })

  it('nobody has it before it is delivered', () => {
    expect(reportOf([OUT], { Status: { RecievedBy: 'Asha' } }).handover).toBeNull()
  })
})

describe('one answer about many', () => {
  it('is a report each', () => {
    const { reports } = read(
      delhiveryShipments(shipment([MANIFESTED]), shipment([OUT], { AWB: OTHER })),
    )
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual([NUMBER, OTHER])
  })

  it('one that cannot be read costs the others nothing', () => {
    const { reports, problems } = read(
      delhiveryShipments(shipment([OUT]), { AWB: OTHER, ScanHistory: [] }),
    )
    expect(reports).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'bad_answer', tracking_number: OTHER }])
  })

  it('numbers written as numbers are numbers', () => {
    expect(reportOf([OUT], { AWB: 44800000000011 }).tracking_number).toBe(NUMBER)
  })

  it('of nothing is nothing', () => {
    expect(read({ ShipmentData: [] })).toEqual({ reports: [], problems: [] })
  })
})

describe('words instead of shipments', () => {
  it.each([
    [DELHIVERY_NOT_FOUND, 'not_found'],
    [{ Error: 'No such waybill or Order Id found' }, 'not_found'],
    [{ Error: 'Login or API Key Required' }, 'unauthorized'],
    [{ detail: 'Invalid token.' }, 'unauthorized'],
    [{ detail: 'Request was throttled.' }, 'throttled'],
    [{ Success: false, rmk: 'Package handler limit exceeded' }, 'bad_answer'],
  ])('%j is %s', (body, code) => {
    const { reports, problems } = read(body)
    expect(reports).toEqual([])
    expect(problems).toMatchObject([{ code, tracking_number: null }])
  })
})

it.each([
  ['nothing', ''],
  ['HTML', '<!doctype html><title>Maintenance</title>'],
  ['half an answer', '{"ShipmentData":[{"Shi'],
  ['null', null],
  ['a list', []],
  ['neither shipments nor words', { Success: true }],
  ['shipments that are no list', { ShipmentData: {} }],
  ['scans under another name', delhiveryShipments({ AWB: NUMBER, ScanHistory: [OUT] })],
  ['no scans at all', delhiveryShipments({ AWB: NUMBER })],
  ['a scan without detail', delhiveryShipments(shipment([{ Detail: {} }]))],
  ['a shipment without a number', delhiveryShipments({ Scans: [] })],
])('%s is refused', (_what, body) => {
  expect(() => read(body)).toThrow(CarrierError)
  expect(() => read(body)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'bad_answer' }) }),
  )
})

it('whatever is missing or junk, the answer is a reading or bad_answer', () => {
  const answer = delhiveryShipments(
    shipment([MANIFESTED, OUT, DELIVERED], { Status: { RecievedBy: 'Asha' } }),
    shipment([scan({ type: 'RT', code: 'RT-101' })], { AWB: OTHER }),
  )
  const bodies = fc.constantFrom<unknown>(answer, DELHIVERY_NOT_FOUND).chain(damaged)
  fc.assert(
    fc.property(fc.oneof(bodies, fc.json()), (body) => {
      expectReadable(delhivery.read, typeof body === 'string' ? body : JSON.stringify(body ?? ''))
    }),
    { numRuns: 400 },
  )
})
