import { describe, expect, it } from 'vitest'
import { CARRIERS, REACHED } from '../../../schema/vocabulary.ts'
import { courierCode } from '../../../worker/carriers/aggregator.ts'
import { findReached, pageOf } from '../../../worker/carriers/reached.ts'
import { carriers } from '../../../worker/carriers/registry.ts'

describe('a carrier reached over aggregators alone', () => {
  it.each(REACHED)(
    '%s is none of ours, has a name, and an aggregator that has a code for it',
    (id) => {
      expect(CARRIERS).not.toContain(id)
      const { name, over } = findReached(id) ?? { name: id, over: [] }
      expect(name).not.toBe(id)
      expect(over).not.toEqual([])
      for (const aggregator of over) {
        expect(courierCode(carriers[aggregator].couriers ?? {}, id)).not.toBeNull()
      }
    },
  )

  it('SPL and Emirates Post are reached over the three that list posts', () => {
    for (const id of ['spl', 'emirates-post']) {
      expect(findReached(id)?.over).toEqual(
        expect.arrayContaining(['17track', 'aftership', 'trackingmore']),
      )
    }
  })

  it.each([
    ['kex', ['17track', 'trackingmore']],
    ['7-eleven', ['17track']],
    ['familymart', ['17track']],
    ['chunghwa-post', ['17track', 'aftership', 'trackingmore']],
  ])('%s is reached over %j', (id, over) => {
    expect(findReached(id)?.over).toEqual(over)
  })

  it('is not one that is asked itself, nor one nobody knows', () => {
    for (const id of ['ups', 'naqel', 'unknown', 'toString', '']) expect(findReached(id)).toBeNull()
  })
})

it('has a page for a number, whoever asks for it', () => {
  expect(pageOf('spl', 'GN&1')).toBe(
    'https://splonline.com.sa/en/shipmentdetailsstatic/?tid=GN%261',
  )
  expect(pageOf('ekart', '500999AT876841')).toBe(
    'https://app.elite.ekartlogistics.in/track/500999AT876841',
  )
  expect(pageOf('kex', 'KEX 1')).toBe('https://th.kex-express.com/th/track/?track=KEX%201')
  expect(pageOf('emirates-post', '1')).toBeNull()
  expect(pageOf('unknown', '1')).toBeNull()
})
