import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Report, Scan } from '../../../schema/report.ts'
import { canonicalJson } from '../../../worker/lib/bytes.ts'
import { MAX_SCANS, mergeScans } from '../../../worker/order/scans.ts'
import { afterLook } from '../../../worker/order/shipment.ts'
import type { KeptScan, Leg, Shipment } from '../../../worker/order/state.ts'
import { anyLooks, anyScan, shuffled } from '../../support/arbitraries.ts'
import { afterLooks, kept, look, report, shipment } from '../../support/orders.ts'

const RUNS = { numRuns: 1000 }

/** What a page shows of a shipment, as text; which answer was the last recorded is no part of it. */
const told = ({ scans, truncated, facts, status }: Shipment): string =>
  canonicalJson({ scans, truncated, facts, status })

const scansOf = (known: Shipment): Scan[] =>
  known.scans.map(({ leg: _leg, map: _map, ...rest }) => rest)

describe('the same looks', () => {
  it('amount to the same in any order and however often they come', () => {
    const looksTwice = anyLooks.chain((looks) => fc.tuple(fc.constant(looks), shuffled(looks)))
    fc.assert(
      fc.property(looksTwice, ([looks, again]) => {
        const start = shipment()
        expect(told(afterLooks(start, again))).toBe(told(afterLooks(start, looks)))
      }),
      RUNS,
    )
  })

  it('amount to the same in any batching', () => {
    const batched = fc
      .array(anyScan, { minLength: 1, maxLength: 12 })
      .chain((scans) =>
        fc.tuple(fc.constant(scans), shuffled(scans), fc.integer({ min: 3, max: 8 })),
      )
    fc.assert(
      fc.property(batched, ([scans, again, size]) => {
        const at = { at: 0, digest: null }
        const batches = Array.from({ length: Math.ceil(again.length / size) }, (_, index) =>
          look(0, again.slice(index * size, (index + 1) * size), at),
        )
        const once = afterLook(shipment(), look(0, scans, at))
        expect(told(afterLooks(shipment(), batches))).toBe(told(once))
      }),
      RUNS,
    )
  })

  it('are one effect: a look recorded before returns the very same object', () => {
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const once = afterLooks(shipment(), looks)
        for (const again of looks) expect(afterLook(once, again)).toBe(once)
      }),
      RUNS,
    )
  })

  it('are one effect also where the carrier lists the scans in another order', () => {
    const reordered = fc
      .array(anyScan, { maxLength: 8 })
      .chain((scans) => fc.tuple(fc.constant(scans), shuffled(scans)))
    fc.assert(
      fc.property(reordered, ([scans, again]) => {
        const once = afterLook(shipment(), look(0, scans, { digest: null }))
        expect(afterLook(once, look(0, again, { digest: null }))).toBe(once)
      }),
      RUNS,
    )
  })
})

describe('scans that change nothing', () => {
  it('a scan with an unmapped code is kept and leaves milestone, condition and reason', () => {
    const unmapped = anyScan.map((scan) => ({
      ...scan,
      code: 'UNHEARD-OF',
      milestone: null,
      reason: null,
    }))
    fc.assert(
      fc.property(anyLooks, unmapped, (looks, scan) => {
        const before = afterLooks(shipment(), looks)
        const after = afterLook(before, look(99, [scan], { digest: null, facts: { whole: false } }))
        const { scanned: _before, ...statusBefore } = before.status
        const { scanned: _after, ...statusAfter } = after.status
        expect(statusAfter).toEqual(statusBefore)
        expect(scansOf(after)).toContainEqual(scan)
      }),
    )
  })

  it('a scan from long before the shipment is kept and silent: the number was another parcel’s', () => {
    const foreign: Scan = { ...kept(-73), milestone: 'delivered', code: 'OLD' }
    fc.assert(
      fc.property(anyLooks, (looks) => {
        const before = afterLooks(shipment(), looks)
        const after = afterLook(
          before,
          look(99, [foreign], { digest: null, facts: { whole: false } }),
        )
        expect(after.status).toEqual(before.status)
        expect(after.scans).toHaveLength(before.scans.length + 1)
      }),
    )
  })

  it('a scan from a little before the shipment counts: shops are slow to tell', () => {
    const early = look(0, [kept(-71, { milestone: 'accepted' })])
    expect(afterLook(shipment(), early).status.milestone).toBe('accepted')
  })
})

describe('wall clocks of several zones', () => {
  it('are in the order in which the scans were made', () => {
    const scans = [
      kept(1, { code: 'WEST', at: null, local: '2026-04-02T09:30:00', zone: 'America/Vancouver' }),
      kept(2, { code: 'EAST', at: null, local: '2026-04-02T11:00:00', zone: 'America/Toronto' }),
    ]
    const { scans: merged } = mergeScans({ scans: [], truncated: false }, scans, shipment().legs)
    expect(merged.map(({ code }) => code)).toEqual(['EAST', 'WEST'])
  })
})

describe('a withdrawn scan', () => {
  const delivered = { ...kept(3), milestone: 'delivered', code: 'D' } as const
  const moving = kept(2, { milestone: 'in_transit' })

  it('counts no longer, whether the withdrawal comes before or after it', () => {
    const said = look(4, [moving, delivered])
    const withdrawn = look(5, [{ ...delivered, withdrawn: true }])
    for (const looks of [
      [said, withdrawn],
      [withdrawn, said],
    ]) {
      expect(afterLooks(shipment(), looks).status).toMatchObject({
        milestone: 'in_transit',
        delivered: null,
      })
    }
  })

  it('is not withdrawn by mere absence from a later answer', () => {
    const after = afterLooks(shipment(), [look(4, [moving, delivered]), look(5, [moving])])
    expect(after.status.milestone).toBe('delivered')
  })

  it('stays withdrawn under a newer map', () => {
    const withdrawn = look(4, [{ ...delivered, withdrawn: true }])
    const mended = look(5, [moving, delivered], { mapVersion: 2 })
    expect(afterLooks(shipment(), [withdrawn, mended]).status.milestone).toBe('in_transit')
  })
})

describe('a mended map', () => {
  it('reaches scans already kept, in either order', () => {
    const before = look(4, [kept(3, { code: 'ZZ' })])
    const mended = look(5, [kept(3, { code: 'ZZ', milestone: 'delivered' })], { mapVersion: 2 })
    for (const looks of [
      [before, mended],
      [mended, before],
    ]) {
      expect(afterLooks(shipment(), looks).status.milestone).toBe('delivered')
    }
  })
})

describe('more scans than are kept', () => {
  const legs: readonly Leg[] = shipment().legs
  const none = { scans: [], truncated: false }
  const codes = (scans: readonly KeptScan[]) => scans.map(({ code }) => code)
  const many = (length: number) =>
    Array.from({ length }, (_, index) => kept(index / 4, { code: `C${index}` }))

  it('leave out the middle: the 20 oldest and the 180 newest stay, and it is said', () => {
    const all = many(260)
    const merged = mergeScans(none, all, legs)
    expect(merged.truncated).toBe(true)
    expect(codes(merged.scans)).toEqual(codes([...all.slice(0, 20), ...all.slice(-180)]))
  })

  it('are all kept up to the limit, and nothing is said', () => {
    expect(mergeScans(none, many(MAX_SCANS), legs)).toMatchObject({ truncated: false })
  })

  it('leave out the same in any order, batching and with two readings of each', () => {
    const mixed = fc.array(
      fc.record({
        hours: fc.integer({ min: 0, max: 150 }),
        code: fc.integer({ min: 0, max: 3 }),
        map: fc.constantFrom(1, 2),
      }),
      { minLength: 300, maxLength: 330, size: 'max' },
    )
    const scans = mixed.map((all) =>
      all.map(({ hours, code, map }) =>
        kept(hours, {
          code: `C${code}`,
          map,
          milestone: map === 1 ? 'in_transit' : code > 1 ? 'delivered' : null,
          // Adapters learn a place's zone: the newer reading knows the instant.
          local: `2026-04-${String(1 + Math.floor(hours / 24)).padStart(2, '0')}T${String(hours % 24).padStart(2, '0')}:00:00`,
          ...(map === 1 && { at: null }),
        }),
      ),
    )
    const batched = scans.chain((all) =>
      fc.tuple(fc.constant(all), shuffled(all), fc.integer({ min: 20, max: 120 })),
    )
    fc.assert(
      fc.property(batched, ([all, again, size]) => {
        let merged: ReturnType<typeof mergeScans> = none
        for (let start = 0; start < again.length; start += size) {
          merged = mergeScans(merged, again.slice(start, start + size), legs)
        }
        expect(canonicalJson(merged)).toBe(canonicalJson(mergeScans(none, all, legs)))
      }),
      { numRuns: 15, endOnFailure: true },
    )
  })

  it('say so to the shipment too', () => {
    const whole: Partial<Report> = { whole: true }
    const after = afterLook(shipment(), look(99, many(230), { facts: whole }))
    expect(after).toMatchObject({ truncated: true })
    expect(after.scans).toHaveLength(MAX_SCANS)
    expect(report(after.scans).scans).toHaveLength(MAX_SCANS)
  })
})
