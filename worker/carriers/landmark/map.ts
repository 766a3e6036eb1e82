/** From what Landmark Global sends to what we keep. Pure. */
import type { CarrierErrorCode, CarrierProblem, Facts, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { handoverInEnglish } from '../english.ts'
import { readMoment } from '../time.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Event, Failure, Parcel } from './wire.ts'

export const readAnswer = ({ carrier, parcels, failures }: Answer): Reading => ({
  reports: parcels.map((parcel) => reportOf(parcel, carrier)),
  problems: failures.map(problemOf),
})

function reportOf(parcel: Parcel, carrier: string | null): Report {
  const scans = (parcel.Events?.Event ?? []).map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: parcel.LandmarkTrackingNumber ?? parcel.TrackingNumber ?? '',
    whole: true,
    scans,
    handover: handedOver(scans),
    legs: legsOf(parcel, carrier),
  }
}

/** `09/27/2025 02:05 PM` or `2025-09-29 06:20:00`: the clock of the place, whose zone is not told. */
const scanOf = ({ Status, DateTime, Location, EventCode }: Event): Scan => ({
  ...readMoment(DateTime, { order: 'mdy' }),
  code: EventCode,
  text: Status,
  location: Location,
  city: Location?.split(',')[0]?.trim() || null,
  ...meaningOf(EventCode, Status),
})

function handedOver(scans: readonly Scan[]): Facts['handover'] {
  const delivered = scans.find(({ milestone }) => milestone === 'delivered')
  if (!delivered) return null
  return { to: handoverInEnglish(delivered.text), at: delivered.at, signed_by: null, photo: null }
}

/** Names of delivering carriers that we ask ourselves. Source: recorded answers; Landmark's services. */
const CARRIERS: Readonly<Record<string, string>> = {
  'australia post': 'australiapost',
  bpost: 'bpost',
  'canada post': 'canadapost',
  dhl: 'dhl',
  fedex: 'fedex',
  'la poste': 'laposte',
  postnl: 'postnl',
  purolator: 'purolator',
  'royal mail': 'royalmail',
  ups: 'ups',
  usps: 'usps',
}

/** The number under which the delivering carrier goes on. */
function legsOf(parcel: Parcel, carrier: string | null): Facts['legs'] {
  const { TrackingNumber: onward, LandmarkTrackingNumber: own } = parcel
  if (onward === null || own === null || onward === own || carrier === null) return null
  return [{ carrier: CARRIERS[carrier.toLowerCase()] ?? null, tracking_number: onward }]
}

/** Sources: recorded answers. */
const ERRORS: Readonly<Record<string, CarrierErrorCode>> = {
  Login: 'unauthorized',
  Lookup: 'not_found',
}

/** A code we do not know is an answer we cannot read: never taken for a parcel that does not exist. */
const problemOf = ({ ErrorCode, ErrorMessage }: Failure): CarrierProblem => ({
  code: ERRORS[ErrorCode ?? ''] ?? 'bad_answer',
  carrier_code: ErrorCode,
  message: ErrorMessage?.split('<')[0]?.slice(0, 200) || 'Landmark Global gave no message',
  tracking_number: null,
})
