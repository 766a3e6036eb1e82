import fc from 'fast-check'
import { expect, it } from 'vitest'
import { MILESTONES, REASON_NAMES } from '../../../../schema/vocabulary.ts'
import { CarrierError } from '../../../../worker/carriers/contract.ts'
import { read } from '../../../../worker/carriers/ups/read.ts'
import { activity, DELIVERED, OUT, parcel, raw, shipments } from './samples.ts'

type Path = readonly (string | number)[]

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

const JUNK: readonly unknown[] = [
  null,
  '',
  'null',
  'string',
  0,
  -1,
  true,
  {},
  [],
  [null],
  [[]],
  '🚚',
]

function pathsOf(value: unknown, path: Path = []): Path[] {
  if (value === null || typeof value !== 'object') return [path]
  return [path, ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner, [...path, key]))]
}

/** A copy with one place removed (undefined) or replaced. */
function change(value: unknown, [key, ...rest]: Path, by: unknown): unknown {
  if (key === undefined) return by
  if (value === null || typeof value !== 'object') return value
  const changed = change(Reflect.get(value, key), rest, by)
  if (Array.isArray(value)) return value.with(Number(key), changed)
  return { ...value, [key]: changed }
}

it('whatever is missing or junk, the answer is a reading or bad_answer', () => {
  const change1 = fc.tuple(fc.nat(), fc.option(fc.constantFrom(...JUNK), { nil: undefined }))
  fc.assert(
    fc.property(
      fc.constantFrom(...BODIES),
      fc.array(change1, { maxLength: 6 }),
      (body, changes) => {
        const changed = changes.reduce<unknown>((value, [at, by]) => {
          const paths = pathsOf(value)
          return change(value, paths[at % paths.length] ?? [], by)
        }, body)
        try {
          const { reports } = read(raw(JSON.stringify(changed) ?? ''))
          for (const { milestone, reason } of reports.flatMap(({ scans }) => scans)) {
            expect([...MILESTONES, null]).toContain(milestone)
            expect([...REASON_NAMES, null]).toContain(reason)
          }
        } catch (error) {
          expect(error).toBeInstanceOf(CarrierError)
          expect(error).toMatchObject({ problem: { code: 'bad_answer' } })
        }
      },
    ),
    { numRuns: 2000 },
  )
})

it('any text is a reading or bad_answer', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.json()), (body) => {
      try {
        read(raw(body))
      } catch (error) {
        expect(error).toMatchObject({ problem: { code: 'bad_answer' } })
      }
    }),
  )
})
