/** From what Purolator sends to what we keep. Pure. */
import type { HandedOver, Reading, Report, Scan } from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected } from '../facts.ts'
import { readDay, readMomentOf } from '../time.ts'
import { meaningOf } from './codes.ts'
import { problemOf } from './errors.ts'
import type { Answer, Parcel, Scanned } from './wire.ts'

export function readAnswer({ failures, parcels }: Answer): Reading {
  const readings = parcels.map(readParcel)
  return {
    reports: readings.flatMap(({ reports }) => reports),
    problems: [
      ...failures.map((failure) => problemOf(failure, null)),
      ...readings.flatMap(({ problems }) => problems),
    ],
  }
}

/** Beside scans an error is a remark; without them it is the answer. */
function readParcel({ PIN: number, Scans, ResponseInformation: failures }: Parcel): Reading {
  const written = Scans?.Scan ?? []
  if (number !== null && (written.length > 0 || failures.length === 0)) {
    return { reports: [reportOf(number, written)], problems: [] }
  }
  const said = failures.length > 0 ? failures : [{ Code: null, Description: null }]
  return { reports: [], problems: said.map((failure) => problemOf(failure, number)) }
}

function reportOf(number: string, written: readonly Scanned[]): Report {
  const scans = written.map(scanOf)
  const promised = written.find(({ ScanDetails }) => committed(ScanDetails) !== null)
  return {
    ...NO_FACTS,
    tracking_number: number,
    whole: true,
    scans,
    estimate: expected(scans, readDay(committed(promised?.ScanDetails ?? null))),
    handover: handedOver(written, scans),
  }
}

/** Misspelt in the service's schema. */
const committed = (details: Scanned['ScanDetails']): string | null =>
  details?.CommitedDeliveryDate ?? details?.CommittedDeliveryDate ?? null

/** `2004-01-13` and `172300`, without a zone: clocks of a country of six. */
const scanOf = (scan: Scanned): Scan => ({
  ...readMomentOf(scan.ScanDate, scan.ScanTime?.padStart(6, '0') ?? null),
  code: scan.ScanType,
  text: scan.Description,
  location: scan.Depot?.Name ?? null,
  city: cityOf(scan.Depot?.Name ?? null),
  ...meaningOf(scan.ScanType, scan.Description),
})

/** "MONTREAL SORT CTR/CTR TRIE, PQ": a depot is named after its city. */
const cityOf = (depot: string | null): string | null =>
  /^(.+?)(?= SORT\b| CTR\b| DEPOT\b|\/|,|$)/i.exec(depot ?? '')?.[1]?.trim() || null

/** A signature is a name; longer than that it is an image. */
const MAX_NAME = 60

function handedOver(written: readonly Scanned[], scans: readonly Scan[]): HandedOver | null {
  const index = scans.findIndex(({ milestone }) => milestone === 'delivered')
  const scan = scans[index]
  if (!scan) return null
  const name = written[index]?.ScanDetails?.DeliverySignature ?? null
  return {
    to: /locker/i.test(scan.text ?? '') ? 'locker' : 'unknown',
    at: scan.at,
    signed_by: name !== null && name.length <= MAX_NAME ? name : null,
    photo: null,
  }
}
