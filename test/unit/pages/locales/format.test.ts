import { describe, expect, it } from 'vitest'
import { formatFor, wallClock } from '../../../../pages/locales/format.ts'
import { dayWords, rangeWords, read, textWords } from '../../../../pages/locales/moments.ts'
import { CATALOGUES, fill, speak } from '../../../../pages/locales/speech.ts'

const ZONES = ['UTC', 'Asia/Dubai', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'America/New_York']
const speech = (zone: string, locale: 'en' | 'ar' = 'en') =>
  speak({ locale, digits: 'latn', zone, today: '2026-11-24' })

describe('a day', () => {
  it.each(ZONES)('never shifts in %s', (zone) => {
    expect(read('2026-12-02', zone)).toEqual({
      wall: '2026-12-02',
      machine: '2026-12-02',
      kind: 'day',
    })
    expect(dayWords(speech(zone), '2026-12-02')).toBe('Wednesday, December 2')
    expect(rangeWords(speech(zone), { from: '2026-12-02', to: '2026-12-02' })).toBe(
      'Wednesday, December 2',
    )
  })

  it('is near or far, and has its year where it is another', () => {
    const s = speech('Asia/Dubai')
    const days = ['2026-11-23', '2026-11-24', '2026-11-25', '2027-01-02']
    expect(days.map((day) => dayWords(s, day))).toEqual([
      'yesterday',
      'today',
      'tomorrow',
      'January 2, 2027',
    ])
  })

  it('is Gregorian in Arabic', () => {
    expect(dayWords(speech('Asia/Riyadh', 'ar'), '2026-12-02')).toBe('الأربعاء، 2 ديسمبر')
  })
})

describe('a moment', () => {
  it('is read in the zone, across midnight and daylight saving', () => {
    expect(wallClock(Date.parse('2026-11-23T21:30:00Z'), 'Asia/Dubai')).toBe('2026-11-24T01:30:00')
    expect(wallClock(Date.parse('2026-03-08T07:30:00Z'), 'America/New_York')).toBe(
      '2026-03-08T03:30:00',
    )
    expect(wallClock(Date.parse('2026-01-01T00:00:00Z'), 'UTC')).toBe('2026-01-01T00:00:00')
  })

  it('without an offset is taken as written', () => {
    for (const zone of ZONES) {
      expect(read('2026-11-24T23:30:00', zone)).toMatchObject({
        wall: '2026-11-24T23:30:00',
        kind: 'local',
      })
    }
  })

  it('that cannot be read is not guessed', () => {
    for (const text of ['', 'soon', '24.11.2026', '2026-13-45T99:99:99Z']) {
      expect(read(text, 'UTC')).toBeNull()
    }
  })

  it('has date and time apart', () => {
    expect(textWords(speech('Asia/Dubai'), '2026-11-30T08:05:00Z')).toMatch(
      /^Monday, November 30, 12:05\sPM$/,
    )
  })
})

describe('money', () => {
  it('shows the ISO code where a symbol is shared', () => {
    const { money } = formatFor('en', 'latn')
    expect(money('249.00', 'TWD')).toMatch(/^TWD\s249\.00$/)
    expect(money('249', 'USD')).toMatch(/^USD\s249\.00$/)
    expect(money('249', 'EUR')).toBe('€249.00')
  })

  it('survives what is no amount and no currency', () => {
    const { money } = formatFor('en', 'latn')
    expect(money('12.5', null)).toBe('12.50')
    expect(money('12.5', 'euro')).toBe('12.50')
    expect(money('about 12', 'EUR')).toBe('about 12')
    expect(money('', 'EUR')).toBe('')
  })

  it('uses the chosen digits', () => {
    expect(formatFor('ar', 'arab').money('58.40', 'AED')).toContain('٥٨٫٤٠')
    expect(formatFor('ar', 'latn').money('58.40', 'AED')).toContain('58.40')
  })
})

describe('plurals', () => {
  it('follow the six categories of Arabic', () => {
    const { choose, number } = formatFor('ar', 'latn')
    const forms = CATALOGUES.ar.timeline.earlier
    const said = [1, 2, 3, 11, 100].map((n) => fill(choose(forms, n), { n: number(n) }))
    expect(said).toEqual([
      'تحديث واحد أقدم (1)',
      'تحديثان أقدم (2)',
      '3 تحديثات أقدم',
      '11 تحديثًا أقدم',
      '100 تحديث أقدم',
    ])
  })
})

describe('formatters', () => {
  it('are made once', () => {
    expect(formatFor('en', 'latn')).toBe(formatFor('en', 'latn'))
    expect(formatFor('en', 'latn')).not.toBe(formatFor('en', 'arab'))
  })
})
