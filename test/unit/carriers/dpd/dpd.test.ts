import { afterEach, describe, expect, it, vi } from 'vitest'
import { CODES } from '../../../../worker/carriers/dpd/codes.ts'
import { dpd } from '../../../../worker/carriers/dpd/index.ts'
import { failureOf, NOW } from '../../../support/carrier-client.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const line = (name: string, content: string) =>
  `<${name}><content>${content}</content><bold>true</bold></${name}>`

const stage = (status: string, date: string, words = status, more = '') => `<statusInfo>
  <status>${status}</status>${line('label', 'Parcel out for delivery')}
  <description>${line('content', words)}</description>
  <statusHasBeenReached>true</statusHasBeenReached>
  ${line('location', 'Mechelen (BE)')}${line('date', date)}${more}</statusInfo>`

const soap = (body: string) =>
  `<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body>${body}</soap:Body></soap:Envelope>`

const result = (...stages: readonly string[]) =>
  soap(
    `<getTrackingDataResponse xmlns="http://dpd.com/common/service/types/ParcelLifeCycleService/2.0"><trackingresult>${stages.join('')}</trackingresult></getTrackingDataResponse>`,
  )

const login = (expires: string) =>
  soap(
    `<getAuthResponse><return><delisId>KD1</delisId><authToken>dpd-token</authToken><depot>0530</depot><authTokenExpires>${expires}</authTokenExpires></return></getAuthResponse>`,
  )

const fault = (code: string, message: string) =>
  soap(
    `<soap:Fault><faultcode>soap:Server</faultcode><faultstring>Fault occured</faultstring><detail><ns:authenticationFault xmlns:ns="n"><errorCode>${code}</errorCode><errorMessage>${message}</errorMessage></ns:authenticationFault></detail></soap:Fault>`,
  )

const ANSWER = result(
  stage('BetweenDepots', '3/9/2026 7:11:26 PM'),
  stage('Courier', '3/10/2026 7:34:34 AM'),
)
const CREDENTIALS = {
  delis_id: 'KD<1>',
  password: 'dpd-password',
  country: 'be',
  environment: 'test',
}

describeCarrier({
  carrier: dpd,
  recorded: {
    folder: 'dpd',
    ends: {
      'karrio.tracking': [
        {
          number: '',
          scans: 15,
          milestone: 'attempt_failed',
          from: '2021-08-17T19:11:26',
          to: '2021-08-19T17:11:26',
        },
      ],
      'karrio.unpaired_trackingresponse__2023-03-21': [
        {
          number: '',
          scans: 2,
          milestone: 'in_transit',
          from: '2021-08-19T22:41:25',
          to: '2021-08-19T23:32:00',
        },
      ],
    },
    errors: { 'karrio.error': ['unauthorized', 'DELICOM_ERR_AUTHENTICATION'] },
  },
  asking: {
    credentials: CREDENTIALS,
    parcels: [{ number: '05308801410058', since: 0, courier: null }],
    token: {
      path: '/PublicApi/soap/services/LoginService/V2_1',
      answer: login('2026-03-11T11:00:00.06'),
    },
    request: {
      method: 'POST',
      path: '/PublicApi/soap/services/ParcelLifeCycleService/V2_0',
      headers: expect.objectContaining({
        soapaction:
          '"http://dpd.com/common/service/types/ParcelLifeCycleService/2.0/getTrackingData"',
        'content-type': 'text/xml; charset=utf-8',
      }),
      body: expect.stringMatching(
        /<delisId>KD&lt;1&gt;<\/delisId><authToken>dpd-token<\/authToken>.*<parcelLabelNumber>05308801410058</s,
      ),
    },
    answer: ANSWER,
    changed: ANSWER.replaceAll('statusInfo', 'stageInfo'),
    contentType: 'text/xml',
  },
})

const read = (body: string) => dpd.read({ contentType: 'text/xml', body })
const scansOf = (...stages: readonly string[]) => read(result(...stages)).reports[0]?.scans ?? []

describe('stages of DPD', () => {
  it('every status of the connector’s map is known', () => {
    expect(unknownTo('dpd', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['Depot', 'At parcel delivery centre.', 'in_transit', null],
    ['Depot', 'The parcel is on its way to the consignee.', 'out_for_delivery', null],
    ['AT_DELIVERY_DEPOT', 'Out for delivery', 'out_for_delivery', null],
    ['ParcelShop', 'Delivered by driver to Pickup parcelshop', 'ready_for_pickup', null],
    ['Delivered', 'Delivered to the sender.', 'returned_to_sender', null],
    ['Delivered', 'The parcel was delivered.', 'delivered', null],
    ['DeliveryFailure', 'The consignee has refused the parcel.', 'attempt_failed', 'refused'],
    ['DeliveryFailure', 'The consignee was not at home.', 'attempt_failed', 'recipient_absent'],
    ['NewStage', 'Something new', null, null],
  ])('%s, %s', (status, words, milestone, reason) => {
    expect(scansOf(stage(status, '3/10/2026 7:34:34 AM', words))[0]).toMatchObject({
      code: status,
      text: words,
      milestone,
      reason,
    })
  })

  it('a stage that is not reached is no scan, an announcement with a date is one', () => {
    const ahead = stage('DELIVERED', '3/11/2026 7:00:00 AM').replace(
      '>true</status',
      '>false</status',
    )
    const announced = stage('SHIPMENT', '3/8/2026 7:00:00 AM').replaceAll(
      'statusInfo',
      'shipmentInfo',
    )
    expect(scansOf(announced, ahead).map(({ milestone }) => milestone)).toEqual(['label_created'])
    const dateless = announced.replace(/<date>.*<\/date>/, '')
    expect(scansOf(dateless, stage('ACCEPTED', '')).map(({ code }) => code)).toEqual(['ACCEPTED'])
  })

  it.each([
    ['8/17/2021 7:11:26 PM', '2021-08-17T19:11:26'],
    ['17.08.2021, 19:11', '2021-08-17T19:11:00'],
    ['17-8-2021 19:11:26', '2021-08-17T19:11:26'],
    ['17/08/2021 19:11:26', '2021-08-17T19:11:26'],
    ['soon', null],
  ])('%s is a clock in its country', (date, local) => {
    const zone = local === null ? null : 'Europe/Brussels'
    expect(scansOf(stage('Depot', date))[0]).toMatchObject({
      at: null,
      local,
      zone,
      city: 'Mechelen',
      location: 'Mechelen, BE',
    })
  })

  it('into whose hands, as far as the words say it', () => {
    const delivered = (words: string) =>
      read(result(stage('Delivered', '3/10/2026 7:34:34 AM', words))).reports[0]?.handover?.to
    expect(delivered('Delivered to your neighbour.')).toBe('neighbour')
    expect(delivered('Delivered.')).toBe('unknown')
  })
})

describe('the token of DPD', () => {
  const access = { credentials: CREDENTIALS, token: null, origin: null, now: NOW }
  const answering = (body: string, status = 200) => {
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(new Response(body, { status }))
    return dpd.authenticate?.(access)
  }
  afterEach(() => void vi.restoreAllMocks())

  it('lives until the moment DPD says, by the clock of its servers', async () => {
    expect(await answering(login('2026-03-11T11:00:00.06'))).toEqual({
      value: 'dpd-token',
      expiresAt: Date.parse('2026-03-11T10:00:00Z'),
    })
  })

  it('lives half a day where DPD says nothing', async () => {
    expect(await answering(login(''))).toMatchObject({ expiresAt: NOW + 12 * 3_600_000 })
  })

  it('is refused as unauthorized, though with status 500', async () => {
    const refused = await failureOf(
      answering(
        fault('DELICOM_ERR_AUTHENTICATION', 'Authentication failure, check delisId.'),
        500,
      ) ?? Promise.resolve(),
    )
    expect(refused.problem).toMatchObject({
      code: 'unauthorized',
      carrier_code: 'DELICOM_ERR_AUTHENTICATION',
    })
  })
})

describe('faults of DPD', () => {
  it.each([
    ['LOGIN_8', 'The token is expired: authToken', 'unauthorized'],
    ['COMMON_1', 'The parcel could not be found', 'not_found'],
    ['COMMON_2', 'The value is invalid', 'invalid_number'],
    ['COMMON_3', 'The maximum number of calls is reached', 'throttled'],
    ['COMMON_4', 'Something new', 'bad_answer'],
  ])('%s, %s', (code, message, meaning) => {
    expect(read(fault(code, message)).problems).toMatchObject([
      { code: meaning, carrier_code: code },
    ])
  })
})
