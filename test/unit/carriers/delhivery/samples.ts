/** Small answers in Delhivery's shape, made for these tests. */

export const NUMBER = '44800000000011'
export const OTHER = '44800000000022'

export interface SampleScan {
  readonly type?: string | null
  readonly status?: string | null
  readonly code?: string | null
  readonly text?: string | null
  readonly time?: string | null
  readonly place?: string | null
}

export const scan = ({
  type = 'UD',
  status = 'In Transit',
  code = 'X-DLL2F',
  text = 'Bag Added To Trip',
  time = '2026-03-09T10:15:00.5',
  place = 'Pune_Kondhwa_H (Maharashtra)',
}: SampleScan = {}) => ({
  ScanDetail: {
    ScanDateTime: time,
    ScanType: type,
    Scan: status,
    StatusDateTime: time,
    ScannedLocation: place,
    StatusCode: code,
    Instructions: text,
  },
})

export const MANIFESTED = scan({
  status: 'Manifested',
  code: 'X-UCI',
  text: 'Manifest uploaded',
  time: '2026-03-08T09:00:00',
})

export const OUT = scan({
  status: 'Dispatched',
  code: 'X-DDD3FD',
  text: 'Out for delivery',
  time: '2026-03-10T09:00:00.25',
})

export const DELIVERED = scan({
  type: 'DL',
  status: 'Delivered',
  code: 'EOD-38',
  text: 'Delivered to consignee',
  time: '2026-03-10T12:30:00.002',
})

export const shipment = (
  scans: readonly unknown[],
  more: Readonly<Record<string, unknown>> = {},
) => ({
  AWB: NUMBER,
  Scans: scans,
  Status: { Status: 'In Transit', StatusType: 'UD', RecievedBy: '' },
  ExpectedDeliveryDate: '2026-03-11T23:59:59',
  PromisedDeliveryDate: null,
  Consignee: { Name: 'Asha Rao', Address1: ['12 Lake Road'], City: 'Pune', Telephone1: '+9199' },
  ...more,
})
