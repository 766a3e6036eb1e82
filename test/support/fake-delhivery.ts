/** A Delhivery on the loopback: many numbers a request, those it does not know left out. */
import type { FakeAnswer, FakeCarrier } from './fake-carrier.ts'
import { failures, startFakeCarrier } from './fake-carrier.ts'

export interface FakeDelhiveryOptions {
  /** The body of an answer is one shipment */
  readonly answers?: Readonly<Record<string, FakeAnswer>>
  readonly token?: string
}

const TRACK_PATH = /^\/api\/v1\/packages\/json\/\?waybill=([^&]*)$/

/** As published of a live answer about one unknown number: with status 200. */
export const DELHIVERY_NOT_FOUND = {
  Success: false,
  Error: 'Data does not exists for provided Waybill(s)',
  rmk: 'Some error has occurred. Please contact client.support@delhivery.com with error message- Data does not exists for provided Waybill(s)',
}

export const delhiveryShipments = (...shipments: readonly unknown[]) => ({
  ShipmentData: shipments.map((Shipment) => ({ Shipment })),
})

/** Oldest first, as Delhivery orders its scans. */
const shipment = (AWB: string, times: readonly string[]) => ({
  AWB,
  Status: { Status: 'In Transit' },
  Scans: times.map((ScanDateTime) => ({
    ScanDetail: {
      ScanDateTime,
      ScanType: 'UD',
      Scan: 'In Transit',
      ScannedLocation: 'Pune_Kondhwa_H (Maharashtra)',
      StatusCode: 'X-DLL2F',
      Instructions: 'Bag Added To Trip',
    },
  })),
})

const SHIPMENT = shipment('44800719791441', [])

/** Failures ready to be set. */
export const DELHIVERY_FAILURES = {
  ...failures({
    throttled: { detail: 'Request was throttled. Expected available in 30 seconds.' },
    broken: { message: 'Internal Server Error' },
    answer: delhiveryShipments(SHIPMENT),
    changed: { Shipments: [SHIPMENT] },
  }),
  /** The firewall's, for an address that asked too often */
  blocked: { status: 403, body: '<html><title>403 Forbidden</title></html>' },
  expired: { status: 401, body: { detail: 'Invalid token.' } },
}

export function startFakeDelhivery(options: FakeDelhiveryOptions = {}): Promise<FakeCarrier> {
  const { token = 'token' } = options
  return startFakeCarrier({
    ...options,
    contentType: 'application/json',
    credentials: { token },
    failures: DELHIVERY_FAILURES,
    scanned: shipment,
    numbersOf: (path) => TRACK_PATH.exec(path)?.[1]?.split(',').map(decodeURIComponent) ?? null,
    refuse: (request) =>
      request.headers.authorization === `Token ${token}` ? null : DELHIVERY_FAILURES.expired,
    compose,
    other: () => ({ status: 404, body: '<h1>Not Found</h1>' }),
  })
}

function compose(
  numbers: readonly string[],
  next: (number: string) => FakeAnswer | undefined,
): FakeAnswer {
  const known = numbers.flatMap((number) => next(number) ?? [])
  const whole = known.find(({ status, hang, truncate }) => status || hang || truncate)
  if (whole) return whole
  if (known.length === 0) return { body: DELHIVERY_NOT_FOUND }
  return { body: delhiveryShipments(...known.map(({ body }) => body)) }
}
