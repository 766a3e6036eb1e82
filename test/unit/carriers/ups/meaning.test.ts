import { describe, expect, it } from 'vitest'
import type { Milestone, Reason } from '../../../../schema/vocabulary.ts'
import { meaningOf } from '../../../../worker/carriers/ups/codes/meaning.ts'

type Given = readonly [
  type: string | null,
  code: string | null,
  status: string | null,
  text?: string,
]
type Row = readonly [Given, Milestone | null, Reason | null]

const NUMBER = '1Z999AA10123456784'

const mean = ([type, code, statusCode, text]: Given, number = NUMBER) =>
  meaningOf({ type, code, statusCode, text: text ?? null }, number)

function each(rows: readonly Row[], number = NUMBER): void {
  it.each(rows)('%j is %s, %s', (given, milestone, reason) => {
    expect(mean(given, number)).toEqual({ milestone, reason })
  })
}

describe('an uneventful parcel', () => {
  each([
    [['M', 'MP', '003'], 'label_created', null],
    [['M', 'MP', null], 'label_created', null],
    [['P', 'PU', '038'], 'accepted', null],
    [['I', 'OR', '005'], 'accepted', null],
    [['I', 'XD', null], 'accepted', null],
    [['I', 'DP', '005'], 'in_transit', null],
    [['I', 'AR', '005'], 'in_transit', null],
    [['I', 'YP', '071'], 'in_transit', null],
    [['I', 'OD', '072'], 'out_for_delivery', null],
    [['I', 'OT', '021'], 'out_for_delivery', null],
    [['D', 'FS', '011'], 'delivered', null],
    [['D', 'F4', '011'], 'delivered', null],
    [['D', 'KB', null], 'delivered', null],
    [['D', null, '026'], 'delivered', null],
  ])
})

describe('a label is never more than a label', () => {
  each([
    [['M', 'RD', null], 'label_created', null],
    [['I', 'OC', null], 'label_created', null],
    [['MV', 'VP', '007'], 'cancelled', null],
    [['M', 'VP', null], 'cancelled', null],
    [['X', 'SR', '003'], null, null],
  ])
})

describe('what happened has a reason', () => {
  each([
    [['X', '48', '022'], 'attempt_failed', 'recipient_absent'],
    [['X', '55', '022'], 'attempt_failed', 'business_closed'],
    [['X', 'G7', '061'], 'attempt_failed', 'signature_required'],
    [['X', '51', '062'], 'attempt_failed', 'payment_due'],
    [['X', 'KR', '064'], 'attempt_failed', 'refused'],
    [['X', 'A8', '050'], null, 'address_incomplete'],
    [['X', 'S8', '046'], 'in_transit', 'transport_delay'],
    [['X', 'ZZ9', '046'], null, 'transport_delay'],
    [['X', '7W', '052'], null, 'weather'],
    [['X', 'DF', '013'], null, 'disaster'],
    [['X', 'HR', '059'], null, 'damaged'],
    [['X', 'A1', '013'], 'returning_to_sender', 'damaged'],
    [['X', '3N', '035'], 'returning_to_sender', 'unclaimed'],
    [['X', 'DL', '035'], 'returning_to_sender', null],
    [['X', 'I1', null], 'returning_to_sender', 'sender_request'],
    [['X', 'S9', '068'], 'in_transit', 'lost'],
    [['X', null, '147'], 'ended', 'seized'],
    [['I', 'DP', '032'], 'in_transit', 'weather'],
  ])
})

describe('customs: one code for a hold and its end, so the status decides', () => {
  each([
    [['X', 'RZ', '012'], 'in_transit', 'customs_hold'],
    [['X', 'RZ', '014'], 'in_transit', null],
    [['X', 'BB', '058'], 'in_transit', 'customs_documents'],
    [['X', 'BB', '014'], 'in_transit', null],
    [['X', null, '092'], 'in_transit', 'customs_hold'],
    [['X', null, '084'], 'in_transit', null],
    [['X', 'RZ', null], 'in_transit', 'customs_hold'],
    [['X', '1C', '013'], 'in_transit', 'customs_duties'],
  ])
})

describe('delivered, but to whom', () => {
  each([
    [['D', 'FS', '034', 'Returned to Sender'], 'returned_to_sender', null],
    [['D', null, null, 'RETURNED TO SHIPPER'], 'returned_to_sender', null],
    [['D', 'B0', '011'], 'returned_to_sender', null],
    [['X', null, '067'], 'returned_to_sender', null],
    [['D', '2Q', '161'], 'ready_for_pickup', null],
    [['D', '2Q', '011'], 'ready_for_pickup', null],
    [['X', 'ZP', null], 'ready_for_pickup', null],
    [['D', null, '144'], 'ready_for_pickup', null],
    [['D', null, '143'], 'in_transit', null],
    [['D', 'OT', '021'], 'out_for_delivery', null],
    [['D', 'OT', null], 'out_for_delivery', null],
  ])
})

describe('what is not known is not guessed', () => {
  each([
    [['X', 'QQQ', null, 'Something new'], null, null],
    [['X', 'QQQ', '999'], null, null],
    [['X', 'QQQ', '013'], null, 'carrier_exception'],
    [['X', null, null], null, null],
    [[null, null, null], null, null],
    [['ZZ', 'AR', null], null, null],
    [['U', 'UP', '154'], null, null],
    [['X', 'K5', '013'], null, null],
    [['X', 'K5', null], null, null],
    [['I', null, '082'], null, null],
    [['I', 'QQQ', null, 'Processing'], 'in_transit', null],
    [['I', 'QQQ', null, 'Out For Delivery Today'], 'out_for_delivery', null],
  ])
})

describe('a code means what it means in its network', () => {
  it('OT is a van on type I and clearance papers on type X', () => {
    expect(mean(['I', 'OT', null]).milestone).toBe('out_for_delivery')
    expect(mean(['X', 'OT', null]).reason).toBe('customs_documents')
  })

  it('RB is processing for a parcel and a van for a postal number', () => {
    expect(mean(['X', 'RB', null]).milestone).toBe('in_transit')
    expect(mean(['X', 'RB', null], '92419900000033499522966220').milestone).toBe('out_for_delivery')
  })

  it('three digits are freight activities for a freight number', () => {
    expect(mean(['I', '012', null], '123456789')).toEqual({ milestone: 'delivered', reason: null })
    expect(mean(['X', 'RF', null], '123456789').reason).toBe('refused')
    expect(mean(['X', 'RF', null])).toEqual({ milestone: null, reason: null })
  })

  it('a number given in Track Alert for a status is no match for the code', () => {
    // 021 written as a number in YAML is octal: 17, "Held for Customer Pickup".
    expect(mean(['I', 'OT', '17']).milestone).toBe('out_for_delivery')
  })
})
