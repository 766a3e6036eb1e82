import { describe, expect, it } from 'vitest'
import { CODES, meaningOf } from '../../../../worker/carriers/landmark/codes.ts'
import { landmark } from '../../../../worker/carriers/landmark/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const event = (code: string, words: string, time = '03/10/2026 02:05 PM') => `<Event>
<Status>${words}</Status><DateTime>${time}</DateTime><Location>Quebec City, QC, CA</Location><EventCode>${code}</EventCode></Event>`

const OUT = event('300', 'Item out for delivery')

const parcel = (events: string, own = 'LTN49100231N3', onward = '1Z999CC30345678906') =>
  `<Package><TrackingNumber>${onward}</TrackingNumber><LandmarkTrackingNumber>${own}</LandmarkTrackingNumber>
<PackageReference>ORDER-1</PackageReference><Events>${events}</Events></Package>`

const answer = (packages: string, carrier = 'Canada Post') =>
  `<?xml version="1.0"?><TrackResponse><Result><Success>true</Success>
<ShipmentDetails><EndDeliveryCarrier>${carrier}</EndDeliveryCarrier></ShipmentDetails>
<Packages>${packages}</Packages></Result></TrackResponse>`

const refused = (code: string, words: string) =>
  `<TrackResponse><Result><Success>false</Success></Result><Errors><Error><ErrorCode>${code}</ErrorCode><ErrorMessage>${words}</ErrorMessage></Error></Errors></TrackResponse>`

describeCarrier({
  carrier: landmark,
  recorded: {
    folder: 'landmark',
    ends: {
      'karrio.delivered': [
        {
          number: 'LTN49100231N3',
          scans: 5,
          milestone: 'delivered',
          from: '2025-09-25T09:10:00',
          to: '2025-09-27T14:05:00',
        },
      ],
      'karrio.delivery_failed': [
        {
          number: 'LTN49678120N4',
          scans: 5,
          milestone: 'attempt_failed',
          from: '2025-09-29T07:00:00',
          to: '2025-10-03T18:00:00',
        },
      ],
      // One of its events has no time.
      'karrio.delivery_failed__2025-10-24': [
        {
          number: 'LTN49678120N4',
          scans: 5,
          milestone: 'attempt_failed',
          from: null,
          to: '2025-10-03T18:00:00',
        },
      ],
      'karrio.early_stage_pending': [
        {
          number: 'LTN38570299N1',
          scans: 5,
          milestone: 'label_created',
          from: '2025-10-01T08:00:00',
          to: '2025-10-01T12:00:00',
        },
      ],
      'karrio.in_transit': [
        {
          number: 'LTN48392101N1',
          scans: 4,
          milestone: 'in_transit',
          from: '2025-09-28T08:12:00',
          to: '2025-10-01T17:45:00',
        },
      ],
      'karrio.out_for_delivery': [
        {
          number: 'LTN49831232N2',
          scans: 5,
          milestone: 'out_for_delivery',
          from: '2025-09-29T06:20:00',
          to: '2025-10-02T08:15:00',
        },
      ],
      'karrio.to_be_routed': [
        {
          number: 'LTN433006705N1',
          scans: 1,
          milestone: 'label_created',
          from: '2026-01-28T03:40:52',
          to: '2026-01-28T03:40:52',
        },
      ],
      'karrio.tracking': [
        {
          number: 'LTN38570269N1',
          scans: 2,
          milestone: 'in_transit',
          from: '2025-09-30T11:45:00',
          to: '2025-10-01T15:02:00',
        },
      ],
      'omniship.landmark': [
        {
          number: 'LTN17080940N1',
          scans: 14,
          milestone: 'delivered',
          from: '2014-07-01T19:48:02',
          to: '2014-07-11T16:42:00',
        },
      ],
    },
    errors: {
      'karrio.error': ['unauthorized', 'Login'],
      'omniship.landmark_not_found': ['not_found', 'Lookup'],
    },
  },
  asking: {
    credentials: { username: 'user', password: 'pass<word', client_id: '2437' },
    parcels: [{ number: 'LTN49100231N3', since: 0, courier: null }],
    contentType: 'text/xml',
    request: {
      method: 'POST',
      path: '/v2/Track.php',
      headers: expect.objectContaining({ 'content-type': 'text/xml; charset=utf-8' }),
      body: `<?xml version="1.0" encoding="utf-8"?>
<TrackRequest>
<Login><Username>user</Username><Password>pass&lt;word</Password></Login>
<Test>false</Test>
<ClientID>2437</ClientID>
<TrackingNumber>LTN49100231N3</TrackingNumber>
<RetrievalType>Historical</RetrievalType>
</TrackRequest>`,
    },
    answer: answer(parcel(OUT)),
    changed: answer(parcel(OUT)).replaceAll('Events>', 'Scans>'),
  },
})

describe('Landmark Global', () => {
  const read = (body: string) => landmark.read({ contentType: 'text/xml', body })
  const reportOf = (...given: Parameters<typeof answer>) => {
    const [report] = read(answer(...given)).reports
    if (!report) throw new Error('no report')
    return report
  }

  it('knows every code of the connectors’ map', () => {
    expect(unknownTo('landmark', (code) => CODES.has(code))).toEqual([])
  })

  it.each([
    ['50', 'Shipment Data Uploaded', 'label_created', null],
    ['90', 'Shipment held for payment', null, 'payment_due'],
    ['135', 'Customs Issue', 'in_transit', 'customs_hold'],
    ['275', 'Parcel received by local delivery courier', 'out_for_delivery', null],
    ['275', 'Parcel out for delivery', 'out_for_delivery', null],
    ['275', 'Returned to sender', 'returned_to_sender', null],
    ['410', 'Item available for pickup', 'ready_for_pickup', null],
    ['450', 'Item re-directed to new address', 'in_transit', 'forwarded'],
    ['500', 'Delivered to sender', 'returned_to_sender', null],
    ['570', 'Return Received', 'returned_to_sender', null],
    ['900', 'Delivery failed', 'attempt_failed', null],
    ['999', 'Something new', null, null],
  ])('%s %s', (code, words, milestone, reason) => {
    expect(meaningOf(code, words)).toEqual({ milestone, reason })
  })

  it('a scan is a wall clock without a zone, in both of its forms', () => {
    const times = ['03/10/2026 02:05 PM', '2026-03-10 14:05:00']
    const { scans } = reportOf(parcel(times.map((time) => event('200', 'Scanned', time)).join('')))
    for (const scan of scans) {
      expect(scan).toMatchObject({ at: null, local: '2026-03-10T14:05:00', zone: null })
      expect(scan).toMatchObject({ location: 'Quebec City, QC, CA', city: 'Quebec City' })
    }
  })

  it.each([
    [
      'Canada Post',
      '1371134583769923',
      [{ carrier: 'canadapost', tracking_number: '1371134583769923' }],
    ],
    ['Some Courier', 'XY1', [{ carrier: null, tracking_number: 'XY1' }]],
    ['Canada Post', 'LTN49100231N3', null],
  ])('the delivering carrier %s goes on under %s', (carrier, onward, legs) => {
    expect(reportOf(parcel(OUT, 'LTN49100231N3', onward), carrier).legs).toEqual(legs)
  })

  it('several packages are a report each', () => {
    const { reports } = read(answer(parcel(OUT, 'LTN1N1') + parcel('', 'LTN1N2')))
    expect(reports.map(({ tracking_number, scans }) => [tracking_number, scans.length])).toEqual([
      ['LTN1N1', 1],
      ['LTN1N2', 0],
    ])
  })

  it('what it delivered, and into which hands as far as the words say', () => {
    const delivered = event('500', 'Delivered to neighbour')
    expect(reportOf(parcel(OUT + delivered)).handover).toMatchObject({ to: 'neighbour', at: null })
    expect(reportOf(parcel(OUT)).handover).toBeNull()
  })

  it('an error keeps its words and none of its HTML; one it has not named is bad_answer', () => {
    const words = 'Could not find shipment.&lt;br&gt;&lt;a href=&quot;x&quot;&gt;Track&lt;/a&gt;'
    expect(read(refused('Lookup', words)).problems).toEqual([
      {
        code: 'not_found',
        carrier_code: 'Lookup',
        message: 'Could not find shipment.',
        tracking_number: null,
      },
    ])
    expect(read(refused('New', 'Something')).problems).toMatchObject([{ code: 'bad_answer' }])
  })
})
