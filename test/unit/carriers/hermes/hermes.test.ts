import { describe, expect, it } from 'vitest'
import { CODES, shortCode } from '../../../../worker/carriers/hermes/codes.ts'
import { hermes } from '../../../../worker/carriers/hermes/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const status = (hour: number, code: string, description: string = code) => ({
  timestamp: `2026-03-10T${String(hour).padStart(2, '0')}:00:00+01:00`,
  code,
  description,
  scanningUnit: { name: 'Hermes Germany', city: 'Hamburg', countryCode: 'DEU' },
})

const shipment = (shipmentID: string, more: object = {}) => ({
  shipmentID,
  status: [status(7, '2000'), status(8, '3000')],
  ...more,
})

const NUMBERS = ['H1234567890123456789', 'H1234567890123456790'] as const

describeCarrier({
  carrier: hermes,
  recorded: {
    folder: 'hermes',
    ends: {
      'karrio.tracking': [
        {
          number: 'H1234567890123456789',
          scans: 4,
          milestone: 'delivered',
          from: '2024-01-18T08:30:00+01:00',
          to: '2024-01-20T14:30:00+01:00',
        },
      ],
    },
    errors: { 'karrio.tracking_error': ['not_found', 'e001'] },
  },
  asking: {
    credentials: {
      client_id: 'hsi.client',
      client_secret: 'hsi-secret',
      username: 'hsi-user',
      password: 'hsi-password',
    },
    parcels: NUMBERS.map((number) => ({ number, since: 0, courier: null })),
    token: {
      path: '/authorization-facade/oauth2/access_token',
      answer: { access_token: 'hermes-token', expires_in: '3600', token_type: 'Bearer' },
    },
    request: {
      method: 'GET',
      path: `/services/hsi/shipmentinfo?shipmentID=${NUMBERS[0]}&shipmentID=${NUMBERS[1]}`,
      headers: expect.objectContaining({
        authorization: 'Bearer hermes-token',
        'accept-language': 'EN',
      }),
    },
    answer: { shipmentinfo: NUMBERS.map((number) => shipment(number)) },
    changed: { shipmentinfo: [{ id: NUMBERS[0], history: [status(7, '2000')] }] },
  },
})

const read = (body: unknown) =>
  hermes.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (...statuses: readonly object[]) =>
  read({ shipmentinfo: [shipment('1', { status: statuses })] }).reports[0]

describe('codes of Hermes', () => {
  it('every code of the connectors’ map is known', () => {
    expect(unknownTo('hermes', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['3500', 'delivered', null],
    ['090000000', 'delivered', null],
    ['090-000-009', 'delivered', null],
    ['060001004', 'attempt_failed', 'refused'],
    ['3731', 'attempt_failed', 'recipient_absent'],
    ['6093', 'returning_to_sender', 'unclaimed'],
    ['7500', 'returned_to_sender', null],
    ['4500', null, 'held'],
    ['9323', null, null],
    ['0-0-0', null, null],
    ['999999999', null, null],
  ])('%s', (code, milestone, reason) => {
    expect(reportOf(status(7, code))?.scans[0]).toMatchObject({ milestone, reason })
  })

  it('a nine-digit code is kept as the four digits it stands for, an unknown one as it is', () => {
    expect(['000000002', '0-0-0', '999999999', null].map(shortCode)).toEqual([
      '0000',
      '0-0-0',
      '999999999',
      null,
    ])
  })
})

describe('shipments of Hermes', () => {
  it('a status that is taken back is withdrawn, whatever the order', () => {
    const scans = reportOf(status(9, '4072'), status(8, '6081'), status(7, '3000'))?.scans
    expect(scans?.map(({ withdrawn }) => withdrawn ?? false)).toEqual([false, true, false])
  })

  it('a day and a time slot to expect, until the parcel is there', () => {
    const deliveryForecast = {
      fixed: false,
      date: '2026-03-10',
      timeSlot: { from: '10:00', to: '14:00' },
    }
    const [report] = read({ shipmentinfo: [shipment('1', { deliveryForecast })] }).reports
    expect(report).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      window: { from: '2026-03-10T10:00:00', to: '2026-03-10T14:00:00', zone: 'Europe/Berlin' },
    })
    const there = { deliveryForecast, status: [status(9, '3500')] }
    expect(read({ shipmentinfo: [shipment('1', there)] }).reports[0]).toMatchObject({
      estimate: null,
      window: null,
    })
  })

  it.each([
    [
      'The shipment is available for collection from the Hermes ParcelShop Kiosk am Dom.',
      'Kiosk am Dom',
    ],
    ['Die Sendung liegt im Hermes PaketShop Kiosk am Dom zur Abholung bereit.', 'Kiosk am Dom'],
  ])('the shop where it waits: %s', (description, name) => {
    expect(reportOf(status(7, '3410', description))?.pickup).toMatchObject({
      name,
      address: 'Hamburg, DEU',
    })
    expect(reportOf(status(7, '3410', description), status(8, '3530'))?.pickup).toBeNull()
  })

  it.each([
    ['3511', 'mailbox'],
    ['3530', 'pickup_point'],
    ['3510', 'unknown'],
  ])('%s is given to: %s', (code, to) => {
    expect(reportOf(status(7, code))?.handover).toMatchObject({
      to,
      at: '2026-03-10T07:00:00+01:00',
    })
  })

  it('one number of several that is not known is its own problem', () => {
    const result = { code: 'e001', message: 'There is no information for the entered value.' }
    const { reports, problems } = read({
      shipmentinfo: [shipment('1'), { shipmentID: '2', result }],
    })
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: '2' }])
  })

  it('the deprecated operations are read as well, in German time', () => {
    const entry = {
      statusDate: '2026-03-10',
      statusTime: '08:00:00',
      statusCode: '3000',
      description: 'On tour',
    }
    const missing = {
      shipmentID: '2',
      listOfStatus: [{ resultCode: 'e001', resultMessage: 'None' }],
    }
    const history = {
      listOfShipmentHistoryStatus: [{ shipmentID: '1', listOfStatus: [entry] }, missing],
    }
    const scan = {
      local: '2026-03-10T08:00:00',
      zone: 'Europe/Berlin',
      milestone: 'out_for_delivery',
    }
    expect(read(history)).toMatchObject({
      reports: [{ tracking_number: '1', scans: [scan] }],
      problems: [{ code: 'not_found', tracking_number: '2' }],
    })
    const current = { listOfCurrentShipmentStatus: [{ shipmentID: '1', statusInformation: entry }] }
    expect(read(current).reports).toMatchObject([{ tracking_number: '1', scans: [scan] }])
  })
})

describe('refusals of Hermes', () => {
  it.each([
    [{ listOfResultCodes: [{ code: 'e903', message: 'Token is expired.' }] }, 'unauthorized'],
    [{ listOfResultCodes: [{ code: 'e999', message: 'General technical error.' }] }, 'down'],
    [{ listOfResultCodes: [{ code: 'e123', message: 'New' }] }, 'bad_answer'],
    [{ error: 'access_denied', error_description: 'Access denied for token' }, 'unauthorized'],
  ])('%o', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code }])
  })
})
