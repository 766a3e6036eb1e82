import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canadapost } from '../../../../worker/carriers/canadapost/index.ts'
import { zoneOf } from '../../../../worker/carriers/canadapost/time.ts'
import type { Report } from '../../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { canadaPostMessage } from '../../../support/fake-canadapost.ts'
import { expectReadable } from '../../../support/mutate.ts'
import { DELIVERED, detail, event, OUT, PIN } from './samples.ts'

const read = (body: string) => canadapost.read({ contentType: null, body })

function reportOf(events: readonly string[], more = ''): Report {
  const [report] = read(detail(events, more)).reports
  if (!report) throw new Error('no report')
  return report
}

describe('an event', () => {
  it('keeps the words, the place, the wall clock and its zone, and no instant', () => {
    expect(reportOf([OUT]).scans).toEqual([
      {
        at: null,
        local: '2026-03-10T10:15:00',
        zone: 'America/Toronto',
        code: '0174',
        text: 'Item out for delivery',
        location: 'OTTAWA, ON',
        city: 'OTTAWA',
        milestone: 'out_for_delivery',
        reason: null,
      },
    ])
  })

  it('is kept where date, place and code are missing or nonsense', () => {
    const bare = event({ id: '', date: '2026-02-30', zone: 'ISRAEL', site: '', province: '' })
    expect(reportOf([bare]).scans).toEqual([
      {
        at: null,
        local: null,
        zone: null,
        code: null,
        text: 'Item processed',
        location: null,
        city: null,
        milestone: null,
        reason: null,
      },
    ])
  })

  it('reads accents, entities, CDATA and broken lines as text', () => {
    const texts = [
      'Article livr&#233; &amp; sign&#xE9;',
      '<![CDATA[Article livré & signé]]>',
      'Article livré\n      &amp; signé',
    ].map((words) => reportOf([event({ words })]).scans[0]?.text)
    expect(new Set(texts)).toEqual(new Set(['Article livré & signé']))
  })

  it('of no event there is none', () => {
    expect(reportOf([]).scans).toEqual([])
    expect(
      read(detail([]).replace(/<significant-events>.*/s, '<significant-events/></tracking-detail>'))
        .reports,
    ).toHaveLength(1)
  })

  it('is found under any prefix', () => {
    const prefixed = detail([OUT])
      .replace('xmlns=', 'xmlns:t=')
      .replace(/<(\/?)([a-z])/g, '<$1t:$2')
    expect(read(prefixed).reports[0]?.scans).toHaveLength(1)
  })
})

describe('clocks', () => {
  it('an abbreviation is a zone, not an offset: Canada Post writes EST in September', () => {
    expect(zoneOf('EST')).toBe(zoneOf('EDT'))
    expect(zoneOf('CSTNO')).toBe('America/Regina')
    expect(zoneOf('')).toBeNull()
    expect(zoneOf('ISRAEL')).toBeNull()
    expect(zoneOf('constructor')).toBeNull()
  })

  it.each(['EST', 'CST', 'CSTNO', 'MST', 'PST', 'AST', 'NST'])(
    '%s is a zone Intl knows',
    (zone) => {
      expect(() => new Intl.DateTimeFormat('en', { timeZone: zoneOf(zone) ?? '' })).not.toThrow()
    },
  )
})

describe('facts', () => {
  it('the expected day, or the one it was changed to', () => {
    expect(reportOf([OUT]).estimate).toEqual({ from: '2026-03-11', to: '2026-03-11' })
    const changed = detail([OUT]).replace(
      '<changed-expected-date/>',
      '<changed-expected-date>2026-03-13</changed-expected-date>',
    )
    expect(read(changed).reports[0]?.estimate?.to).toBe('2026-03-13')
    expect(reportOf([DELIVERED, OUT]).estimate).toBeNull()
  })

  it.each([
    ['1421', 'safe_place'],
    ['1441', 'mailbox'],
    ['1432', 'reception'],
    ['1406', 'locker'],
    ['1471', 'agent'],
    ['1498', 'unknown'],
  ])('a delivery under %s was to %s', (id, to) => {
    expect(reportOf([event({ id, words: 'Delivered' })]).handover).toEqual({
      to,
      at: null,
      signed_by: null,
      photo: null,
    })
  })

  it('who signed: named by the delivery, or beside it, unless the shipper keeps it back', () => {
    const moment = { date: '2026-03-10', time: '14:02:29' }
    const signature = event({ id: '20', ...moment, signatory: 'A ROY' })
    const before = event({ id: '20', date: '2026-03-01', signatory: 'SOMEBODY ELSE' })
    expect(reportOf([signature, DELIVERED, OUT, before]).handover?.signed_by).toBe('A ROY')
    expect(reportOf([DELIVERED, OUT, before]).handover?.signed_by).toBeNull()
    const secret = '<suppress-signature>true</suppress-signature>'
    expect(reportOf([signature, DELIVERED], secret).handover?.signed_by).toBeNull()
    expect(reportOf([signature, OUT]).handover).toBeNull()
  })

  it('the post office only while the parcel waits there', () => {
    const waits = event({ id: '1701', date: '2026-03-10', retail: 'BYWARD PO' })
    expect(reportOf([waits, OUT]).pickup).toMatchObject({
      name: 'BYWARD PO',
      address: 'OTTAWA, ON',
    })
    expect(reportOf([DELIVERED, waits, OUT]).pickup).toBeNull()
  })

  it('keeps none of the customer’s references', () => {
    expect(JSON.stringify(reportOf([OUT]))).not.toContain('ORDER 1')
  })
})

describe('messages', () => {
  it.each([
    ['004', 'No Pin History', 'not_found'],
    ['E002', 'AAA Authentication Failure', 'unauthorized'],
    ['AA001', 'The user id has been deactivated', 'unauthorized'],
    ['AA03', 'The API key does not match', 'unauthorized'],
    ['Server', 'Rejected by SLM Monitor', 'throttled'],
    ['Server', 'Failed to establish a backside connection', 'bad_answer'],
    ['9105', 'Required query parameter not provided', 'bad_answer'],
    ['', '', 'bad_answer'],
  ])('%s %s is %s', (code, words, ours) => {
    expect(read(canadaPostMessage(code, words))).toMatchObject({
      reports: [],
      problems: [{ code: ours, carrier_code: code || null, tracking_number: null }],
    })
  })

  it('several are several', () => {
    const two = canadaPostMessage('004', 'x').replace(/<message>.*<\/message>/s, '$&$&')
    expect(read(two).problems).toHaveLength(2)
  })
})

it.each([
  ['nothing', ''],
  ['HTML', '<!doctype html><title>Maintenance</title>'],
  ['tidy HTML', '<html><body><p>Maintenance</p></body></html>'],
  ['JSON', '{"messages":[]}'],
  ['half an answer', detail([OUT]).slice(0, -30)],
  ['events under another name', detail([OUT]).replaceAll('significant-events', 'events')],
  ['occurrences under another name', detail([OUT]).replaceAll('occurrence', 'event')],
  ['no pin', detail([OUT]).replace(PIN, ' ')],
  ['no message', '<messages/>'],
  ['a document type', `<!DOCTYPE x>${detail([OUT])}`],
])('%s is refused', (_what, body) => {
  expect(() => read(body)).toThrow(CarrierError)
  expect(() => read(body)).toThrow(
    expect.objectContaining({ problem: expect.objectContaining({ code: 'bad_answer' }) }),
  )
})

it('says nothing of the document it refuses', () => {
  const error = (() => {
    try {
      return read('<a>A ROY, 12 Lake Road</b>')
    } catch (caught) {
      return caught as Error
    }
  })()
  expect(`${(error as Error).message} ${String((error as Error).cause)}`).not.toContain('ROY')
})

it('whatever is cut out, doubled or replaced, the answer is a reading or bad_answer', () => {
  const body = detail([DELIVERED, OUT, event({ id: '20', signatory: 'A ROY' })])
  const pieces = body.split(/(?=<)/)
  const damage = fc.tuple(
    fc.nat(pieces.length - 1),
    fc.constantFrom('', 'x', '<a/>', '&#0;', '<', ']]>'),
  )
  fc.assert(
    fc.property(fc.array(damage, { maxLength: 4 }), fc.nat(1), (changes, times) => {
      const changed = changes.reduce((all, [at, by]) => all.with(at, by), pieces)
      expectReadable(canadapost.read, changed.join('').repeat(times))
    }),
    { numRuns: 400 },
  )
})

it('any text is a reading or bad_answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => expectReadable(canadapost.read, body)),
  )
})
