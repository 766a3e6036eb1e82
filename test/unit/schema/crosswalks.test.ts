import { describe, expect, it } from 'vitest'
import { aftership } from '../../../schema/crosswalks/aftership.ts'
import { clickpost, NON_DELIVERIES } from '../../../schema/crosswalks/clickpost.ts'
import type { Crosswalk, Translation } from '../../../schema/crosswalks/crosswalk.ts'
import { wordFor } from '../../../schema/crosswalks/crosswalk.ts'
import { DETAILS, easypost } from '../../../schema/crosswalks/easypost.ts'
import { seventeentrack } from '../../../schema/crosswalks/seventeentrack.ts'
import { ship24 } from '../../../schema/crosswalks/ship24.ts'
import { shipengine } from '../../../schema/crosswalks/shipengine.ts'
import { shippo } from '../../../schema/crosswalks/shippo.ts'
import { trackingmore } from '../../../schema/crosswalks/trackingmore.ts'
import type { Milestone, Reason } from '../../../schema/vocabulary.ts'
import { MILESTONES, REASON_NAMES } from '../../../schema/vocabulary.ts'
import { codeTable } from '../../../worker/carriers/code-table.ts'
import { unknownTo } from '../../support/status-maps.ts'

interface System {
  readonly name: string
  readonly walk: Crosswalk
  /** Words beside the statuses */
  readonly beside?: readonly Translation[]
  /** Milestones this system has no word for, and what its word for them means when it comes back */
  readonly coarse: Readonly<Partial<Record<Milestone, Milestone | null>>>
  /** Every word its documentation lists */
  readonly documented: string
}

const RETURNED = { returned_to_sender: 'returning_to_sender' } as const

const SYSTEMS: readonly System[] = [
  {
    name: 'AfterShip',
    walk: aftership,
    coarse: {},
    documented: `Pending InfoReceived InTransit OutForDelivery AttemptFail Delivered
      AvailableForPickup Exception Expired Pending_001 InfoReceived_001 InTransit_001 InTransit_002
      InTransit_003 InTransit_004 InTransit_005 InTransit_006 InTransit_007 InTransit_008
      InTransit_009 OutForDelivery_001 OutForDelivery_003 OutForDelivery_004
      AvailableForPickup_001 AttemptFail_001 AttemptFail_002 AttemptFail_003 Delivered_001
      Delivered_002 Delivered_003 Delivered_004 Delivered_005 Exception_001 Exception_002
      Exception_003 Exception_004 Exception_005 Exception_006 Exception_007 Exception_008
      Exception_009 Exception_010 Exception_011 Exception_012 Exception_013 Exception_016
      Exception_017 Exception_018 Exception_019 Exception_020 Exception_021 Expired_001`,
  },
  {
    name: '17TRACK',
    walk: seventeentrack,
    coarse: {},
    documented: `NotFound InfoReceived InTransit Expired AvailableForPickup OutForDelivery
      DeliveryFailure Delivered Exception NotFound_Other NotFound_InvalidCode InTransit_PickedUp
      InTransit_Other InTransit_Departure InTransit_Arrival InTransit_CustomsProcessing
      InTransit_CustomsReleased InTransit_CustomsRequiringInformation Expired_Other
      AvailableForPickup_Other OutForDelivery_Other DeliveryFailure_Other DeliveryFailure_NoBody
      DeliveryFailure_Security DeliveryFailure_Rejected DeliveryFailure_InvalidAddress
      Delivered_Other Exception_Other Exception_Returning Exception_Returned Exception_NoBody
      Exception_Security Exception_Damage Exception_Rejected Exception_Delayed Exception_Lost
      Exception_Destroyed Exception_Cancel PickedUp Departure Arrival Returning Returned`,
  },
  {
    name: 'EasyPost',
    walk: easypost,
    beside: DETAILS,
    coarse: {
      accepted: 'in_transit',
      attempt_failed: 'in_transit',
      returned_to_sender: 'returning_to_sender',
      ended: null,
    },
    documented: `unknown pre_transit in_transit out_for_delivery delivered available_for_pickup
      return_to_sender failure cancelled error address_correction arrived_at_destination
      arrived_at_facility arrived_at_pickup_location awaiting_information damaged delayed
      delivery_exception departed_facility departed_origin_facility expired held label_created lost
      missorted received_at_destination_facility received_at_origin_facility refused return
      status_update transferred_to_destination_carrier transit_exception weather_delay`,
  },
  {
    name: 'Shippo',
    walk: shippo,
    coarse: { ...RETURNED, cancelled: null },
    documented: `UNKNOWN PRE_TRANSIT TRANSIT DELIVERED RETURNED FAILURE information_received
      address_issue contact_carrier delayed delivery_attempted delivery_rescheduled
      delivery_scheduled location_inaccessible notice_left out_for_delivery package_accepted
      package_arrived package_damaged package_departed package_forwarded package_held
      package_processed package_processing pickup_available reschedule_delivery delivered
      return_to_sender package_unclaimed package_undeliverable package_disposed package_lost other`,
  },
  {
    name: 'Ship24',
    walk: ship24,
    coarse: RETURNED,
    documented: `pending info_received in_transit out_for_delivery available_for_pickup delivered
      failed_attempt exception data_order_created data_order_cancelled data_delivery_proposed
      data_delivery_decided transit_handover transit_origin_country_departure destination_arrival
      customs_received customs_exception customs_rejected customs_cleared
      delivery_available_for_pickup delivery_out_for_delivery delivery_attempted delivery_exception
      delivery_refused delivery_delivered exception_return exception_lost exception_discarded`,
  },
  {
    name: 'ShipEngine',
    walk: shipengine,
    coarse: RETURNED,
    documented: 'UN AC IT DE EX AT NY SP',
  },
  {
    name: 'TrackingMore',
    walk: trackingmore,
    coarse: { ...RETURNED, accepted: 'in_transit', ended: null },
    documented: `pending notfound inforeceived transit pickup undelivered delivered exception
      expired inforeceived001 notfound001 notfound002 transit001 transit002 transit003 transit004
      transit005 transit006 transit007 pickup001 pickup002 pickup003 delivered001 delivered002
      delivered003 delivered004 undelivered001 undelivered002 undelivered003 undelivered004
      exception004 exception005 exception006 exception007 exception008 exception009 exception010
      exception011 expired001`,
  },
  {
    name: 'ClickPost',
    walk: clickpost,
    coarse: { ready_for_pickup: 'in_transit' },
    documented: `1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20 21 23 25 26 27 28 101 1004 1005
      1006 OrderPlaced AwbRegistered PickupPending OutForPickup PickupFailed PickedUp OriginCityIn
      OriginCityOut InTransit DestinationHubIn OutForDelivery FailedDelivery ShipmentDelayed
      ShipmentHeld ContactCustomerCare Delivered Cancelled NotServiceable Lost Damaged
      NoStatusExist`,
  },
]

describe.each(SYSTEMS)('the words of $name', ({ walk, beside = [], coarse, documented }) => {
  const statuses = codeTable(walk.theirs)
  const details = codeTable(beside)
  const meaning = (word: string) => details.get(word) ?? statuses.get(word)

  it('are all translated, each once', () => {
    expect(documented.split(/\s+/).filter((word) => !meaning(word))).toEqual([])
  })

  it('say each of our milestones, and mean it when they come back', () => {
    for (const milestone of MILESTONES) {
      const back = statuses.get(wordFor(walk, milestone, null))?.milestone
      expect([milestone, back]).toEqual([
        milestone,
        milestone in coarse ? coarse[milestone] : milestone,
      ])
    }
  })

  it('say the reasons they have words for, and mean them when they come back', () => {
    const said = Object.entries(walk.reasons) as [Reason, string][]
    for (const [reason, word] of said)
      expect([reason, meaning(word)?.reason]).toEqual([reason, reason])
  })

  it('leave no reason unsaid that they have a word for', () => {
    const theirs = new Set([...statuses.values(), ...details.values()].map(({ reason }) => reason))
    const unsaid = REASON_NAMES.filter((reason) => theirs.has(reason) && !walk.reasons[reason])
    expect(unsaid).toEqual([])
  })

  it('fall back to the milestone where they have none for the reason', () => {
    const silent = REASON_NAMES.find((reason) => !walk.reasons[reason]) ?? null
    expect(wordFor(walk, 'delivered', silent)).toBe(walk.milestones.delivered)
  })
})

describe('cross-walks', () => {
  it('know every word of the connectors’ maps', () => {
    const knows = (walk: Crosswalk) => (word: string) => codeTable(walk.theirs).has(word)
    expect(unknownTo('easypost', knows(easypost))).toEqual([])
    expect(unknownTo('shipengine', knows(shipengine))).toEqual([])
  })

  it('translate all twelve of ClickPost’s reasons for a failed attempt', () => {
    const reasons = codeTable(NON_DELIVERIES)
    expect(Array.from({ length: 12 }, (_, code) => reasons.has(String(code)))).not.toContain(false)
  })
})
