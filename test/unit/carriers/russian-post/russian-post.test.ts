import { describe, expect, it } from 'vitest'
import { russianPost } from '../../../../worker/carriers/russian-post/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const NUMBER = 'RA644000001RU'
const LATER = '2026-03-11T12:00:00.000+03:00'

const operation = (type: number, attribute: number, more: { at?: string; payment?: string } = {}) =>
  `<ns3:historyRecord><ns3:AddressParameters><ns3:OperationAddress><ns3:Index>644008</ns3:Index><ns3:Description>Омск 8</ns3:Description></ns3:OperationAddress><ns3:CountryOper><ns3:Id>643</ns3:Id><ns3:Code2A>RU</ns3:Code2A></ns3:CountryOper></ns3:AddressParameters><ns3:FinanceParameters><ns3:Payment>${more.payment ?? 0}</ns3:Payment></ns3:FinanceParameters><ns3:ItemParameters><ns3:Barcode>${NUMBER}</ns3:Barcode></ns3:ItemParameters><ns3:OperationParameters><ns3:OperType><ns3:Id>${type}</ns3:Id><ns3:Name>Операция</ns3:Name></ns3:OperType><ns3:OperAttr><ns3:Id>${attribute}</ns3:Id><ns3:Name>Атрибут</ns3:Name></ns3:OperAttr><ns3:OperDate>${more.at ?? '2026-03-10T10:01:00.000+03:00'}</ns3:OperDate></ns3:OperationParameters></ns3:historyRecord>`

const history = (...operations: readonly string[]) =>
  `<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope"><S:Body><ns7:getOperationHistoryResponse xmlns:ns3="http://russianpost.org/operationhistory/data" xmlns:ns7="http://russianpost.org/operationhistory"><ns3:OperationHistoryData>${operations.join('')}</ns3:OperationHistoryData></ns7:getOperationHistoryResponse></S:Body></S:Envelope>`

const fault = (kind: string, words: string) =>
  `<S:Envelope xmlns:S="http://www.w3.org/2003/05/soap-envelope"><S:Body><S:Fault><S:Code><S:Value>S:Receiver</S:Value></S:Code><S:Reason><S:Text xml:lang="en">Fault</S:Text></S:Reason><S:Detail><ns3:${kind} xmlns:ns3="http://russianpost.org/operationhistory/data">${words}</ns3:${kind}></S:Detail></S:Fault></S:Body></S:Envelope>`

const batch = (inner: string) =>
  `<S:Envelope xmlns:S="http://schemas.xmlsoap.org/soap/envelope/"><S:Body><ns2:answerByTicketResponse xmlns:ns2="http://fclient.russianpost.org/postserver" xmlns:ns3="http://fclient.russianpost.org">${inner}</ns2:answerByTicketResponse></S:Body></S:Envelope>`

describeCarrier({
  carrier: russianPost,
  recorded: {
    folder: 'russian_post',
    ends: {
      operation_history_5_records: [
        {
          number: NUMBER,
          scans: 5,
          milestone: 'ready_for_pickup',
          from: '2015-03-23T10:01:00+03:00',
          to: '2015-08-28T03:00:00+03:00',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { login: 'the-login', password: 'a&b<password>' },
    parcels: [{ number: NUMBER, since: 0, courier: null }],
    request: {
      method: 'POST',
      path: '/rtm34',
      headers: expect.objectContaining({ 'content-type': 'application/soap+xml; charset=utf-8' }),
      body: expect.stringMatching(
        /<data:Barcode>RA644000001RU<.*>the-login<.*>a&amp;b&lt;password&gt;</,
      ),
    },
    contentType: 'application/soap+xml',
    answer: history(operation(1, 1)),
    changed: history(operation(1, 1)).replaceAll('historyRecord', 'entry'),
  },
})

const read = (body: string) => russianPost.read({ contentType: 'application/soap+xml', body })
const reportOf = (body: string) => read(body).reports[0]

describe('an operation of Russian Post', () => {
  it.each([
    [1, 4, 'accepted', null],
    [2, 6, 'delivered', null],
    [2, 7, 'returned_to_sender', null],
    [3, 4, 'returning_to_sender', 'refused'],
    [3, 99, 'returning_to_sender', null],
    [4, 3, 'in_transit', 'missorted'],
    [5, 1, 'ended', 'lost'],
    [8, 9, 'ready_for_pickup', null],
    [8, 18, 'out_for_delivery', null],
    [8, 28, null, null],
    [8, 1000, 'in_transit', null],
    [12, 1, 'attempt_failed', 'recipient_absent'],
    [12, 24, 'attempt_failed', 'prohibited'],
    [42, 16, 'attempt_failed', 'recipient_moved'],
    [14, 6, 'in_transit', 'customs_duties'],
    [31, 21, 'in_transit', null],
    [28, 0, 'label_created', null],
    [999, 1, null, null],
  ])('%i/%i is %s, %s', (type, attribute, milestone, reason) => {
    expect(reportOf(history(operation(type, attribute)))?.scans[0]).toMatchObject({
      code: `${type}/${attribute}`,
      milestone,
      reason,
    })
  })

  it('has its words, its place and its town', () => {
    expect(reportOf(history(operation(8, 2)))?.scans[0]).toMatchObject({
      at: '2026-03-10T10:01:00+03:00',
      text: 'Операция: Атрибут',
      location: 'Омск 8, 644008, RU',
      city: 'Омск',
    })
  })
})

describe('an item of Russian Post', () => {
  it('that waits says at which office, and what is to be paid', () => {
    const waiting = history(operation(1, 1, { payment: '250050' }), operation(8, 2, { at: LATER }))
    expect(reportOf(waiting)).toMatchObject({
      pickup: { name: 'Омск 8, 644008' },
      payment_due: { amount: '2500.50', currency: 'RUB' },
    })
  })

  it('that was handed over says into whose hands', () => {
    const delivered = operation(21, 3, { at: LATER, payment: '100' })
    expect(reportOf(history(operation(8, 2), delivered))).toMatchObject({
      pickup: null,
      payment_due: null,
      handover: { to: 'reception', at: '2026-03-11T12:00:00+03:00' },
    })
  })

  it('without an operation is not there yet', () => {
    expect(read(history())).toMatchObject({ reports: [], problems: [{ code: 'not_found' }] })
  })
})

describe('an answer of the batch access', () => {
  it('has items with the clock of the place, and errors of items', () => {
    const body = batch(
      `<value FileName="" FileTypeID="2"><ns3:Item Barcode="45008378901234"><ns3:Operation OperTypeID="1" OperCtgID="1" OperName="Прием" DateOper="08.09.2015 17:07:00" IndexOper="450083"/></ns3:Item><ns3:Item Barcode="${NUMBER}"><ns3:Error ErrorTypeID="12" ErrorName="Сообщение не найдено"/></ns3:Item></value>`,
    )
    expect(read(body)).toMatchObject({
      reports: [
        {
          tracking_number: '45008378901234',
          scans: [{ at: null, local: '2015-09-08T17:07:00', code: '1/1', location: '450083' }],
        },
      ],
      problems: [{ code: 'not_found', carrier_code: '12', tracking_number: NUMBER }],
    })
  })

  it.each([
    ['3', 'Ошибка авторизации', 'unauthorized'],
    ['3', 'Ошибка авторизации: Превышен лимит количества запросов', 'throttled'],
    ['6', 'Ответ не готов', 'down'],
    ['99', 'Нечто новое', 'bad_answer'],
  ])('error %s (%s) is %s', (id, name, code) => {
    const body = batch(`<error ErrorTypeID="${id}" ErrorName="${name}"/>`)
    expect(read(body).problems).toMatchObject([{ code, carrier_code: id }])
  })
})

describe('a fault of Russian Post', () => {
  it.each([
    ['AuthorizationFaultReason', 'Ошибка авторизации', 'unauthorized'],
    ['AuthorizationFaultReason', 'Превышен лимит количества запросов', 'throttled'],
    ['OperationHistoryFaultReason', 'The format of the request data is invalid', 'invalid_number'],
    [
      'OperationHistoryFaultReason',
      'Формат данных запроса не соответствует установленному в регламенте обмена',
      'invalid_number',
    ],
    ['OperationHistoryFaultReason', 'Внутренняя ошибка', 'down'],
    ['LanguageFaultReason', 'Язык не поддерживается', 'bad_answer'],
  ])('%s (%s) is %s', (kind, words, code) => {
    expect(read(fault(kind, words)).problems).toMatchObject([
      { code, carrier_code: kind.replace('Reason', ''), message: `Fault: ${words}` },
    ])
  })

  it('in the form of SOAP 1.1 is understood', () => {
    const body =
      '<Envelope><Body><Fault><faultcode>S:Server</faultcode><faultstring>Internal error</faultstring></Fault></Body></Envelope>'
    expect(read(body).problems).toMatchObject([{ code: 'down', carrier_code: 'Server' }])
  })
})
