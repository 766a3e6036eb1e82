import { expect, it } from 'vitest'
import type { Milestone, Reason } from '../../../../schema/vocabulary.ts'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { delhivery } from '../../../../worker/carriers/delhivery/index.ts'
import { fold } from '../../../../worker/order/fold.ts'
import { mergeScans } from '../../../../worker/order/scans.ts'
import type { Payload } from '../../../support/shared.ts'
import { shared } from '../../../support/shared.ts'

/** Derived mechanically from the payload: right about codes, texts, places and wall clocks. */
interface Derived {
  readonly tracking_number: string
  readonly delivered: boolean
  readonly estimated_delivery: string | null
  readonly events: readonly {
    readonly timestamp: string
    readonly code: string
    readonly description: string
    readonly location: string
    readonly status: string
  }[]
}

/** What their coarse status can be for us; "pending" is also what lies before the van. */
const SENSIBLE: Readonly<Record<string, readonly (Milestone | null)[]>> = {
  delivered: ['delivered'],
  out_for_delivery: ['out_for_delivery'],
  in_transit: ['in_transit', 'accepted'],
  picked_up: ['accepted'],
  pending: ['label_created', 'in_transit'],
}

/** How each ends: nothing that was never handed over may look as if it moved. */
const ENDS: Readonly<Record<string, readonly [Milestone, Reason | null]>> = {
  delivered_16_scans_5: ['delivered', null],
  delivered_23_scans_4: ['delivered', null],
  delivered_29_scans_2: ['delivered', null],
  manifested_4_scans_1: ['label_created', 'not_ready'],
  manifested_4_scans_2: ['label_created', 'not_ready'],
  not_picked_13_scans_1: ['label_created', 'not_ready'],
  not_picked_4_scans_5: ['label_created', 'not_ready'],
  not_picked_5_scans_3: ['label_created', 'sender_request'],
  not_picked_5_scans_4: ['label_created', 'not_ready'],
  not_picked_7_scans_2: ['label_created', 'not_ready'],
}

function reportOf({ content_type, response }: Payload): Report {
  const { reports, problems } = delhivery.read({ contentType: content_type, body: response })
  const [report, ...more] = reports
  if (!report || more.length > 0 || problems.length > 0) throw new Error('not one report')
  return report
}

const LEG = {
  carrier: 'delhivery',
  tracking_number: '1',
  account: null,
  digest: '',
  outcome: 'found',
  looked: null,
} as const

shared.describe('recorded Delhivery answers', () => {
  const payloads = shared.payloads('delhivery')

  it('are those that are known', () => {
    expect(payloads.map(({ name }) => name).sort()).toEqual(Object.keys(ENDS).sort())
  })

  it.each(payloads)('$name: every scan is kept, in code, text, place and time', (payload) => {
    const { events } = payload.expected as Derived
    const { scans } = reportOf(payload)
    expect(scans).toHaveLength(events.length)
    scans.forEach((scan, index) => {
      const event = events[index]
      expect(scan).toMatchObject({
        code: event?.code,
        text: event?.description,
        location: event?.location,
        local: event?.timestamp.slice(0, 19),
        zone: 'Asia/Kolkata',
        at: `${event?.timestamp}+05:30`,
      })
      expect(event?.location).toContain(scan.city)
      expect(SENSIBLE[event?.status ?? ''], `${scan.code}`).toContain(scan.milestone)
    })
  })

  it.each(payloads)('$name: number, estimate and end', (payload) => {
    const derived = payload.expected as Derived
    const report = reportOf(payload)
    expect(report).toMatchObject({ tracking_number: derived.tracking_number, whole: true })
    // All that have a day are delivered: then it is over.
    expect(report.estimate).toBeNull()
    const kept = report.scans.map((scan) => ({ ...scan, leg: 0, map: 1 }))
    const { scans } = mergeScans({ scans: [], truncated: false }, kept, [LEG])
    const { milestone, reason } = fold(scans, 0)
    expect([milestone, reason]).toEqual(ENDS[payload.name])
    expect(milestone === 'delivered').toBe(derived.delivered)
  })

  it.each(payloads)('$name: keeps nothing of the consignee or the sender', (payload) => {
    expect(JSON.stringify(reportOf(payload))).not.toMatch(/REDACTED|Telephone|geo_location/)
  })

  it('no code of a recorded scan is unknown', () => {
    const scans = payloads.flatMap((payload) => reportOf(payload).scans)
    expect(scans.length).toBeGreaterThan(90)
    expect(scans.filter(({ milestone }) => milestone === null)).toEqual([])
  })

  it('scans of one moment are all kept, and the fraction says which came first', () => {
    const payload = payloads.find(({ name }) => name === 'delivered_29_scans_2')
    const scans = payload ? reportOf(payload).scans : []
    const twins = scans.filter(({ at }) => at === '2025-11-16T22:31:10.935+05:30')
    expect(twins.map(({ code }) => code)).toEqual(['X-IBD3F', 'X-DWS'])
    const times = scans.map(({ at }) => Date.parse(at ?? ''))
    expect(times).toEqual(times.toSorted((a, b) => a - b))
  })
})
