import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readDay, readMoment, readTime } from '../../../../worker/carriers/ups/time.ts'

const NONE = { date: null, time: null, gmtDate: null, gmtTime: null, gmtOffset: null }

it('the instant keeps the offset of the place', () => {
  const clocks = { date: '20240320', time: '190838', gmtDate: '20240320', gmtTime: '11:08:38' }
  expect(readMoment({ ...clocks, gmtOffset: '+08:00' })).toEqual({
    at: '2024-03-20T19:08:38+08:00',
    local: '2024-03-20T19:08:38',
  })
})

it('without an offset it follows from the two clocks, across midnight too', () => {
  const clocks = { date: '20240422', time: '212901', gmtDate: '20240423', gmtTime: '012901' }
  expect(readMoment({ ...NONE, ...clocks }).at).toBe('2024-04-22T21:29:01-04:00')
  const india = { date: '20240423', time: '003000', gmtDate: '20240422', gmtTime: '190000' }
  expect(readMoment({ ...NONE, ...india }).at).toBe('2024-04-23T00:30:00+05:30')
})

it('without GMT there is a wall clock and no instant', () => {
  expect(readMoment({ ...NONE, date: '20210210', time: '071356' })).toEqual({
    at: null,
    local: '2021-02-10T07:13:56',
  })
})

it('an offset alone is enough', () => {
  const clocks = { ...NONE, date: '2021-02-10', time: '07:13:56', gmtOffset: '-05:00' }
  expect(readMoment(clocks).at).toBe('2021-02-10T07:13:56-05:00')
})

it('GMT alone gives the instant', () => {
  const gmt = { ...NONE, gmtDate: '20240320', gmtTime: '110838' }
  expect(readMoment(gmt)).toEqual({ at: '2024-03-20T11:08:38Z', local: null })
  expect(readMoment({ ...gmt, gmtOffset: '+08:00' })).toEqual({
    at: '2024-03-20T19:08:38+08:00',
    local: '2024-03-20T19:08:38',
  })
})

it('a time that lost its leading zero is read', () => {
  expect(readTime('74700')).toBe('07:47:00')
})

it('clocks that cannot be of one moment give no instant', () => {
  const clocks = { ...NONE, date: '20240320', time: '190838', gmtDate: '20240318' }
  expect(readMoment({ ...clocks, gmtTime: '110838' }).at).toBeNull()
  expect(readMoment({ ...clocks, gmtDate: '20240320', gmtTime: '111500' }).at).toBeNull()
})

it.each(['20240230', '20241301', '00000000', '2024', 'null', '', '19000101'])(
  '%j is no day',
  (day) => {
    expect(readDay(day)).toBeNull()
    expect(readMoment({ ...NONE, date: day, time: '071356' })).toEqual({ at: null, local: null })
  },
)

it.each(['240000', '126000', '1', 'string', '-10000', '12:3:4'])('%j is no time', (time) => {
  expect(readTime(time)).toBeNull()
})

it('an offset beyond fourteen hours is not believed', () => {
  const clocks = { ...NONE, date: '20240320', time: '190838' }
  expect(readMoment({ ...clocks, gmtOffset: '+15:00' }).at).toBeNull()
  expect(readMoment({ ...clocks, gmtOffset: '+08:07' }).at).toBeNull()
})

it('for every quarter hour the instant is the one GMT says', () => {
  const quarters = fc.integer({ min: -56, max: 56 })
  const moments = fc.integer({ min: 946_684_800, max: 4_000_000_000 })
  fc.assert(
    fc.property(moments, quarters, (seconds, quarter) => {
      const digits = (time: number) => new Date(time).toISOString().replace(/\D/g, '')
      const gmt = digits(seconds * 1000)
      const local = digits((seconds + quarter * 900) * 1000)
      const { at } = readMoment({
        date: local.slice(0, 8),
        time: local.slice(8, 14),
        gmtDate: gmt.slice(0, 8),
        gmtTime: gmt.slice(8, 14),
        gmtOffset: null,
      })
      expect(Date.parse(at ?? '')).toBe(seconds * 1000)
    }),
  )
})
