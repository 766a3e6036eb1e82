import { describe, expect, it } from 'vitest'
import {
  COMBINATIONS,
  EVENTS,
  EXPLAINED,
  PLAIN,
  REASONS,
} from '../../../../worker/carriers/dhl-parcel-de/codes.ts'
import { dhlParcelDe } from '../../../../worker/carriers/dhl-parcel-de/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { shared } from '../../../support/shared.ts'
import { unknownTo } from '../../../support/status-maps.ts'

interface Said {
  readonly at?: string
  readonly ice?: string
  readonly ric?: string
  readonly tt?: string
  readonly country?: string
  readonly back?: boolean
}

const event = ({ at = '10.03.2026 08:36', ice, ric, tt, country = '', back = false }: Said) =>
  `<data name="piece-event" event-timestamp="${at}" event-status="Words" event-location="Bonn"
     event-country="${country}" ${ice ? `ice="${ice}"` : ''} ${ric ? `ric="${ric}"` : ''}
     standard-event-code="${tt ?? ''}" ruecksendung="${back}"/>`

const parcel = (number: string, ...events: readonly string[]) =>
  `<data name="piece-shipment" error-status="0" piece-code="${number}" searched-piece-code="${number}">
     <data name="piece-event-list">${events.join('')}</data>
   </data>`

const list = (...parcels: readonly string[]) =>
  `<?xml version="1.0" encoding="UTF-8"?>
   <data name="piece-shipment-list" code="0" request-id="1">${parcels.join('')}</data>`

const NUMBERS = ['00340434161094015902', '00340434161094042557'] as const
const ANSWER = list(
  ...NUMBERS.map((number) =>
    parcel(
      number,
      event({ ice: 'SHRCU', ric: 'PCKST' }),
      event({ ice: 'SRTED', ric: 'NRQRD', tt: 'PO' }),
    ),
  ),
)

const QUERY =
  '<?xml version="1.0" encoding="UTF-8" standalone="no"?><data appname="zt12345" password="geh&amp;eim" request="d-get-piece-detail" language-code="en" piece-code="00340434161094015902;00340434161094042557"/>'

describeCarrier({
  carrier: dhlParcelDe,
  recorded: [
    {
      folder: 'dhl_parcel_de',
      ends: {
        'karrio.tracking': [
          {
            number: '00340434161094015902',
            scans: 7,
            milestone: 'delivered',
            from: '2016-03-17T11:44:00',
            to: '2016-03-18T10:02:00',
          },
        ],
      },
      errors: { 'karrio.tracking_error': ['not_found', '100'] },
    },
    {
      folder: 'dpdhl',
      ends: {
        'karrio.tracking__2022-08-06': [
          {
            number: '26633445',
            scans: 2,
            milestone: 'delivered',
            from: '2012-03-14T00:00:00',
            to: '2012-03-16T15:29:00',
          },
        ],
        'karrio.tracking__2025-05-30': [
          {
            number: '00340434161094042557',
            scans: 7,
            milestone: 'delivered',
            from: '2016-03-17T11:21:00',
            to: '2016-03-18T10:02:00',
          },
        ],
      },
      errors: {
        'karrio.error__2025-05-30': ['unauthorized', '5'],
        'karrio.multiple_error__2025-05-30': ['bad_answer', null],
      },
    },
  ],
  asking: {
    credentials: {
      api_key: 'paket-key',
      api_secret: 'paket-secret',
      appname: 'zt12345',
      password: 'geh&eim',
    },
    parcels: NUMBERS.map((number) => ({ number, since: 0, courier: null })),
    request: {
      method: 'GET',
      path: `/parcel/de/tracking/v0/shipments?xml=${encodeURIComponent(QUERY)}`,
      headers: expect.objectContaining({
        authorization: `Basic ${btoa('paket-key:paket-secret')}`,
        'dhl-api-key': 'paket-key',
      }),
    },
    answer: ANSWER,
    changed: ANSWER.replaceAll('name=', 'kind='),
    contentType: 'application/xml',
  },
})

const read = (body: string) => dhlParcelDe.read({ contentType: 'application/xml', body })
const reportOf = (...events: readonly Said[]) =>
  read(list(parcel('1', ...events.map(event)))).reports[0]
const scanOf = (said: Said) => reportOf(said)?.scans[0]

describe('codes of DHL Paket', () => {
  it('the connector’s codes are known, but for those of another interface', () => {
    const others = ['delivered', 'transit', 'failure', 'unknown']
    const knows = (code: string) => EVENTS.has(code.toUpperCase())
    expect(unknownTo('dhl_parcel_de', knows)).toEqual(others)
    expect(unknownTo('dpdhl', knows)).toEqual([])
  })

  const rows = shared.has
    ? (
        shared.json('carriers/status_maps/vendor/dhl_parcel_de_ice_ric.json') as {
          rows: { ice_event_code: string; ice_ric_code: string; ttpro_event_code: string }[]
        }
      ).rows
    : []

  it.skipIf(!shared.has)(
    'every event of DHL’s list is known, and every reason that explains one',
    () => {
      expect(rows.length).toBeGreaterThan(300)
      const unknown = rows.filter(
        ({ ice_event_code: ice, ice_ric_code: ric, ttpro_event_code: tt }) => {
          if (!EVENTS.has(ice)) return true
          const said = COMBINATIONS.has(`${ice}/${ric}/${tt}`) || COMBINATIONS.has(`${ice}/${ric}`)
          return !said && EXPLAINED.has(ice) && !REASONS.has(ric) && !PLAIN.has(ric)
        },
      )
      expect(unknown).toEqual([])
    },
  )

  it.skipIf(!shared.has)('every combination is one of DHL’s list', () => {
    const listed = new Set(
      rows.flatMap(({ ice_event_code: ice, ice_ric_code: ric, ttpro_event_code: tt }) => [
        `${ice}/${ric}`,
        `${ice}/${ric}/${tt}`,
      ]),
    )
    expect([...COMBINATIONS.keys()].filter((key) => !listed.has(key))).toEqual([])
  })

  it.each([
    ['SRTED', 'NRQRD', 'PO', 'out_for_delivery', null],
    ['SRTED', 'NRQRD', 'NB', 'in_transit', null],
    ['LDTMV', 'MVMTV', 'AA', 'in_transit', null],
    ['LDTMV', 'MVMTV', 'PO', 'out_for_delivery', null],
    ['HLDCC', 'SERPT', 'ZF', 'ready_for_pickup', null],
    ['HNDDE', 'SERPT', 'PO', 'in_transit', null],
    ['HNDDE', 'SERPT', 'ZF', 'ready_for_pickup', null],
    ['NTDEL', 'NHOME', 'ZN', 'attempt_failed', 'recipient_absent'],
    ['NTDEL', 'OTHRE', 'ZN', 'attempt_failed', null],
    ['RETRN', 'NTCCN', 'ZN', 'returning_to_sender', 'unclaimed'],
    ['OFWRD', 'RTSCR', 'AA', 'returning_to_sender', null],
    ['DLVRF', 'NTORD', 'ZN', 'attempt_failed', 'refused'],
    ['DLVRF', 'OTHER', 'ZN', 'attempt_failed', 'refused'],
    ['EXPHD', 'LOSTX', 'BV', null, 'lost'],
    ['RCCLS', 'LOSTX', 'ZN', 'ended', 'lost'],
    // Money, not the parcel.
    ['DLVRD', 'CODRP', 'ZU', null, null],
    // An event that no list has is what its standard event says.
    ['NEWXX', 'NRQRD', 'ZU', 'delivered', null],
    [undefined, undefined, 'VA', 'label_created', null],
  ])('%s %s %s', (ice, ric, tt, milestone, reason) => {
    const said = { ...(ice ? { ice } : {}), ...(ric ? { ric } : {}), tt }
    expect(scanOf(said)).toMatchObject({ code: tt, milestone, reason })
  })
})

describe('parcels of DHL Paket', () => {
  it.each([
    ['', 'Europe/Berlin'],
    ['Deutschland', 'Europe/Berlin'],
    ['Österreich', 'Europe/Vienna'],
    ['United States', null],
    ['Atlantis', null],
  ])('a clock in “%s” is %s', (country, zone) => {
    const scan = scanOf({ ice: 'SRTED', country })
    expect(scan).toMatchObject({ at: null, local: '2026-03-10T08:36:00', zone, city: 'Bonn' })
  })

  it('a return that is delivered is back', () => {
    expect(scanOf({ ice: 'DLVRD', ric: 'ACCPT', tt: 'ZU', back: true })?.milestone).toBe(
      'returned_to_sender',
    )
  })

  it('an event that the driver deleted is withdrawn', () => {
    const report = reportOf(
      { ice: 'SRTED', ric: 'NRQRD', tt: 'PO' },
      { ice: 'DLVRD', ric: 'NGHBR', tt: 'ZU', at: '10.03.2026 10:00' },
      { ice: 'STORN', ric: 'NRQRD', tt: 'DD', at: '10.03.2026 10:05' },
    )
    expect(report?.scans.map(({ withdrawn }) => withdrawn ?? false)).toEqual([false, true, false])
    expect(report?.handover).toBeNull()
  })

  it('whose hands', () => {
    const delivered = { ice: 'DLVRD', tt: 'ZU' }
    expect(reportOf({ ...delivered, ric: 'NGHBR' })?.handover?.to).toBe('neighbour')
    expect(reportOf({ ...delivered, ric: 'OTHER' })?.handover?.to).toBe('unknown')
  })

  it('the last status is read where there is no history', () => {
    const body = list(
      '<data name="piece-shipment" piece-code="1" status="Zugestellt" status-timestamp="18.03.2016 10:02" ice="DLVRD" ric="OTHER" standard-event-code="ZU"/>',
    )
    expect(read(body).reports[0]?.scans).toMatchObject([
      { local: '2016-03-18T10:02:00', milestone: 'delivered', text: 'Zugestellt' },
    ])
  })

  it('the public query’s answer is read as well', () => {
    const body = `<data request-id="1"><data name="piece-status-public-list" code="0">
      <data name="piece-status-public" searched-piece-code="1" piece-status="0" preferred-delivery-day="12.03.2026">
        ${event({ ice: 'PARCV', tt: 'VA' })}</data></data></data>`
    expect(read(body).reports).toMatchObject([
      {
        tracking_number: '1',
        estimate: { from: '2026-03-12', to: '2026-03-12' },
        scans: [{ milestone: 'label_created' }],
      },
    ])
  })

  it('one number of several that is not found is its own problem', () => {
    const missing =
      '<data name="piece-shipment" searched-piece-code="2" piece-status="100" piece-status-desc="No data found"/>'
    const { reports, problems } = read(list(parcel('1', event({ ice: 'SRTED' })), missing))
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['1'])
    expect(problems).toMatchObject([
      { code: 'not_found', carrier_code: '100', tracking_number: '2' },
    ])
  })
})
