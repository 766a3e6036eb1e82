import fc from 'fast-check'
import { it } from 'vitest'
import { read } from '../../../../worker/carriers/ups/read.ts'
import { damaged, expectReadable } from '../../../support/mutate.ts'
import { activity, DELIVERED, OUT, parcel, shipments } from './samples.ts'

const ALERT = {
  trackingNumber: '1Z204W4R0308071865',
  localActivityDate: '20240423',
  localActivityTime: '091519',
  activityLocation: { city: 'Charlotte', country: 'US' },
  activityStatus: {
    type: 'I',
    code: 'OT',
    description: 'Out for Delivery',
    descriptionCode: '021',
  },
  gmtActivityDate: '20240423',
  gmtActivityTime: '131519',
  deliveryEndTime: '170000',
}

const BODIES: readonly unknown[] = [
  shipments(
    parcel({
      activity: [DELIVERED, OUT, activity({ type: 'X', code: '48', statusCode: '022' })],
      deliveryDate: [{ type: 'RDD', date: '20260312' }],
      deliveryTime: { type: 'EDW', startTime: '100000', endTime: '120000' },
      deliveryInformation: { location: 'Porch', receivedBy: 'ANNA' },
      accessPointInformation: { pickupByDate: '20260317' },
      packageAddress: [{ type: 'ACCESS_POINT', name: 'Shop', address: { city: 'Wien' } }],
      paymentInformation: [{ amount: '1', currency: 'EUR', paid: false }],
      alternateTrackingNumber: [{ number: '9241990000003349952296', type: 'USPS_PIC' }],
    }),
  ),
  { response: { errors: [{ code: 'TV1002', message: 'Invalid inquiry number' }] } },
  ALERT,
]

it('whatever is missing or junk, the answer is a reading or bad_answer', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BODIES).chain(damaged), (body) => {
      expectReadable(read, JSON.stringify(body) ?? '')
    }),
    { numRuns: 1000 },
  )
})

it('any text is a reading or bad_answer', () => {
  fc.assert(fc.property(fc.oneof(fc.string(), fc.json()), (body) => expectReadable(read, body)))
})
