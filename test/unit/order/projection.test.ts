import { describe, expect, it } from 'vitest'
import { MINUTE, SECOND } from '../../../worker/lib/clock.ts'
import { stateIn } from '../../../worker/order/commands.ts'
import { record } from '../../../worker/order/order.ts'
import { project } from '../../../worker/order/projection.ts'
import { turn } from '../../../worker/order/wheel.ts'
import { look, order, START, scan } from '../../support/orders.ts'

const legs = [{ carrier: 'some_courier', tracking_number: 'N2', carrier_account: 'acc' }]
const state = order({
  placed: { number: '#a 12', placed_at: '2026-03-10T12:00:00+04:00' },
  shipments: [{ id: 's', carrier_account: 'mine', legs }],
})

describe('the row of an order', () => {
  it('has what lists and searches need, and the whole state', () => {
    const { order: row } = project(state)
    expect(row).toEqual({
      id: 'order-1',
      merchant: 'm1',
      number: '#a 12',
      state: 'pending',
      condition: 'on_track',
      shelf: 'open',
      placed_at: '2026-03-10T08:00:00.000Z',
      updated_at: '2026-03-10T08:00:00Z',
      version: 1,
      snapshot: JSON.stringify(state),
    })
  })

  it('holds the state that comes out again', () => {
    expect(stateIn(JSON.stringify(project(state)))).toEqual(state)
  })
})

describe('the rows of its shipments', () => {
  it('are one for each tracking number, each with its own turn on the wheel', () => {
    const { shipments } = project(state)
    const shared = {
      order_id: 'order-1',
      shipment: 's',
      merchant: 'm1',
      milestone: 'pending',
      condition: 'on_track',
      since: START,
      digest: '',
      version: 1,
    }
    const ours = { carrier: 'ups', tracking_number: 'N1' }
    expect(shipments).toEqual([
      {
        ...shared,
        ...ours,
        leg: 0,
        account: 'mine',
        ...turn({ ...ours, milestone: 'pending' }, 0),
      },
      {
        ...shared,
        leg: 1,
        account: 'acc',
        carrier: 'some_courier',
        tracking_number: 'N2',
        cadence: null,
        slot: null,
      },
    ])
  })

  it('carry the digest of the last answer and the version they changed at', () => {
    const next = record(state, 's', look(2, [scan(1, { milestone: 'in_transit' })]))
    expect(project(next).shipments[0]).toMatchObject({
      digest: 'digest-2',
      version: 2,
      milestone: 'in_transit',
      cadence: 240,
    })
  })

  it('count a last look from the last scan, in the wheel’s own units', () => {
    const delivered = record(state, 's', look(2, [scan(1, { milestone: 'delivered' })]))
    const last = Date.parse('2026-03-10T09:00:00Z')
    expect(project(delivered).shipments[0]).toMatchObject({
      cadence: 0,
      slot: last / MINUTE + 1440,
    })
    expect(project(delivered, SECOND).shipments[0]).toMatchObject({ slot: last / SECOND + 1440 })
  })
})
