import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DetectContext } from '../../../../worker/carriers/detect.ts'
import {
  DETECTION_REASONS,
  detect,
  examine,
  NO_CONTEXT,
} from '../../../../worker/carriers/detect.ts'
import { findCarrier } from '../../../../worker/carriers/registry.ts'
import { anyText } from '../../../support/any-text.ts'

const idsFor = (number: string, context: Partial<DetectContext> = {}): string[] =>
  detect(number, { ...NO_CONTEXT, ...context }).map(({ carrier }) => carrier)

const reasonsFor = (number: string, carrier: string, context: Partial<DetectContext> = {}) =>
  detect(number, { ...NO_CONTEXT, ...context })
    .find((candidate) => candidate.carrier === carrier)
    ?.why.map(({ code }) => code)

/** UPS's own example, with a check digit that is right. */
const UPS = '1Z999AA10123456784'
/** Twelve digits that are right for FedEx alone among those with a check digit. */
const TWELVE = '123456789012'

describe('a number as it is written', () => {
  it.each([
    ['with blanks and dashes', ' 1Z 999-AA1 0123–4567 84 '],
    ['in small letters', UPS.toLowerCase()],
    ['in full width', '１Ｚ９９９ＡＡ１０１２３４５６７８４'],
    ['with Arabic digits', '١Z٩٩٩AA١٠١٢٣٤٥٦٧٨٤'],
    ['with Devanagari digits', '१Z९९९AA१०१२३४५६७८४'],
    ['with marks nobody sees', '\u200f1Z999AA1\u200b0123456784\u2069'],
    ['with no-break blanks', '1Z999AA1\u00a00123\u202f4567\u300084'],
  ])('is read %s', (_how, written) => {
    expect(examine(written, NO_CONTEXT).number).toBe(UPS)
    expect(idsFor(written)).toEqual(['ups'])
  })

  it('is read the same twice, whatever it is, and never breaks the detection', () => {
    fc.assert(
      fc.property(anyText(60), (written) => {
        const once = examine(written, NO_CONTEXT)
        const { number, candidates, refused } = examine(once.number, NO_CONTEXT)
        expect({ number, candidates, refused }).toEqual(once)
      }),
    )
  })

  it.each(['', '0', 'hello', '1Z', '🎁', `1Z${'9'.repeat(200)}`])('%j is nobody’s', (written) => {
    expect(examine(written, NO_CONTEXT)).toMatchObject({ candidates: [], refused: [] })
  })
})

describe('a candidate', () => {
  it('says who, by which form, how sure and why', () => {
    expect(detect(UPS, NO_CONTEXT)).toEqual([
      {
        carrier: 'ups',
        name: 'UPS',
        tracked: true,
        format: 'UPS 1Z number',
        confidence: 'certain',
        service: 'Next Day Air',
        country: null,
        why: [
          {
            code: 'check_digit',
            text: 'It has the form “UPS 1Z number”, and its check digit is right.',
          },
        ],
      },
    ])
  })

  it('that we do not track is named as such', () => {
    const [yodel] = detect('JD0002123456789012', NO_CONTEXT)
    expect(yodel).toMatchObject({ carrier: 'yodel', name: 'Yodel', tracked: false })
    expect(findCarrier('yodel')).toBeNull()
  })

  it('that we track has the name and the id of its adapter', () => {
    for (const candidate of detect('7035114477138472', NO_CONTEXT)) {
      const adapter = findCarrier(candidate.carrier)
      expect(candidate.tracked).toBe(adapter !== null)
      if (adapter) expect(candidate.name).toBe(adapter.name)
    }
  })

  it('comes once, however many of its forms fit', () => {
    const ids = idsFor('JJD0123456789012345')
    expect(ids).toEqual([...new Set(ids)])
    expect(ids.length).toBeGreaterThan(1)
  })

  it('of a shared form comes with the others', () => {
    expect(idsFor('44800719791441')).toEqual(expect.arrayContaining(['delhivery', 'dhl']))
    expect(reasonsFor('44800719791441', 'delhivery')).toEqual(['shared_form'])
  })

  it('has reasons of the published list, each with a sentence', () => {
    const numbers = [UPS, TWELVE, 'RB123456785CN', '44800719791441', '3318810010']
    const context = { accounts: ['ups', 'fedex', 'delhivery'], destination: 'IN' }
    for (const number of numbers) {
      const { candidates, refused } = examine(number, context)
      const reasons = [
        ...candidates.flatMap(({ why }) => why),
        ...refused.flatMap(({ why }) => why),
      ]
      expect(reasons.length).toBeGreaterThan(0)
      for (const { code, text } of reasons) {
        expect(DETECTION_REASONS).toContain(code)
        expect(text).toMatch(/^\S.+\.$/)
      }
    }
  })
})

describe('the order of candidates', () => {
  it('has a right check digit before a mere form', () => {
    const [first, ...rest] = detect(TWELVE, NO_CONTEXT)
    expect(first?.carrier).toBe('fedex')
    expect(rest.map(({ carrier }) => carrier)).toContain('sf-express')
  })

  it('has the merchant’s own carrier earlier, and says why', () => {
    const without = idsFor('44800719791441')
    const [first] = idsFor('44800719791441', { accounts: ['delhivery'] })
    expect(without[0]).not.toBe('delhivery')
    expect(first).toBe('delhivery')
    expect(reasonsFor('44800719791441', 'delhivery', { accounts: ['delhivery'] })).toContain(
      'own_account',
    )
  })

  it('has who delivers at the destination earlier, and who does not later', () => {
    const place = (destination: string) =>
      idsFor('44800719791441', { destination }).indexOf('delhivery')
    expect(place('IN')).toBe(0)
    expect(place('DE')).toBeGreaterThan(place('IN'))
    expect(reasonsFor('44800719791441', 'delhivery', { destination: 'IN' })).toContain(
      'destination',
    )
    expect(reasonsFor('44800719791441', 'delhivery', { destination: 'DE' })).toContain('elsewhere')
  })

  it('lets no account and no destination take a certain number from its carrier', () => {
    const context = { accounts: ['delhivery', 'fedex', 'dhl'], destination: 'IN' }
    expect(idsFor(UPS, context)[0]).toBe('ups')
    expect(idsFor('RB123456785GB', context)[0]).toBe('royalmail')
  })
})

describe('an international postal item', () => {
  it('belongs to the post whose country it ends with', () => {
    const [candidate] = detect('EE123456785JP', NO_CONTEXT)
    expect(candidate).toMatchObject({
      carrier: 'japan-post',
      country: 'JP',
      service: 'EMS express',
      confidence: 'certain',
    })
  })

  it('may be asked about at the post of the destination, which comes second', () => {
    expect(idsFor('RB123456785CN', { destination: 'US' })).toEqual(['china-post', 'usps'])
    expect(reasonsFor('RB123456785CN', 'usps', { destination: 'US' })).toContain('delivering_post')
    expect(idsFor('RB123456785US', { destination: 'US' })).toEqual(['usps'])
  })

  it.each(['RB123456786US', 'RB123456785XX', 'RB12345678US'])('%s is no post’s', (number) => {
    expect(idsFor(number)).toEqual([])
  })

  it('of Germany is known to each of our ways to DHL', () => {
    expect(idsFor('RB123456785DE')).toEqual(['dhl-parcel-de', 'dhl'])
  })
})

describe('a wrong check digit', () => {
  it('refuses the carrier and says so', () => {
    const { candidates, refused } = examine('1Z999AA10123456785', NO_CONTEXT)
    expect(candidates).toEqual([])
    expect(refused).toEqual([
      {
        carrier: 'ups',
        name: 'UPS',
        tracked: true,
        format: 'UPS 1Z number',
        why: [
          {
            code: 'wrong_check_digit',
            text: 'It has the form “UPS 1Z number”, but its check digit is wrong.',
          },
        ],
      },
    ])
  })

  it('leaves a carrier that knows the number by another form', () => {
    const { candidates, refused } = examine('73891051145', NO_CONTEXT)
    expect(candidates.map(({ carrier }) => carrier)).toContain('gls')
    expect(refused.map(({ carrier }) => carrier)).toContain('aramex')
    for (const { carrier } of refused) {
      expect(candidates.map((candidate) => candidate.carrier)).not.toContain(carrier)
    }
  })
})

it('the sandbox’s stories are its own', () => {
  for (const number of [
    'SBX-IATOD-60-1',
    'SBX-IATC[customs_duties]TOFOD-60-42',
    'SBX-~!<?-0-a_b',
  ]) {
    expect(idsFor(number)).toEqual(['sandbox'])
  }
})
