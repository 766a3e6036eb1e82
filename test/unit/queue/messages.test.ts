import { describe, expect, it } from 'vitest'
import { deadLetter, foundDead } from '../../../worker/queue/dead-letters.ts'
import type { Message, MessageKind } from '../../../worker/queue/messages.ts'
import { parseMessage, withoutBody } from '../../../worker/queue/messages.ts'
import { delivery } from '../../support/deliveries.ts'
import { report, scan } from '../../support/orders.ts'

const place = { v: 1, merchant: 'm1', shard: 'DB' } as const
const personal = report(
  [scan(1, { text: 'Personal: left with Ms Doe', location: 'Personal Street 1' })],
  { handover: { to: 'neighbour', at: null, signed_by: 'Personal', photo: null } },
)
const MESSAGES: { readonly [Kind in MessageKind]: Extract<Message, { kind: Kind }> } = {
  poll: {
    ...place,
    kind: 'poll',
    carrier: 'ups',
    account: null,
    minute: 7,
    parts: 1,
    part: 0,
    parcels: [
      { number: 'N1', since: 1, targets: [{ order: 'o', shipment: 's', leg: 0, digest: '' }] },
    ],
  },
  look: { ...place, kind: 'look', carrier: 'ups', number: 'N1' },
  scans: { ...place, kind: 'scans', carrier: 'ups', map_version: 1, at: 1, report: personal },
  fresh_link: { ...place, kind: 'fresh_link', order: 'o', request: 'r' },
}
const all = Object.values(MESSAGES)

describe.each(all)('a message of kind $kind', (message) => {
  it('comes off the belt as it went on', () => {
    expect(parseMessage(JSON.parse(JSON.stringify(message)))).toEqual(message)
  })

  it('may carry fields of a later version', () => {
    expect(parseMessage({ ...message, later: { new: 1 } })).toMatchObject(message)
  })

  it.each(['merchant', 'shard', 'v'])('is refused without its %s', (field) => {
    expect(() => parseMessage({ ...message, [field]: undefined })).toThrow()
  })

  it('is kept without anything a person wrote', () => {
    const left = withoutBody(message)
    expect(JSON.stringify(left)).not.toContain('Personal')
    expect(parseMessage(left)).toEqual(left)
    expect(left).toMatchObject({ merchant: 'm1', shard: 'DB' })
  })
})

describe('a message', () => {
  it.each([
    ['of a kind unknown', { ...place, kind: 'surprise' }],
    ['of another version', { ...MESSAGES.look, v: 2 }],
    ['with a field of another type', { ...MESSAGES.look, number: 5 }],
    ['that is nothing', null],
    ['that is text', 'poll'],
  ])('%s is refused', (_name, body) => {
    expect(() => parseMessage(body)).toThrow()
  })

  it('of pushed scans becomes a wish to look at that number again', () => {
    expect(withoutBody(MESSAGES.scans)).toEqual({ ...MESSAGES.look })
  })
})

describe('a dead letter', () => {
  it('says what it was, whose, and why it died, and no more', () => {
    const letter = deadLetter('scans', delivery(MESSAGES.scans, { id: 'x' }), 'Error: no')
    expect(letter).toMatchObject({ id: 'x', queue: 'scans', merchant: 'm1', why: 'Error: no' })
    expect(JSON.parse(letter.message)).toEqual(MESSAGES.look)
    expect(letter.died_at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
  })

  it('of what nobody understands keeps nothing of it', () => {
    const letter = deadLetter('scans', delivery({ name: 'Personal' }), 'Error: no')
    expect(letter).toMatchObject({ merchant: null, message: 'null' })
  })

  it('that the platform gave up on belongs to the queue it came from', () => {
    const batch = {
      queue: 'scans-dead',
      messages: [delivery(MESSAGES.look)],
    } as unknown as MessageBatch
    expect(foundDead(batch)).toMatchObject([{ queue: 'scans', why: 'given up on by the platform' }])
  })
})
