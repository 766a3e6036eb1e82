/** Small answers in UPS's shape, made for these tests. */

export const NUMBER = '1Z999AA10123456784'

interface SampleStatus {
  readonly type?: string
  readonly code?: string
  readonly statusCode?: string
  readonly description?: string
}

export const activity = (status: SampleStatus, more: Record<string, unknown> = {}) => ({
  location: { address: { city: 'Wien', countryCode: 'AT', country: 'AT' }, slic: '1234' },
  status,
  date: '20260310',
  time: '101500',
  gmtDate: '20260310',
  gmtTime: '09:15:00',
  gmtOffset: '+01:00',
  ...more,
})

export const parcel = (more: Record<string, unknown> = {}) => ({
  trackingNumber: NUMBER,
  activity: [],
  ...more,
})

export const shipments = (...packages: unknown[]) => ({
  trackResponse: { shipment: [{ inquiryNumber: NUMBER, package: packages }] },
})

export const raw = (body: unknown) => ({
  contentType: 'application/json',
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

export const OUT = activity({
  type: 'I',
  code: 'OT',
  statusCode: '021',
  description: 'Out For Delivery Today',
})

export const DELIVERED = activity({
  type: 'D',
  code: 'FS',
  statusCode: '011',
  description: 'DELIVERED',
})
