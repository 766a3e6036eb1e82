/** A Delhivery on the loopback: many numbers a request, those it does not know left out. */
import type { FakeAnswer, FakeCarrier } from './fake-carrier.ts'
import { failures, startFakeCarrier } from './fake-carrier.ts'

export interface FakeDelhivery extends FakeCarrier {
  /** Answers only about the first half of the numbers asked for */
  halve(on: boolean): void
}

export interface FakeDelhiveryOptions {
  readonly port?: number
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

const SHIPMENT = { AWB: '44800719791441', Scans: [], Status: { Status: 'Manifested' } }

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

export async function startFakeDelhivery(
  options: FakeDelhiveryOptions = {},
): Promise<FakeDelhivery> {
  const authorization = `Token ${options.token ?? 'token'}`
  let halved = false

  function compose(
    numbers: readonly string[],
    next: (number: string) => FakeAnswer | undefined,
  ): FakeAnswer {
    const answered = halved ? numbers.slice(0, Math.ceil(numbers.length / 2)) : numbers
    const known = answered.flatMap((number) => next(number) ?? [])
    const whole = known.find(({ status, hang, truncate }) => status || hang || truncate)
    if (whole) return whole
    if (known.length === 0) return { body: DELHIVERY_NOT_FOUND }
    return { body: delhiveryShipments(...known.map(({ body }) => body)) }
  }

  const fake = await startFakeCarrier({
    ...options,
    contentType: 'application/json',
    numbersOf: (path) => TRACK_PATH.exec(path)?.[1]?.split(',').map(decodeURIComponent) ?? null,
    refuse: (request) =>
      request.headers.authorization === authorization ? null : DELHIVERY_FAILURES.expired,
    compose,
    other: () => ({ status: 404, body: '<h1>Not Found</h1>' }),
  })
  return {
    ...fake,
    halve: (on) => {
      halved = on
    },
  }
}
