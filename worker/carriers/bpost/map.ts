/** From what bpost sends to what we keep. Pure. */
import type {
  CarrierErrorCode,
  CarrierProblem,
  HandedOver,
  Pickup,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, isOver } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { handsOf, meaningOf } from './meaning.ts'
import type { Answer, Item, Point, State, Words } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'exception') {
    return { reports: [], problems: [problemOf(answer.name, answer.said)] }
  }
  if (answer.item) return { reports: [reportOf(answer.item)], problems: [] }
  const nothing = { message: 'bpost knows nothing of this item', code: null }
  return { reports: [], problems: [problem('not_found', nothing)] }
}

function reportOf(item: Item): Report {
  const scans = item.stateInfo.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: item.itemCode,
    whole: true,
    scans,
    // Before the delivery the day that is planned, after it the moment it was made.
    estimate: expected(scans, readDay(item.deliveryTime)),
    pickup: pickupOf(item.pickupPoint, scans),
    handover: handedOver(scans),
  }
}

/** States have an offset and no place. */
const scanOf = ({ time, stateCode, stateDescription }: State): Scan => ({
  ...readMoment(time, { zone: 'Europe/Brussels' }),
  code: stateCode,
  text: stateDescription,
  location: null,
  city: null,
  ...meaningOf(stateCode, stateDescription),
})

/** The point is named from the beginning on: it is said once the parcel lies there. */
function pickupOf(point: Point | null, scans: readonly Scan[]): Pickup | null {
  const waits = scans.some(({ milestone }) => milestone === 'ready_for_pickup') && !isOver(scans)
  if (!point || !waits) return null
  const street = joined(' ', [point.streetName, point.houseNumber])
  const address = joined(', ', [street, joined(' ', [point.postalCode, point.city])])
  return { name: point.name, address, hours: null, until: null, code: null }
}

const joined = (by: string, parts: readonly (string | null)[]): string | null =>
  parts.filter((part) => part !== null).join(by) || null

function handedOver(scans: readonly Scan[]): HandedOver | null {
  const delivered = scans.findLast(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  return { to: handsOf(delivered.text), at: delivered.at, signed_by: null, photo: null }
}

/** Source: "unexpected error" from a recorded answer; the rest is what bpost's words say. */
const WORDS: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/not found|no (item|parcel|tracking|result)|does ?n.t exist|does not exist/i, 'not_found'],
  [/invalid (item|barcode)|not a valid (item|barcode)/i, 'invalid_number'],
  [/unauthori[sz]ed|forbidden|credential|passphrase|account ?id/i, 'unauthorized'],
  [/unexpected error|try again/i, 'down'],
]

function problemOf(name: string, said: Words): CarrierProblem {
  const known = WORDS.find(([pattern]) => pattern.test(said.message ?? ''))?.[1]
  return problem(known ?? (name === 'systemException' ? 'down' : 'bad_answer'), said)
}

const problem = (code: CarrierErrorCode, said: Words): CarrierProblem => ({
  code,
  carrier_code: said.code,
  message: said.message?.replace(/\s+/g, ' ').slice(0, 200) ?? 'bpost gave no message',
  tracking_number: null,
})
