import { describe, expect, it } from 'vitest'
import type { CarrierErrorCode, Report } from '../../../schema/report.ts'
import { DAY } from '../../../worker/lib/clock.ts'
import type { Asked } from '../../../worker/polling/ask.ts'
import { sift, whomToAsk } from '../../../worker/polling/candidates.ts'
import type { PollParcel } from '../../../worker/queue/messages.ts'
import { report, START, scan } from '../../support/orders.ts'

/** Fourteen digits: of Delhivery, of DHL, of others. */
const SHARED = '44800719791441'
const UPS = '1Z999AA10123456784'
const YODEL = 'JD0002123456789012'
const NO_FORM = 'HELLO-1'

const merchantAt = (...carriers: string[]) => ({
  accounts: carriers.map((carrier) => ({ id: `at-${carrier}`, carrier })),
})
const asked = (
  number: string,
  carriers: readonly string[],
  more: { named?: string; destination?: string } = {},
) => whomToAsk(number, merchantAt(...carriers), more.named ?? null, more.destination ?? null)

describe('who is asked about a number without a carrier', () => {
  it('is who may know it, where the merchant has an account', () => {
    expect(asked(UPS, ['delhivery', 'ups'])).toEqual(['ups'])
    expect(asked(SHARED, ['ups', 'delhivery', 'dhl'])).toEqual(
      expect.arrayContaining(['delhivery', 'dhl']),
    )
    expect(asked(SHARED, ['ups', 'delhivery'])).toEqual(['delhivery'])
  })

  it('is first who delivers where the parcel goes', () => {
    const accounts = ['dhl', 'delhivery']
    expect(asked(SHARED, accounts, { destination: 'IN' })[0]).toBe('delhivery')
    expect(asked(SHARED, accounts, { destination: 'DE' })[0]).toBe('dhl')
  })

  it('is first the carrier of the account the shop named', () => {
    expect(asked(SHARED, ['delhivery', 'canadapost'], { named: 'at-canadapost' })).toEqual([
      'canadapost',
      'delhivery',
    ])
  })

  it('is the sandbox for its stories, which needs no account', () => {
    expect(asked('SBX-IATOD-60-1', [])).toEqual(['sandbox'])
  })

  it('is the only carrier there is an account at, where the number is nobody’s for certain', () => {
    expect(asked(NO_FORM, ['ups'])).toEqual(['ups'])
    expect(asked(NO_FORM, ['ups', 'ups'])).toEqual(['ups'])
    expect(asked(SHARED, ['canadapost'])).toEqual(['canadapost'])
    expect(asked(NO_FORM, ['ups', 'delhivery'])).toEqual([])
  })

  it('is nobody where it is certainly somebody’s who cannot be asked', () => {
    expect(asked(YODEL, ['ups'])).toEqual([])
    expect(asked(UPS, [])).toEqual([])
    expect(asked(UPS, ['no-such-carrier'])).toEqual([])
  })
})

const parcel = (next?: string[]): PollParcel => ({
  number: 'N1',
  since: START,
  targets: [{ order: 'o', shipment: 's', leg: 0, digest: '' }],
  ...(next && { next }),
})

const problem = (code: CarrierErrorCode) => ({
  problem: { code, carrier_code: null, message: '', tracking_number: null },
})

const answered = (
  said: { report: Report } | ReturnType<typeof problem>,
  next?: string[],
): Asked => ({
  answers: [{ parcel: parcel(next), said }],
  left: [],
  retryIn: null,
  outcomes: new Map(),
})

const seen = { report: report([scan(2, { milestone: 'in_transit' })]) }
const unseen = { report: report([]) }
const anothers = { report: report([{ ...scan(0), at: new Date(START - 9 * DAY).toISOString() }]) }

describe('what one candidate says', () => {
  it.each([
    ['that it does not know the number', problem('not_found')],
    ['that it is no number of its', problem('invalid_number')],
    ['what nobody can read', problem('bad_answer')],
    ['nothing it has seen', unseen],
    ['only what is about an older parcel', anothers],
  ])('sends the parcel on to the next: %s', (_what, said) => {
    const { answers, onward } = sift(answered(said, ['fedex']))
    expect(answers).toEqual([])
    expect(onward).toEqual([parcel(['fedex'])])
  })

  it.each([
    ['what it has seen', seen, 'report'],
    ['that it is down', problem('down'), 'down'],
  ] as const)('is recorded: %s', (_what, said, kind) => {
    const { answers, onward } = sift(answered(said, ['fedex']))
    expect(onward).toEqual([])
    const [answer] = answers
    const told = answer && ('report' in answer.said ? 'report' : answer.said.problem.code)
    expect(told).toBe(kind)
  })

  it('is recorded as not known where it was the last one, however it said so', () => {
    for (const said of [unseen, anothers, problem('not_found')]) {
      const { answers, onward } = sift(answered(said, []))
      expect(onward).toEqual([])
      expect(answers).toMatchObject([{ said: { problem: { code: 'not_found' } } }])
    }
  })

  it('is taken as it is where the carrier is known', () => {
    for (const said of [seen, unseen, anothers, problem('not_found'), problem('bad_answer')]) {
      const it = answered(said)
      expect(sift(it)).toEqual({ answers: it.answers, left: [], onward: [] })
    }
  })

  it('waits for its turn where it has none, and goes on where the account is refused', () => {
    const waiting = { ...answered(seen), answers: [], left: [parcel(['fedex'])] }
    expect(sift(waiting)).toEqual({ answers: [], left: waiting.left, onward: [] })
    const refused = { ...waiting, outcomes: new Map([['unauthorized', 1] as const]) }
    expect(sift(refused)).toEqual({ answers: [], left: [], onward: waiting.left })
  })
})
