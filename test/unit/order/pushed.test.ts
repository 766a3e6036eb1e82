import { describe, expect, it } from 'vitest'
import { project } from '../../../worker/order/projection.ts'
import { unasked } from '../../../worker/order/shipment.ts'
import type { Shipment } from '../../../worker/order/state.ts'
import { turn } from '../../../worker/order/wheel.ts'
import { afterLooks, look, order, scan, shipment } from '../../support/orders.ts'

const LEFT = scan(2, { code: 'LEFT', milestone: 'in_transit' })
const ARRIVED = scan(6, { code: 'ARRIVED', milestone: 'in_transit' })

const push = (hours: number, ...scans: (typeof LEFT)[]) =>
  look(hours, scans, { digest: null, facts: { whole: false } })

const cadenceOf = ({ legs, status: { milestone } }: Shipment) => {
  const [leg] = legs
  return leg && turn({ ...leg, milestone }, 0)?.cadence
}

describe('a parcel that the carrier pushes', () => {
  it('is asked about once a day', () => {
    expect(cadenceOf(afterLooks(shipment(), [look(3, [LEFT])]))).toBe(240)
    expect(cadenceOf(afterLooks(shipment(), [look(3, [LEFT]), push(7, ARRIVED)]))).toBe(1440)
  })

  it('stays so while the day’s check finds nothing that was not pushed', () => {
    const checked = afterLooks(shipment(), [push(7, LEFT, ARRIVED), look(20, [LEFT, ARRIVED])])
    expect(cadenceOf(checked)).toBe(1440)
  })

  it('is asked about like any other once the check finds what no push brought', () => {
    const missed = afterLooks(shipment(), [push(3, LEFT), look(20, [LEFT, ARRIVED])])
    expect(cadenceOf(missed)).toBe(240)
    expect(cadenceOf(afterLooks(missed, [push(30, scan(29))]))).toBe(1440)
  })

  it('by a push that came late and out of turn says nothing new', () => {
    const late = afterLooks(shipment(), [look(20, [LEFT, ARRIVED]), push(7, ARRIVED)])
    expect(cadenceOf(late)).toBe(240)
  })

  it('has its slot among those of the longer cadence, so that orders that share it stay together', () => {
    const parcel = { carrier: 'ups', tracking_number: 'N1', milestone: 'pending' } as const
    const [often, daily] = [turn(parcel, 0), turn({ ...parcel, pushed: true }, 0)]
    expect((daily?.slot ?? 0) % (often?.cadence ?? 1)).toBe(often?.slot)
  })
})

describe('a number nobody was asked about', () => {
  it('is looked at at once, and only then', () => {
    expect(unasked([shipment()])).toMatchObject([{ carrier: 'ups', tracking_number: 'N1' }])
    expect(unasked([afterLooks(shipment(), [look(1, [LEFT])])])).toEqual([])
  })

  it('waits for its turn where that is near, and for nothing where nobody can be asked', () => {
    const of = (carrier: string) => shipment({ carrier })
    expect(unasked([of('sandbox'), of('some_courier')])).toEqual([])
  })

  it('has its first turn on the wheel all the same', () => {
    const [row] = project(order()).shipments
    expect(row?.cadence).toBe(480)
  })
})
