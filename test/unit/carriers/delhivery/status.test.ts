import { describe, expect, it } from 'vitest'
import type { Milestone, Reason } from '../../../../schema/vocabulary.ts'
import { CODES } from '../../../../worker/carriers/delhivery/codes.ts'
import { meaningOf } from '../../../../worker/carriers/delhivery/status.ts'

type Row = readonly [
  type: string | null,
  status: string | null,
  code: string | null,
  Milestone | null,
  Reason | null,
]

const each = (rows: readonly Row[]): void => {
  it.each(rows)('%s %s %s is %s, %s', (type, status, code, milestone, reason) => {
    expect(meaningOf(type, status, code)).toEqual({ milestone, reason })
  })
}

describe('to the consignee', () => {
  each([
    ['UD', 'Manifested', 'X-UCI', 'label_created', null],
    ['UD', 'Manifested', 'FMEOD-106', 'label_created', 'transport_delay'],
    ['UD', 'Not Picked', 'X-PNP', 'label_created', 'not_ready'],
    ['UD', 'In Transit', 'X-PPOM', 'accepted', null],
    ['UD', 'In Transit', 'X-PIOM', 'accepted', null],
    ['UD', 'In Transit', 'X-OLL4F', 'in_transit', null],
    ['UD', 'In Transit', 'DLYLH-105', 'in_transit', 'transport_delay'],
    ['UD', 'Pending', 'X-IBD3F', 'in_transit', null],
    ['UD', 'Dispatched', 'X-DDD3FD', 'out_for_delivery', null],
    ['UD', 'Dispatched', 'ST-114', 'out_for_delivery', null],
    ['UD', 'Pending', 'EOD-11', 'attempt_failed', 'recipient_absent'],
    ['UD', 'Pending', 'EOD-6', 'attempt_failed', 'refused'],
    ['UD', 'Pending', 'EOD- 146', 'attempt_failed', 'id_required'],
    ['UD', 'Pending', 'EOD-86', 'in_transit', 'transport_delay'],
    ['DL', 'Delivered', 'EOD-38', 'delivered', null],
    ['LT', 'LOST', 'LT-100', 'ended', 'lost'],
    ['LT', 'LOST', null, 'ended', 'lost'],
  ])
})

describe('a label is never more than a label', () => {
  each([
    ['UD', 'Manifested', 'DTUP-231', 'label_created', null],
    ['UD', 'Manifested', 'DTUP-210', 'label_created', 'sender_request'],
    ['UD', 'Pending', 'FMPUR-101', 'label_created', null],
    ['PP', 'Dispatched', 'X-DDD3FP', 'label_created', null],
  ])
})

describe('back to the sender, whatever the status says of the van', () => {
  each([
    ['RT', 'In Transit', 'RT-101', 'returning_to_sender', 'sender_request'],
    ['RT', 'In Transit', 'EOD-6O', 'returning_to_sender', 'refused'],
    ['RT', 'Pending', 'X-IBD3F', 'returning_to_sender', null],
    ['RT', 'Pending', 'EOD-11', 'returning_to_sender', 'recipient_absent'],
    ['RT', 'Dispatched', 'X-DDD3FD', 'returning_to_sender', null],
    ['RT', 'Pending', 'RD-PD21', 'returning_to_sender', 'damaged'],
    ['RT', 'Something', 'NEW-1', 'returning_to_sender', null],
    ['DL', 'RTO', 'RD-AC', 'returned_to_sender', null],
    ['DL', 'RTO', 'RT-110', 'returned_to_sender', null],
  ])
})

describe('fetched at the consignee’s', () => {
  each([
    ['PP', 'Open', 'X-UCO', 'label_created', null],
    ['PP', 'Scheduled', 'X-ASP', 'label_created', null],
    ['PP', 'Scheduled', 'EOD-26', 'label_created', 'recipient_absent'],
    ['PU', 'In Transit', 'EOD-77', 'accepted', null],
    ['PU', 'In Transit', 'X-DLL2R', 'in_transit', null],
    ['PU', 'Pending', 'RD-PD3', 'in_transit', null],
    ['PU', 'Dispatched', 'X-DRD3R', 'out_for_delivery', null],
    ['DL', 'DTO', 'RD-AC', 'delivered', null],
    ['CN', 'Canceled', 'EOD-21', 'cancelled', null],
    ['CN', 'Closed', 'EOD-106', 'cancelled', null],
  ])
})

describe('what is not known is not guessed', () => {
  each([
    // Back from a failed attempt, or at the last facility: without its code nobody knows.
    ['UD', 'Pending', 'EOD-999', null, null],
    ['UD', 'Pending', null, null, null],
    ['UD', 'Frozen', 'X-DLL2F', null, null],
    ['UD', 'Frozen', 'DLYDC-101', null, 'weather'],
    ['DL', 'Returned', 'RD-AC', null, null],
    ['ZZ', 'In Transit', 'X-DLL2F', null, null],
    [null, null, null, null, null],
    // A status that is plain by itself stands, whatever the code.
    ['UD', 'In Transit', 'NEW-1', 'in_transit', null],
    ['ud', 'in transit', 'new-1', 'in_transit', null],
  ])
})

it('the codes Delhivery documents for a new attempt are known as failures at the door', () => {
  /** "Take NDR action" in its API documentation; EOD-86 is "not attempted", EOD-43 is collected. */
  const documented = 'EOD-3 EOD-6 EOD-11 EOD-15 EOD-16 EOD-69 EOD-74 EOD-104'.split(' ')
  for (const code of documented) expect(CODES.get(code)?.milestone, code).toBe('attempt_failed')
  expect(CODES.has('EOD-43') && CODES.has('EOD-86')).toBe(true)
  expect(CODES.size).toBeGreaterThan(200)
})
