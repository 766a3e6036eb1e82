import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { REASON_NAMES } from '../../../../schema/vocabulary.ts'
import type { Reading, Report, Scan } from '../../../../worker/carriers/contract.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { sandbox } from '../../../../worker/carriers/sandbox/index.ts'
import { answerTo } from '../../../../worker/carriers/sandbox/map.ts'
import { ROUTES } from '../../../../worker/carriers/sandbox/places.ts'

const SINCE = Date.parse('2026-03-10T08:00:00Z')
const MINUTE = 60_000

/** The answer after some minutes of a story with a step a minute. */
const answerAfter = (number: string, minutes: number): Reading =>
  answerTo({ number, since: SINCE, now: SINCE + minutes * MINUTE })

function reportAfter(number: string, minutes: number): Report {
  const [report] = answerAfter(number, minutes).reports
  if (!report) throw new Error('no report')
  return report
}

const codes = (report: Report) => report.scans.map(({ code }) => code).join('')

describe('a story', () => {
  it('plays step by step', () => {
    const played = [0, 1, 2, 3, 4, 9].map((minute) => codes(reportAfter('SBX-IATOD-60-1', minute)))
    expect(played).toEqual(['I', 'IA', 'IAT', 'IATO', 'IATOD', 'IATOD'])
  })

  it('is told in milestones and reasons', () => {
    const { scans } = reportAfter('SBX-IATCOFPDXRB-60-1', 99)
    expect(scans.map(({ milestone, reason }) => [milestone, reason])).toEqual([
      ['label_created', null],
      ['accepted', null],
      ['in_transit', null],
      ['in_transit', 'customs_hold'],
      ['out_for_delivery', null],
      ['attempt_failed', 'recipient_absent'],
      ['ready_for_pickup', null],
      ['delivered', null],
      ['in_transit', 'carrier_exception'],
      ['returning_to_sender', null],
      ['returned_to_sender', null],
    ])
  })

  it.each(['lost', 'disposed', 'seized'])('ends where a parcel is %s', (reason) => {
    const report = reportAfter(`SBX-IATX[${reason}]-60-1`, 9)
    expect(report.scans.at(-1)).toMatchObject({ milestone: 'ended', reason })
    expect(report.estimate).toBeNull()
  })

  it('is silent, repeats, comes in wrong order', () => {
    expect(codes(reportAfter('SBX-IA~T-60-1', 2))).toBe('IA')
    const twins = reportAfter('SBX-IA!-60-1', 2).scans
    expect(twins[2]).toEqual(twins[1])
    expect(codes(reportAfter('SBX-IAT<-60-1', 2))).toBe('IAT')
    expect(codes(reportAfter('SBX-IAT<-60-1', 3))).toBe('ITA')
  })

  it('is not answered while the carrier is down, for that number alone', async () => {
    const down = 'SBX-I?A-60-1'
    expect(answerAfter(down, 0).reports).toHaveLength(1)
    expect(answerAfter(down, 1)).toMatchObject({
      reports: [],
      problems: [{ code: 'down', tracking_number: down }],
    })
    expect(codes(reportAfter(down, 2))).toBe('IA')
    const parcels = [down, 'SBX-IA-60-2'].map((number) => ({ number, since: SINCE, courier: null }))
    const access = { credentials: {}, token: null, origin: null, now: SINCE + MINUTE }
    const { reports, problems } = await sandbox.track(parcels, access)
    expect(reports).toMatchObject([{ tracking_number: 'SBX-IA-60-2' }])
    expect(problems).toHaveLength(1)
  })

  it('that has not begun is not found', () => {
    expect(answerAfter('SBX-IA-60-1', -1).problems).toMatchObject([{ code: 'not_found' }])
    expect(answerAfter('SBX-~I-60-1', 0).problems).toMatchObject([{ code: 'not_found' }])
  })

  it('without duration is over at once, a second a step', () => {
    const { scans } = reportAfter('SBX-IATOD-0-1', 0)
    expect(scans.map(({ at }) => Date.parse(at ?? '') - SINCE)).toEqual([
      -4000, -3000, -2000, -1000, 0,
    ])
  })

  it('that is none says what is wrong', () => {
    expect(answerAfter('SBX-IQ-60-1', 0).problems).toEqual([
      {
        code: 'invalid_number',
        carrier_code: null,
        message: expect.stringContaining('"Q" is no step'),
        tracking_number: 'SBX-IQ-60-1',
      },
    ])
  })
})

describe('a scan', () => {
  it('happens from origin to destination, in the zone of the place', () => {
    for (const id of 'abcdefghijklmnop') {
      const { scans } = reportAfter(`SBX-IATTTTOD-60-${id}`, 99)
      const [first, last] = [scans[0], scans.at(-1)]
      const route = ROUTES.find(
        ({ origin, destination }) => origin.city === first?.city && destination.city === last?.city,
      )
      expect(route?.destination.zone).toBe(last?.zone)
      expect(last?.at?.slice(0, 19)).toBe(last?.local)
      expect(Date.parse(last?.at ?? '')).toBe(SINCE + 7 * MINUTE)
    }
  })

  it('has the offset of its day, summer time included', () => {
    const number = numberTo('London', 'D')
    const at = (day: string) =>
      answerTo({ number, since: Date.parse(day), now: Date.parse(day) }).reports[0]?.scans[0]?.at
    expect(at('2026-01-10T12:00:00Z')).toBe('2026-01-10T12:00:00+00:00')
    expect(at('2026-07-10T12:00:00Z')).toBe('2026-07-10T13:00:00+01:00')
  })

  it('reaches every route', () => {
    const cities = new Set(
      Array.from({ length: 200 }, (_, id) => reportAfter(`SBX-D-60-${id}`, 0).scans[0]?.city),
    )
    expect(cities.size).toBe(new Set(ROUTES.map(({ destination }) => destination.city)).size)
  })
})

/** A number of one step whose parcel goes to a city. */
function numberTo(city: string, letter: string): string {
  for (let id = 0; id < 500; id += 1) {
    const number = `SBX-${letter}-60-${id}`
    if (reportAfter(`SBX-D-60-${id}`, 0).scans[0]?.city === city) return number
  }
  throw new Error(`nobody goes to ${city}`)
}

describe('reading a body', () => {
  const question = {
    tracking_number: 'SBX-IAT-60-1',
    since: '2026-03-10T09:00:00+01:00',
    now: '2026-03-10T08:01:00Z',
  }
  const read = (body: unknown) =>
    sandbox.read({
      contentType: null,
      body: typeof body === 'string' ? body : JSON.stringify(body),
    })

  it('is the story at that moment', () => {
    expect(read(question)).toEqual(answerAfter('SBX-IAT-60-1', 1))
    expect(read([question, question]).reports).toHaveLength(2)
  })

  it.each(['', 'x', {}, { ...question, now: 'soon' }, [1]])('%j is no answer', (body) => {
    expect(() => read(body)).toThrow(CarrierError)
  })
})

it('takes no credentials', () => {
  expect(sandbox.credentials.safeParse({}).success).toBe(true)
  expect(sandbox.credentials.safeParse({ key: 'x' }).success).toBe(false)
  expect(sandbox.verifyPush).toBeNull()
  expect(sandbox.authenticate).toBeNull()
})

describe('any story', () => {
  const letter = fc.constantFrom(...'IATCOFPDXRB')
  const reason = fc.constantFrom(...REASON_NAMES).map((name) => `[${name}]`)
  const event = fc.tuple(letter, fc.option(reason, { nil: '' })).map((parts) => parts.join(''))
  const step = fc.oneof({ weight: 4, arbitrary: event }, fc.constantFrom(...'~!<?'))
  const story = fc
    .tuple(fc.array(step, { minLength: 1, maxLength: 12 }), fc.nat(100_000), fc.nat(9999))
    .map(([steps, seconds, id]) => `SBX-${steps.join('')}-${seconds}-${id}`)
  const moment = fc.integer({ min: -1_000_000_000, max: 4_000_000_000_000 })
  const wait = fc.nat(2_000_000_000)

  it('is the same whenever it is asked', () => {
    fc.assert(
      fc.property(story, moment, wait, (number, since, waited) => {
        const question = { number, since, now: since + waited }
        expect(answerTo(question)).toEqual(answerTo(question))
      }),
    )
  })

  it('only gains scans', () => {
    fc.assert(
      fc.property(story, moment, wait, wait, (number, since, first, more) => {
        const scansAt = (now: number): readonly Scan[] | undefined =>
          answerTo({ number, since, now }).reports[0]?.scans
        const [earlier, later] = [scansAt(since + first), scansAt(since + first + more)]
        // Where the carrier is down or has heard nothing there is nothing to compare.
        if (!earlier || !later) return
        const left = later.map((scan) => JSON.stringify(scan))
        for (const scan of earlier) {
          const at = left.indexOf(JSON.stringify(scan))
          expect(at).toBeGreaterThanOrEqual(0)
          left.splice(at, 1)
        }
      }),
    )
  })

  it('answers every number with one report or one problem', () => {
    fc.assert(
      fc.property(fc.oneof(story, fc.string()), moment, moment, (number, since, now) => {
        const { reports, problems } = answerTo({ number, since, now })
        expect(reports.length + problems.length).toBe(1)
      }),
    )
  })
})
