/** From what Flash sends to what we keep. Pure. */
import { onTheWayBack } from '../code-table.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, ParcelSaid, Route } from './wire.ts'

/**
 * Source: "Response code" of its documentation. 1019 is a parcel of another merchant's; codes of
 * ordering and pickups are left out.
 */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  0: 'down',
  1001: 'unauthorized',
  1002: 'unauthorized',
  1006: 'not_found',
  1019: 'not_found',
}

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'failure') {
    const { code, words } = answer
    return { reports: [], problems: [problem(ERRORS[code], code, words, null)] }
  }
  const all = answer.parcels.map((parcel) => ({ parcel, routes: routesOf(parcel) }))
  return {
    reports: all
      .filter(({ routes }) => routes.length > 0)
      .map(({ parcel, routes }) => reportOf(parcel, routes)),
    problems: all
      .filter(({ routes }) => routes.length === 0)
      .map(({ parcel }) => problem('not_found', null, 'No routes', parcel.pno)),
  }
}

/** The state beside an empty list is the only one there is. */
function routesOf({ routes, state, stateText, stateChangeAt }: ParcelSaid): readonly Route[] {
  if (routes.length > 0 || state === null) return routes
  return [{ routedAt: stateChangeAt, action: null, message: stateText, state }]
}

const reportOf = (parcel: ParcelSaid, routes: readonly Route[]): Report => ({
  ...NO_FACTS,
  tracking_number: parcel.pno,
  whole: true,
  scans: routes.map((route) => scanOf(route, parcel.customaryPno !== null)),
  legs:
    parcel.returnedPno === null
      ? null
      : [{ carrier: 'flash', tracking_number: parcel.returnedPno }],
})

/** Times are seconds of UTC. No place is given but in the message. */
function scanOf(route: Route, isReturn: boolean): Scan {
  const meaning = meaningOf(route)
  return {
    ...readMoment(route.routedAt),
    code: route.action ?? route.state,
    text: route.message,
    location: null,
    city: null,
    ...(isReturn ? onTheWayBack(meaning) : meaning),
  }
}

const problem = (
  code: CarrierErrorCode | undefined,
  carrier_code: string | null,
  words: string | null,
  tracking_number: string | null,
): CarrierProblem => ({
  code: code ?? 'bad_answer',
  carrier_code,
  message: words?.slice(0, 200) ?? 'Flash Express gave no message',
  tracking_number,
})
