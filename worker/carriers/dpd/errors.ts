/** DPD's faults, as what they mean for us. */
import type { CarrierErrorCode, CarrierProblem } from '../contract.ts'
import type { Refusal } from './wire.ts'

/** Sources: DELICOM_ERR_AUTHENTICATION from a recorded answer; of the others the words speak. */
const SAID: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/authenticat|auth ?token|delis ?id|password|\blogin\b|not authori[sz]ed/i, 'unauthorized'],
  [/too many|limit|maximum number/i, 'throttled'],
  [/not (be )?found|no (tracking )?data|does not exist|unknown parcel/i, 'not_found'],
  [/invalid|not valid|wrong format|parcelLabelNumber/i, 'invalid_number'],
]

export const problemOf = ({ code, message }: Refusal): CarrierProblem => ({
  code: SAID.find(([pattern]) => pattern.test(`${code} ${message}`))?.[1] ?? 'bad_answer',
  carrier_code: code,
  message: message?.slice(0, 200) ?? 'DPD gave no message',
  tracking_number: null,
})
