import { describe, expect, it } from 'vitest'
import { fedex } from '../../../../worker/carriers/fedex/index.ts'
import { toBase64, utf8 } from '../../../../worker/lib/bytes.ts'
import { pushed } from '../../../support/carrier-client.ts'
import {
  answer,
  entry,
  event,
  LEESBURG,
  OUT,
  PICKED_UP,
  read,
  reportOf,
  result,
} from './samples.ts'

const CREDENTIALS = {
  client_id: 'key',
  client_secret: 'secret-key',
  webhook_token: 'token-of-hook',
}

describe('FedEx: parcels', () => {
  it('reads an offset that follows a blank', () => {
    const { scans } = reportOf([event('IT', '2024-08-12T15:18:10 -0500')])
    expect(scans[0]?.at).toBe('2024-08-12T15:18:10-05:00')
  })

  it('a scan is known by the code that says what it is', () => {
    const date = '2026-03-10T08:12:00-04:00'
    const codes = ['OC', 'OD', 'DL'].map((derivedStatusCode) =>
      event('PU', date, { derivedStatusCode }),
    )
    expect(reportOf(codes).scans.map(({ code, milestone }) => [code, milestone])).toEqual([
      ['PU', 'accepted'],
      ['OD', 'out_for_delivery'],
      ['DL', 'delivered'],
    ])
  })

  it('several parcels of one number are one report with all their scans, the facts of the latest', () => {
    const later = event('DL', '2026-03-11T10:00:00-04:00', { eventDescription: 'Delivered' })
    const signed = { deliveryDetails: { signedByName: 'D.HERRERA', locationType: 'RESIDENCE' } }
    const { reports } = read(
      answer(entry('1', result('1', [OUT, PICKED_UP]), result('1', [later], signed))),
    )
    expect(reports).toHaveLength(1)
    expect(reports[0]?.scans).toHaveLength(3)
    expect(reports[0]?.handover).toMatchObject({ to: 'household', signed_by: 'D.HERRERA' })
  })

  it('without scans the status is one, and a parcel without either is an answer', () => {
    const status = { code: 'DL', description: 'Delivered', ancillaryDetails: [] }
    const dateAndTimes = [{ type: 'ACTUAL_DELIVERY', dateTime: '2026-03-11T10:00:00-04:00' }]
    expect(reportOf([], { latestStatusDetail: status, dateAndTimes }).scans).toMatchObject([
      { milestone: 'delivered', at: '2026-03-11T10:00:00-04:00', code: 'DL' },
    ])
    expect(reportOf([], { latestStatusDetail: {} }).scans).toEqual([])
  })

  it('a stale status beside scans says nothing', () => {
    const stale = { latestStatusDetail: { code: 'DL', description: 'Delivered' } }
    expect(reportOf([OUT], stale).scans).toHaveLength(1)
  })

  it('one parcel of several that cannot be read is its own problem', () => {
    const odd = entry('2', { trackingNumberInfo: { trackingNumber: '2' }, scans: [OUT] })
    const { reports, problems } = read(answer(entry('1', result('1', [OUT])), odd))
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([{ code: 'bad_answer', tracking_number: '2' }])
  })

  it.each([
    ['a text', 'TRACKING.DATA.NOTFOUND -  Tracking data unavailable', 'not_found'],
    ['a list', [{ code: 'TRACKING.DATA.NOTUNIQUE', message: 'x' }], 'invalid_number'],
  ])('an alert alone, as %s, is the answer', (_as, alerts, code) => {
    expect(read({ output: { alerts } }).problems).toMatchObject([{ code }])
  })
})

describe('FedEx: facts', () => {
  const window = (begins: string, ends: string) => ({
    estimatedDeliveryTimeWindow: { window: { begins, ends } },
  })

  it('a window within a day, and its day; over once it is delivered', () => {
    const more = window('2026-03-10T12:30:00-04:00', '2026-03-10T16:30:00-04:00')
    expect(reportOf([OUT], more)).toMatchObject({
      estimate: { from: '2026-03-10', to: '2026-03-10' },
      window: { from: '2026-03-10T12:30:00-04:00', to: '2026-03-10T16:30:00-04:00' },
    })
    const over = reportOf([event('DL', '2026-03-10T14:00:00-04:00'), OUT], more)
    expect([over.estimate, over.window]).toEqual([null, null])
  })

  it('a window of days is an estimate, and so is the expected day', () => {
    const days = reportOf([OUT], window('2026-03-10T08:00:00', '2026-03-12T00:00:00'))
    expect([days.estimate, days.window]).toEqual([{ from: '2026-03-10', to: '2026-03-12' }, null])
    const dateAndTimes = [{ type: 'ESTIMATED_DELIVERY', dateTime: '2026-03-13T00:00:00-06:00' }]
    expect(reportOf([OUT], { dateAndTimes }).estimate?.to).toBe('2026-03-13')
  })

  it('the counter it waits at, and only while it waits', () => {
    const waits = event('HP', '2026-03-10T19:03:00-04:00', {
      exceptionDescription: 'Package available for pickup at FedEx Office: 331 S STATE RD 135',
      scanLocation: { ...LEESBURG, streetLines: ['331 S STATE RD 135 '] },
    })
    expect(reportOf([waits, OUT]).pickup).toMatchObject({
      name: 'FedEx Office',
      address: '331 S STATE RD 135, LEESBURG, VA, 20176, US',
    })
    expect(reportOf([waits, OUT]).scans[0]?.location).toBe('LEESBURG, VA, 20176, US')
    expect(reportOf([event('OD', '2026-03-11T08:00:00-04:00'), waits]).pickup).toBeNull()
  })

  it.each([
    [
      'Left at front door. Signature Service not requested.',
      'Signature not required',
      'safe_place',
      null,
    ],
    ['', 'A.ROY', 'unknown', 'A.ROY'],
  ])('handed over: %s', (exceptionDescription, signedByName, to, signed_by) => {
    const delivered = event('DL', '2026-03-10T14:00:00-04:00', { exceptionDescription })
    const report = reportOf([delivered], { deliveryDetails: { signedByName } })
    expect(report.handover).toMatchObject({ to, signed_by, at: '2026-03-10T14:00:00-04:00' })
  })

  it('the number it goes back under, and the partner’s', () => {
    const packageIdentifiers = [
      { type: 'SHIPPER_REFERENCE', values: ['ORDER 1'] },
      { type: 'RETURNED_TO_SHIPPER_TRACKING_NUMBER', values: ['794887075999'] },
      { type: 'PARTNER_CARRIER_NUMBER', value: '9261290100130739196060' },
    ]
    expect(reportOf([OUT], { additionalTrackingInfo: { packageIdentifiers } }).legs).toEqual([
      { carrier: 'fedex', tracking_number: '794887075999' },
      { carrier: null, tracking_number: '9261290100130739196060' },
    ])
  })

  it('keeps no names, no phone numbers and no street of sender or recipient', () => {
    const contact = { personName: 'JOHN TAYLOR', phoneNumber: '1234567890' }
    const address = { ...LEESBURG, streetLines: ['1043 North Easy Street'] }
    const report = reportOf([OUT], { recipientInformation: { contact, address } })
    expect(JSON.stringify(report)).not.toMatch(/TAYLOR|1234567890|Easy Street/)
  })
})

describe('FedEx: webhook', () => {
  const call = entry('794887075005', result('794887075005', [OUT]))

  it.each([
    ['an answer', answer(call), true],
    ['its results', { completeTrackResults: [call] }, false],
    ['one of them', call, false],
    ['a parcel', result('794887075005', [OUT]), false],
  ])('%s is read', (_what, body, whole) => {
    expect(read(body).reports).toMatchObject([
      { tracking_number: '794887075005', whole, scans: [{ milestone: 'out_for_delivery' }] },
    ])
  })

  const signature = async (body: string, secret: string) => {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', utf8(secret), algorithm, false, ['sign'])
    return toBase64(new Uint8Array(await crypto.subtle.sign('HMAC', key, utf8(body))))
  }
  const verify = (
    headers: Record<string, string>,
    body: string,
    credentials: object = CREDENTIALS,
  ) => fedex.verifyPush?.(pushed(headers, body), credentials)

  it('is FedEx’s with the signature of its body under the token, and nobody’s else', async () => {
    const body = JSON.stringify(call)
    const good = await signature(body, CREDENTIALS.webhook_token)
    expect(await verify({ 'fdx-signature': good }, body)).toBe(true)
    expect(await verify({ 'fdx-signature': good }, `${body} `)).toBe(false)
    expect(await verify({ 'fdx-signature': await signature(body, 'another token') }, body)).toBe(
      false,
    )
    expect(await verify({ 'fdx-signature': '' }, body)).toBe(false)
    expect(await verify({}, body)).toBe(false)
    const without = { client_id: 'key', client_secret: 'secret-key' }
    expect(await verify({ 'fdx-signature': good }, body, without)).toBe(false)
  })
})
