/** Every recorded answer that is read, served byte for byte over HTTP and followed to the page. */
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest'
import type { Reading } from '../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../worker/carriers/contract.ts'
import { carriers } from '../../../worker/carriers/registry.ts'
import { showScan } from '../../../worker/ingest/api/show-order.ts'
import { fold } from '../../../worker/order/fold.ts'
import { mergeScans } from '../../../worker/order/scans.ts'
import { fakeIds } from '../../support/fake-remote.ts'
import type { FakeId } from '../../support/fakes.ts'
import type { RecordedAnswer } from '../../support/shared-payloads.ts'
import { Fleet } from '../../support/workerd-fleet.ts'

/** Before all that was recorded: nothing is another parcel's. */
const SHIPPED_AT = '1998-01-01T00:00:00Z'

/** How many answers of each there are: about a parcel, and about a number that is not known. */
const LIVE: Readonly<Record<FakeId, readonly [tracked: number, unknown: number]>> = {
  ups: [13, 2],
  delhivery: [10, 0],
  canadapost: [13, 2],
}

beforeAll(
  () => void vi.useFakeTimers({ toFake: ['Date'], now: Date.parse('2031-10-01T10:00:00Z') }),
)
afterAll(() => void vi.useRealTimers())

interface Live {
  readonly name: string
  readonly answer: RecordedAnswer
  readonly reading: Reading
}

/** What the adapter makes of a recording. */
function readAll(carrier: FakeId): Live[] {
  return Object.entries(inject('payloads')?.[carrier] ?? {}).flatMap(([name, answer]) => {
    const { kind, content_type: contentType, response: body } = answer
    if (kind === 'webhook') return []
    try {
      return [{ name, answer, reading: carriers[carrier].read({ contentType, body }) }]
    } catch (error) {
      if (error instanceof CarrierError) return []
      throw error
    }
  })
}

/** What an order makes of a report: its scans, oldest first, and how far the parcel is. */
function lifeOf({ reports: [report] }: Reading) {
  const kept = (report?.scans ?? []).map((scan) => ({ ...scan, leg: 0, map: 1 }))
  const { scans } = mergeScans({ scans: [], truncated: false }, kept, [])
  return { scans: scans.map(showScan), milestone: fold(scans, 0).milestone }
}

describe.skipIf(inject('payloads') === null).each(fakeIds)('recorded answers of %s', (carrier) => {
  const live = readAll(carrier)
  const tracked = live.filter(({ reading }) => reading.reports.length > 0)
  const unknown = live.filter(({ reading }) => reading.problems[0]?.code === 'not_found')
  let shop: Fleet
  beforeAll(async () => {
    shop = await Fleet.open(carrier, 1)
  })

  /** A parcel that the carrier answers about in these words, after the wheel came to it. */
  async function follow({ content_type, response }: RecordedAnswer) {
    const fleet = await shop.another(1, SHIPPED_AT)
    await fleet.fail({ headers: { 'content-type': content_type }, body: response })
    await fleet.turn()
    const [shipment] = (await fleet.order()).shipments
    return { fleet, shipment }
  }

  test('are as many as there are', () => {
    expect([tracked.length, unknown.length]).toEqual(LIVE[carrier])
    expect(tracked.every(({ answer }) => answer.kind === 'tracking')).toBe(true)
  })

  test.each(tracked)('$name: every scan arrives, oldest first', async ({ answer, reading }) => {
    const { fleet, shipment } = await follow(answer)
    const { scans, milestone } = lifeOf(reading)
    expect(scans.length).toBeGreaterThan(0)
    expect(shipment).toMatchObject({ legs: [{ outcome: 'found' }], milestone, scans })
    const shown = (await fleet.page()).match(/<time class="time num"/g)
    expect(shown).toHaveLength(scans.length)
  })

  test.each(unknown)('$name: the order says the number is not known', async ({ answer }) => {
    const { shipment } = await follow(answer)
    const nothing = { legs: [{ outcome: 'not_found' }], milestone: 'pending', scans: [] }
    expect(shipment).toMatchObject(nothing)
  })
})
