import { describe, expect, it } from 'vitest'
import { novaPoshta } from '../../../../worker/carriers/nova-poshta/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const ONE = '20450123456'
const OTHER = '59500007067740'

const document = (code: string, more: object = {}) => ({
  Number: ONE,
  StatusCode: code,
  Status: 'Статус',
  DateCreated: '09-03-2026 10:15:35',
  DateScan: '19:42 10.03.2026',
  TrackingUpdateDate: '2026-03-10 20:22:47',
  CitySender: 'Київ',
  CityRecipient: 'Ізюм',
  WarehouseRecipient: 'Відділення №2: пров. Східний, 2',
  ...more,
})

const documents = (...data: readonly unknown[]) => ({
  success: true,
  data,
  errors: [],
  errorCodes: [],
})

describeCarrier({
  carrier: novaPoshta,
  recorded: {
    folder: 'nova_poshta',
    ends: {
      two_documents_awaiting: [
        { number: ONE, scans: 1, milestone: 'label_created', from: null, to: null },
        { number: '2045076543', scans: 1, milestone: 'label_created', from: null, to: null },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { api_key: 'the-api-key' },
    parcels: [
      { number: ONE, since: 0, courier: null },
      { number: OTHER, since: 0, courier: null },
    ],
    request: {
      method: 'POST',
      path: '/v2.0/json/',
      body: JSON.stringify({
        apiKey: 'the-api-key',
        modelName: 'TrackingDocument',
        calledMethod: 'getStatusDocuments',
        methodProperties: {
          Documents: [
            { DocumentNumber: ONE, Phone: '' },
            { DocumentNumber: OTHER, Phone: '' },
          ],
        },
      }),
    },
    answer: documents(document('5'), document('7', { Number: OTHER })),
    changed: documents({ Id: ONE, State: '5' }, { Id: OTHER, State: '7' }),
  },
})

const read = (body: unknown) =>
  novaPoshta.read({ contentType: 'application/json', body: JSON.stringify(body) })
const reportOf = (one: object) => read(documents(one)).reports[0]
const scanOf = (one: object) => reportOf(one)?.scans[0]

describe('a status of Nova Poshta', () => {
  it.each([
    ['1', 'label_created', null, 'Київ'],
    ['2', 'cancelled', null, null],
    ['41', 'in_transit', null, 'Київ'],
    ['5', 'in_transit', null, null],
    ['8', 'ready_for_pickup', null, 'Ізюм'],
    ['101', 'out_for_delivery', null, 'Ізюм'],
    ['102', 'returning_to_sender', 'refused', 'Ізюм'],
    ['106', 'delivered', null, 'Ізюм'],
    ['111', 'attempt_failed', 'recipient_absent', 'Ізюм'],
    ['112', null, 'rescheduled', null],
    ['777', null, null, null],
  ])('%s is %s, %s, in %s', (code, milestone, reason, city) => {
    expect(scanOf(document(code))).toMatchObject({ milestone, reason, city, code })
  })

  it('of a document that goes back to the shop is delivered there', () => {
    const back = document('9', { OwnerDocumentType: 'CargoReturn' })
    expect(scanOf(back)?.milestone).toBe('returned_to_sender')
  })

  it.each([
    [document('5'), '2026-03-10T20:22:47'],
    [document('5', { TrackingUpdateDate: '' }), '2026-03-10T19:42:00'],
    [document('1'), '2026-03-09T10:15:35'],
    [document('9', { RecipientDateTime: '11.03.2026 09:00:01' }), '2026-03-11T09:00:01'],
    [document('7', { TrackingUpdateDate: '0001-01-01 00:00:00', DateScan: '' }), null],
  ])('%# begins at %s', (one, local) => {
    expect(scanOf(one)).toMatchObject({ at: null, local, zone: local && 'Europe/Kyiv' })
  })
})

describe('a document of Nova Poshta', () => {
  it('that waits says where, until when, and what is to be paid', () => {
    const waiting = document('7', {
      DatePayedKeeping: '2026-03-17 00:00:00',
      AfterpaymentOnGoodsCost: '1250.50',
      AmountToPay: 80,
    })
    expect(reportOf(waiting)).toMatchObject({
      pickup: { name: 'Відділення №2: пров. Східний, 2', until: '2026-03-17T00:00:00' },
      payment_due: { amount: '1250.50', currency: 'UAH' },
    })
    expect(reportOf(document('5', { AmountToPay: '0' }))).toMatchObject({
      pickup: null,
      payment_due: null,
    })
  })

  it('has a day to expect until it was fetched, and who fetched it', () => {
    const more = { ScheduledDeliveryDate: '12-03-2026 15:00:00', RecipientFullName: 'Іван Франко' }
    expect(reportOf(document('6', more))?.estimate).toEqual({
      from: '2026-03-12',
      to: '2026-03-12',
    })
    expect(reportOf(document('9', more))).toMatchObject({
      estimate: null,
      handover: { to: 'unknown', signed_by: 'Іван Франко' },
    })
  })

  it('that goes on under another number names it', () => {
    const sentBack = {
      LastCreatedOnTheBasisDocumentType: 'CargoReturn',
      LastCreatedOnTheBasisNumber: OTHER,
    }
    expect(reportOf(document('102', sentBack))?.legs).toEqual([
      { carrier: 'nova-poshta', tracking_number: OTHER },
    ])
    const money = { ...sentBack, LastCreatedOnTheBasisDocumentType: 'Money' }
    expect(reportOf(document('9', money))?.legs).toBeNull()
  })

  it.each([
    { Number: ONE, StatusCode: '3', Status: 'Номер не знайдено' },
    { Number: ONE, StatusCode: '80', Status: '', Edit: true },
  ])('that nobody knows is not found: %j', (one) => {
    expect(read(documents(document('5', { Number: OTHER }), one))).toMatchObject({
      reports: [{ tracking_number: OTHER }],
      problems: [{ code: 'not_found', tracking_number: ONE }],
    })
  })

  it('that cannot be read is a problem of its own', () => {
    const { problems, reports } = read(documents(document('5'), { Number: OTHER }))
    expect(reports).toHaveLength(1)
    expect(problems).toMatchObject([{ code: 'bad_answer', tracking_number: OTHER }])
  })
})

describe('an error of Nova Poshta', () => {
  const refused = (error: string, code?: string) => ({
    success: false,
    data: [],
    errors: [error],
    errorCodes: code ? [code] : [],
  })

  it.each([
    [refused('API key expired', '20000200068'), 'unauthorized'],
    [refused('API key is not specified'), 'unauthorized'],
    [refused('To many requests'), 'throttled'],
    [refused('Document number is not correct', '20000200158'), 'invalid_number'],
    [refused('Document not found', '20000300415'), 'not_found'],
    [refused('Service is unavailable'), 'down'],
    [refused('Something new', '1'), 'bad_answer'],
  ])('%j is %s', (body, code) => {
    expect(read(body).problems).toMatchObject([{ code, tracking_number: null }])
  })
})
