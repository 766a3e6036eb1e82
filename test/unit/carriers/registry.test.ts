import { expect, it } from 'vitest'
import { CARRIERS } from '../../../schema/vocabulary.ts'
import { carriers, findCarrier } from '../../../worker/carriers/registry.ts'

it('has every carrier of the vocabulary, under its own id', () => {
  expect(Object.keys(carriers).sort()).toEqual([...CARRIERS].sort())
  for (const id of CARRIERS) expect(carriers[id].id).toBe(id)
})

it('finds what it has and nothing else', () => {
  expect(findCarrier('ups')).toBe(carriers.ups)
  for (const id of ['UPS', 'unknown', 'toString', '__proto__', '']) {
    expect(findCarrier(id)).toBeNull()
  }
})

it.each(Object.values(carriers))('$id keeps to what the platform allows', (carrier) => {
  const { limits, mapVersion } = carrier
  expect(limits.batch).toBeGreaterThan(0)
  expect(limits.connections).toBeLessThanOrEqual(6)
  expect(limits.perSecond).toBeGreaterThan(0)
  expect(mapVersion).toBeGreaterThan(0)
})

it('a carrier’s page cannot be left by a number', () => {
  expect(carriers.ups.trackingUrl('1Z&x=<script>')).toBe(
    'https://www.ups.com/track?loc=en_US&tracknum=1Z%26x%3D%3Cscript%3E',
  )
  expect(carriers.delhivery.trackingUrl('1/../?x')).toBe(
    'https://www.delhivery.com/track/package/1%2F..%2F%3Fx',
  )
  expect(carriers.canadapost.trackingUrl('1?x#y')).toBe(
    'https://www.canadapost-postescanada.ca/track-reperage/en#/details/1%3Fx%23y',
  )
  expect(carriers.sandbox.trackingUrl('SBX-I-1-1')).toBeNull()
})
