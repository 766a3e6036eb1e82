/** From what La Poste sends to what we keep. Pure. */
import { meaningIn } from '../code-table.ts'
import type { CarrierErrorCode, CarrierProblem, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { CODES } from './codes.ts'
import type { Event, Result, Shipment } from './wire.ts'

/** Return codes. Source: "Codes retour" in the documentation of "Suivi v2"; 400 from a recorded answer. */
const RETURNS: Readonly<Record<string, CarrierErrorCode>> = {
  '101': 'not_found',
  '104': 'not_found',
  '105': 'not_found',
  '204': 'not_found',
  '400': 'invalid_number',
  '401': 'unauthorized',
  '404': 'not_found',
  '429': 'throttled',
  '500': 'down',
  '503': 'down',
  '504': 'down',
  UNAUTHORIZED: 'unauthorized',
  FORBIDDEN: 'unauthorized',
  QUOTA_EXCEEDED: 'throttled',
}

export function readAnswer(results: readonly Result[]): Reading {
  return {
    reports: results.flatMap(({ shipment }) => (shipment ? [reportOf(shipment)] : [])),
    problems: results.filter(({ shipment }) => !shipment).map(problemOf),
  }
}

function reportOf(shipment: Shipment): Report {
  const scans = shipment.event.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: shipment.idShip,
    whole: true,
    scans,
    estimate: expected(scans, readDay(shipment.estimDate)),
  }
}

const scanOf = ({ code, label, date }: Event): Scan => ({
  ...readMoment(date, { zone: 'Europe/Paris' }),
  code,
  text: label,
  location: null,
  city: null,
  ...meaningIn(CODES, code),
})

const problemOf = ({ returnCode, returnMessage, idShip }: Result): CarrierProblem => ({
  code: RETURNS[returnCode ?? ''] ?? 'bad_answer',
  carrier_code: returnCode,
  message: returnMessage?.slice(0, 200) ?? 'La Poste gave no message',
  tracking_number: idShip,
})
