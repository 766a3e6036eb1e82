import { describe, expect, it } from 'vitest'
import type { Milestone, Reason } from '../../../../schema/vocabulary.ts'
import { CODES } from '../../../../worker/carriers/canadapost/codes.ts'
import { meaningOf } from '../../../../worker/carriers/canadapost/meaning.ts'
import { shared } from '../../../support/shared.ts'

shared.describe('the map of an open-source connector', () => {
  const { code_to_status: statuses, TrackingIncidentReason: incidents } = shared.json(
    'carriers/status_maps/canadapost.json',
  ) as {
    code_to_status: Record<string, string>
    TrackingIncidentReason: Record<string, string[]>
  }

  it('has no code that we do not know, but those that Canada Post’s own table has not', () => {
    const unknown = Object.keys(statuses).filter((code) => !CODES.has(code))
    expect(unknown).toEqual('101 103 125 154 1400 1401 1402 1403 1404 1497 1499'.split(' '))
  })

  it('agrees with us on what is delivered, waits, or is on the van', () => {
    /** Canada Post's own words are "Item processed", "on hold", "verifying", "being returned"… */
    const agreed: readonly (readonly [string, Milestone])[] = [
      ['delivered', 'delivered'],
      ['out_for_delivery', 'out_for_delivery'],
    ]
    for (const [theirs, ours] of agreed) {
      const codes = Object.keys(statuses).filter((code) => statuses[code] === theirs)
      const read = codes.flatMap((code) => CODES.get(code) ?? [])
      expect(new Set(read.map(({ milestone }) => milestone))).toEqual(new Set([ours]))
    }
  })

  it('is not followed where Canada Post’s words say otherwise', () => {
    expect(incidents.consignee_refused).toContain('150')
    expect(CODES.get('150')).toEqual({ milestone: 'ended', reason: 'disposed' })
    expect(incidents.carrier_parcel_lost).toContain('152')
    expect(CODES.get('152')).toEqual({ milestone: null, reason: null })
    expect(incidents.weather_delay).toContain('161')
    expect(CODES.get('161')).toEqual({ milestone: null, reason: 'strike' })
  })
})

type Row = readonly [string | null, string | null, Milestone | null, Reason | null]

const each = (rows: readonly Row[]): void => {
  it.each(rows)('%s %s is %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })
}

describe('an identifier, with leading zeros or without', () => {
  each([
    ['0174', 'Item out for delivery', 'out_for_delivery', null],
    ['174', null, 'out_for_delivery', null],
    ['3000', 'Electronic information submitted by shipper', 'label_created', null],
    ['2300', 'Item picked up by Canada Post', 'accepted', null],
    ['20', 'Signature available', null, null],
    ['0020', null, null, null],
    ['1479', 'Notice card left indicating where and when to pick up item', 'attempt_failed', null],
    ['1405', 'Delivered to automated parcel locker', 'ready_for_pickup', null],
    ['1411', null, 'attempt_failed', 'business_closed'],
    ['0172', null, 'in_transit', 'missorted'],
    [
      '1417',
      'Item refused by recipient. Item being returned to sender.',
      'returning_to_sender',
      'refused',
    ],
    ['1100', null, 'returning_to_sender', 'customs_rejected'],
    ['0161', 'Delivery may be delayed due to labour disruption', null, 'strike'],
  ])
})

describe('where one identifier says two things, the words decide', () => {
  each([
    ['1498', 'Delivered', 'delivered', null],
    ['1498', 'Item successfully returned to sender', 'returned_to_sender', null],
    ['1496', "L'article a été renvoyé avec succès à l'expéditeur.", 'returned_to_sender', null],
    ['0174', 'Returned item out for delivery', 'returning_to_sender', null],
    [
      '0174',
      "L'article renvoyé à l'expéditeur est sorti pour livraison.",
      'returning_to_sender',
      null,
    ],
    ['1479', 'Attempt to return item to sender. Notice card left.', 'returning_to_sender', null],
    [
      '2412',
      'Returned item arrived at postal facility',
      'returning_to_sender',
      'address_incomplete',
    ],
    ['4700', 'Item on hold', null, 'held'],
    ['4700', "Item redirected to recipient's new address", 'in_transit', 'forwarded'],
    ['4700', "Verifying recipient's address; Possible delay", null, 'address_incomplete'],
    [
      '4700',
      'Recipient not located at address provided. Item being returned to sender.',
      'returning_to_sender',
      'held',
    ],
  ])
})

describe('what may come is not what is', () => {
  each([
    [
      '0156',
      'Final Notice; Item will be returned to sender if not collected within 10 days',
      'ready_for_pickup',
      null,
    ],
    [
      '0156',
      "Carte Avis final; renvoi à l'exp. si on ne le ramasse pas dans les dix jours",
      'ready_for_pickup',
      null,
    ],
    ['1487', 'Item being returned to Canadian Customs for appeal of duties', null, 'customs_hold'],
    ['1303', 'Return item accepted at Post Office', 'accepted', null],
    ['3002', 'Return label created', 'label_created', null],
    ['0150', 'Hold period expired; Item has been disposed of', 'ended', 'disposed'],
    ['0611', "Item is at recipient's front door", null, null],
  ])
})

describe('what is not known is not guessed', () => {
  each([
    ['1440', 'Something new', null, null],
    ['1497', null, null, null],
    ['1497', 'Item successfully delivered', 'delivered', null],
    ['1499', 'Delivery may be delayed', null, null],
    ['9999', 'Item out for delivery', 'out_for_delivery', null],
    ['INDUCTION', 'Order information received by Canada Post', 'label_created', null],
    [null, null, null, null],
    ['', '', null, null],
    ['0', null, null, null],
  ])
})
