import { describe, expect, it } from 'vitest'
import { CODES } from '../../../../worker/carriers/royalmail/codes.ts'
import { royalmail } from '../../../../worker/carriers/royalmail/index.ts'
import { meaningOf } from '../../../../worker/carriers/royalmail/meaning.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const NUMBER = 'FQ087430672GB'

const event = (eventCode: string, eventName: string, eventDateTime: string) => ({
  eventCode,
  eventName,
  eventDateTime,
  locationName: 'Stafford DO',
})

const EVENTS = [
  event('EVGPD', 'Ready for Delivery', '2026-03-30T07:06:38+01:00'),
  event('EVIMC', 'In Transit', '2026-03-28T22:10:00Z'),
]

const ESTIMATE = {
  date: '2026-03-30',
  startOfEstimatedWindow: '08:00:00+01:00',
  endOfEstimatedWindow: '11:00:00+01:00',
}

const piece = (more: object = {}) => ({
  mailPieces: { mailPieceId: NUMBER, events: EVENTS, estimatedDelivery: ESTIMATE, ...more },
})

describeCarrier({
  carrier: royalmail,
  recorded: {
    folder: 'royalmail',
    ends: {
      'karrio.tracking': [
        {
          number: '090367574000000FE1E1B',
          scans: 1,
          milestone: 'in_transit',
          condition: 'delayed',
          reason: 'missorted',
          from: '2016-10-20T10:04:00+01:00',
          to: '2016-10-20T10:04:00+01:00',
        },
      ],
    },
    errors: { 'karrio.tracking_error': ['bad_answer', 'E0004'] },
  },
  asking: {
    credentials: { client_id: 'client-id', client_secret: 'client-secret' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'GET',
      path: `/mailpieces/v2/${NUMBER}/events`,
      headers: expect.objectContaining({
        'x-ibm-client-id': 'client-id',
        'x-ibm-client-secret': 'client-secret',
        'x-accept-rmg-terms': 'yes',
      }),
    },
    answer: piece(),
    changed: { mailPieces: { id: NUMBER, history: EVENTS } },
    statuses: { 404: 'not_found' },
  },
})

const read = (body: unknown) =>
  royalmail.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (body: unknown) => read(body).reports[0]

describe('an event of Royal Mail', () => {
  it('has a meaning for every code of the connector’s map', () => {
    expect(unknownTo('royalmail', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['EVAIP', 'Sender despatching item', 'label_created', null],
    ['EVDAC', 'Item Received', 'accepted', null],
    ['EVNMI', 'Forwarded - Mis-sort', 'in_transit', 'missorted'],
    ['EVGPD', 'In Transit', 'out_for_delivery', null],
    ['EVKLS', 'Delivered to Your Collection Point', 'ready_for_pickup', null],
    ['EVNHE', 'Returned to HWDC - retention exceeded', 'returning_to_sender', 'unclaimed'],
    ['EVKNA', 'Delivery Attempted - No Answer', 'attempt_failed', 'recipient_absent'],
    ['EVZDM', 'Delivery Made Notification', null, null],
    ['NDESS', 'Item delivered notification sent successfully to operator', null, null],
    ['NEW01', 'Delivered', 'delivered', null],
    ['NEW01', 'Delivered to Your Collection Point by', 'ready_for_pickup', null],
    ['NEW01', 'Delivery Attempted', 'attempt_failed', null],
    ['NEW01', 'Available for Redelivery or Collection', 'ready_for_pickup', null],
    ['NEW01', 'Sorry, we were unable to deliver', null, null],
    ['NEW01', 'Due to be delivered today', 'out_for_delivery', null],
    ['NEW01', 'Returned to Sender', 'returning_to_sender', null],
    ['NEW01', 'Something new', null, null],
    [null, null, null, null],
  ] as const)('%s "%s" is %s, %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it('keeps the offset Royal Mail gave, and the town of the office', () => {
    expect(reportOf(piece())?.scans).toMatchObject([
      { at: '2026-03-30T07:06:38+01:00', location: 'Stafford DO', city: 'Stafford' },
      { at: '2026-03-28T22:10:00Z' },
    ])
  })
})

describe('a mail piece of Royal Mail', () => {
  it('is expected on its day within its hours, until it is there', () => {
    expect(reportOf(piece())).toMatchObject({
      estimate: { from: '2026-03-30', to: '2026-03-30' },
      window: { from: '2026-03-30T08:00:00+01:00', to: '2026-03-30T11:00:00+01:00' },
      handover: null,
    })
    const events = [event('EVKNS', 'Delivered', '2026-03-30T09:00:00+01:00'), ...EVENTS]
    expect(reportOf(piece({ events, signature: { recipientName: 'SIMON' } }))).toMatchObject({
      estimate: null,
      window: null,
      handover: { to: 'neighbour', signed_by: 'SIMON', at: '2026-03-30T09:00:00+01:00' },
    })
  })

  it('follows its events where the summary says otherwise', () => {
    const summary = { lastEventCode: 'EVKSP', lastEventName: 'Delivered' }
    expect(reportOf(piece({ summary }))?.scans).toHaveLength(2)
  })

  it('of a summary has its last event alone, and may be one of many', () => {
    const summary = {
      lastEventCode: 'EVKSP',
      lastEventName: 'Delivered',
      lastEventDateTime: '2026-03-30T09:00:00+01:00',
      lastEventLocationName: 'Stafford DO',
    }
    const error = { errorCode: 'E1142', errorDescription: "Barcode isn't recognised" }
    const { reports, problems } = read({
      mailPieces: [
        { mailPieceId: 'A', summary },
        { mailPieceId: 'B', summary: {}, error },
      ],
    })
    expect(reports).toMatchObject([
      { tracking_number: 'A', whole: false, scans: [{ milestone: 'delivered' }] },
    ])
    expect(problems).toMatchObject([
      { code: 'not_found', carrier_code: 'E1142', tracking_number: 'B' },
    ])
  })

  it('that was never scanned has no scans', () => {
    expect(reportOf({ mailPieces: { mailPieceId: 'A', events: [] } })?.scans).toEqual([])
  })
})

describe('a refusal of Royal Mail', () => {
  it.each([
    ['401', 'Unauthorized', 'Client id not registered.', 'unauthorized'],
    ['429', 'Too Many Requests', 'Rate Limit exceeded', 'throttled'],
    ['404', 'Not Found', null, 'not_found'],
    ['500', 'Oops', null, 'down'],
    ['400', 'Bad Request', null, 'bad_answer'],
  ])('%s %s is %s: %s', (httpCode, httpMessage, moreInformation, code) => {
    const { problems } = read({ httpCode, httpMessage, moreInformation })
    expect(problems).toMatchObject([{ code, carrier_code: httpCode }])
  })

  it('names the error it gives, not the status', () => {
    const error = { errorCode: 'E1142', errorDescription: "Barcode reference isn't recognised" }
    expect(read({ httpCode: '404', errors: [error] }).problems).toMatchObject([
      { code: 'not_found', carrier_code: 'E1142' },
    ])
  })
})
