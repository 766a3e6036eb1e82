/** From what UPS sends to what we keep. Pure. */
import type { Reading, Report, Scan } from '../contract.ts'
import { CarrierError } from '../contract.ts'
import { meaningOf } from './codes/meaning.ts'
import { isAboutNumber, problemOf } from './errors.ts'
import { alertFacts, parcelFacts, placeOf } from './facts.ts'
import { readMoment } from './time.ts'
import type { Activity, Address, Alert, Answer, Parcel, Shipment } from './wire.ts'

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'errors') {
    return { reports: [], problems: answer.errors.map((error) => problemOf(error, null)) }
  }
  if (answer.kind === 'alerts') return { reports: answer.alerts.map(alertReport), problems: [] }
  const readings = answer.shipment.map(shipmentReading)
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: readings.flatMap(({ problems }) => problems),
  }
}

/** Beside parcels a warning is a remark; without them it is the answer. */
function shipmentReading(shipment: Shipment): Reading {
  const reports = shipment.package.map((parcel) => parcelReport(parcel, shipment.inquiryNumber))
  if (reports.length > 0) {
    const about = shipment.warnings.filter(isAboutNumber)
    return { reports, problems: about.map((warning) => problemOf(warning, shipment.inquiryNumber)) }
  }
  const warnings =
    shipment.warnings.length > 0
      ? shipment.warnings
      : [{ code: null, message: 'UPS answered with neither a package nor a reason' }]
  return {
    reports,
    problems: warnings.map((warning) => problemOf(warning, shipment.inquiryNumber)),
  }
}

/** A package's own number may be a placeholder: then the number asked for is meant. */
function parcelReport(parcel: Parcel, inquiryNumber: string | null): Report {
  const number = parcel.trackingNumber ?? inquiryNumber
  if (number === null) throw new CarrierError('bad_answer', 'UPS sent a package without a number')
  const scans = parcel.activity.map((activity) => activityScan(activity, number))
  return { tracking_number: number, whole: true, scans, ...parcelFacts(parcel, scans) }
}

function activityScan(activity: Activity, trackingNumber: string): Scan {
  const { type, code, statusCode, description } = activity.status
  return {
    ...readMoment(activity),
    zone: null,
    code,
    text: description,
    ...place(activity.location?.address ?? null),
    ...meaningOf({ type, code, statusCode, text: description }, trackingNumber),
  }
}

/** A call about one event, which says nothing about the others. */
function alertReport(alert: Alert): Report {
  const { type, code, descriptionCode, description } = alert.activityStatus
  const scan: Scan = {
    ...readMoment({
      date: alert.localActivityDate,
      time: alert.localActivityTime,
      gmtDate: alert.gmtActivityDate,
      gmtTime: alert.gmtActivityTime,
      gmtOffset: null,
    }),
    zone: null,
    code,
    text: description,
    ...place(alert.activityLocation),
    ...meaningOf(
      { type, code, statusCode: descriptionCode, text: description },
      alert.trackingNumber,
    ),
  }
  return {
    tracking_number: alert.trackingNumber,
    whole: false,
    scans: [scan],
    ...alertFacts(alert, scan),
  }
}

const place = (address: Address | null): Pick<Scan, 'location' | 'city'> => ({
  location: placeOf(address),
  city: address?.city ?? null,
})
