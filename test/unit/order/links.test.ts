import { describe, expect, it } from 'vitest'
import { DAY } from '../../../worker/lib/clock.ts'
import type { Grant } from '../../../worker/lib/id.ts'
import { readGrant } from '../../../worker/lib/id.ts'
import { keyRing } from '../../../worker/lib/keys.ts'
import { isInForce, linksOf, originOf, renewedLink } from '../../../worker/order/links.ts'
import { record, revoke } from '../../../worker/order/order.ts'
import { look, order, START, scan } from '../../support/orders.ts'
import { TEST_SECRETS } from '../../support/secrets.ts'

const settings = {
  defaultOrigin: new URL('http://localhost:8787'),
  linkKeys: keyRing(TEST_SECRETS.LINK_KEYS),
}
const ownHost = { primary_hostname: 'track.brand.example' }
const moving = order()
const id = moving.shipments[0]?.id ?? ''
const delivered = record(moving, id, look(30, [scan(24, { milestone: 'delivered' })]))
const DELIVERED = START + DAY
const buyer: Grant = { scope: 'buyer', epoch: 0, expires: 0 }

const grantIn = (link: string | null) =>
  readGrant(settings.linkKeys, moving.id, new URL(link ?? '').searchParams.get('g') ?? '')

describe('links', () => {
  it('lead to the merchant’s hostname with the default origin’s scheme and port', () => {
    expect(originOf(settings, ownHost)).toBe('http://track.brand.example:8787')
    expect(originOf(settings, { primary_hostname: null })).toBe('http://localhost:8787')
  })

  it('are the same on every call', async () => {
    const links = await linksOf(settings, ownHost, moving)
    expect(await linksOf(settings, ownHost, moving)).toEqual(links)
    expect(links.link).toBe('http://track.brand.example:8787/o/order-1')
    expect(links.recipient_link).toBeNull()
  })

  it('hold nothing of a person', async () => {
    const gift = order({ placed: { gift: { show_articles: false } } })
    const text = JSON.stringify(await linksOf(settings, ownHost, gift))
    for (const part of ['Personal', 'personal', 'A-1001', 'N1', 'm1'])
      expect(text).not.toContain(part)
  })

  it('of a gift have one more for the recipient, who is no buyer', async () => {
    const gift = order({ placed: { gift: { show_articles: false } } })
    const links = await linksOf(settings, ownHost, gift)
    expect(await grantIn(links.grant_link)).toEqual(buyer)
    expect(await grantIn(links.recipient_link)).toEqual({ ...buyer, scope: 'recipient' })
  })

  it('renewed carry their own end', async () => {
    const until = START + 7 * DAY + 999
    const grant = await grantIn(await renewedLink(settings, ownHost, moving, until))
    expect(grant).toEqual({ ...buyer, expires: (START + 7 * DAY) / 1000 })
  })
})

describe('a grant', () => {
  it.each([
    ['while a parcel is under way', moving, buyer, START + 399 * DAY, true],
    ['no longer than the record', moving, buyer, START + 400 * DAY, false],
    ['for its days after delivery', delivered, buyer, DELIVERED + 60 * DAY - 1, true],
    ['and not a moment more', delivered, buyer, DELIVERED + 60 * DAY, false],
    [
      'until its own end where it has one',
      delivered,
      { ...buyer, expires: 2e9 },
      DELIVERED + 90 * DAY,
      true,
    ],
    ['and not after it', moving, { ...buyer, expires: START / 1000 }, START, false],
    ['of an epoch before not at all', revoke(moving, START), buyer, START, false],
    ['of a new epoch again', revoke(moving, START), { ...buyer, epoch: 1 }, START, true],
    ['of an epoch yet to come not at all', moving, { ...buyer, epoch: 1 }, START, false],
  ])('is in force %s', (_name, state, grant, at, holds) => {
    expect(isInForce(grant, state, 60, at)).toBe(holds)
  })

  it('counts from the last parcel’s end', () => {
    const two = order({ shipments: [{ id: 'a' }, { id: 'b', tracking_number: 'N2' }] })
    const first = record(two, 'a', look(2, [scan(1, { milestone: 'delivered' })]))
    expect(isInForce(buyer, first, 60, START + 90 * DAY)).toBe(true)
    const both = record(first, 'b', look(50 * 24, [scan(48 * 24, { milestone: 'delivered' })]))
    expect(isInForce(buyer, both, 60, START + 107 * DAY)).toBe(true)
    expect(isInForce(buyer, both, 60, START + 108 * DAY)).toBe(false)
  })

  it('counts from the shipment’s beginning where no scan has a time', () => {
    const timeless = record(moving, id, look(2, [scan(1, { at: null, milestone: 'delivered' })]))
    expect(isInForce(buyer, timeless, 60, START + 59 * DAY)).toBe(true)
    expect(isInForce(buyer, timeless, 60, START + 60 * DAY)).toBe(false)
  })
})
