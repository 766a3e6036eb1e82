/**
 * Amazon Shipping's event codes, its statuses and its detail codes, which share their names.
 *
 * Sources: [V2] the enumerations `EventCode`, `Status` and `DetailCodes` of the Shipping API's model
 * (version 2); [V1] the samples of version 1; [K] an open-source connector's map alone. That map has
 * "picked up" as pending: it is what it says.
 */
import type { Handover } from '../../../schema/vocabulary.ts'
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  // [V2] [V1] but for the last two, [K].
  ['label_created', null, 'ReadyForReceive PreTransit LabelCreated Manifested'],
  ['accepted', null, 'PickupDone PickedUp'],
  [
    'in_transit',
    null,
    'Departed ArrivedAtCarrierFacility InTransit ArrivedAtLocalFacility Received',
  ],
  ['in_transit', null, 'DepartedCarrierFacility ArrivedAtDeliveryStation'],
  ['out_for_delivery', null, 'OutForDelivery'],
  ['ready_for_pickup', null, 'AvailableForPickup AwaitingCustomerPickup'],
  ['delivered', null, 'Delivered'],
  ['attempt_failed', null, 'DeliveryAttempted Undeliverable OtpNotAvailable'],
  [
    'attempt_failed',
    'refused',
    'Rejected RejectedByRecipientWithVerification CancelledByRecipient',
  ],
  ['attempt_failed', 'refused', 'IncorrectItems NotRequired'],
  ['attempt_failed', 'business_closed', 'BusinessClosed'],
  ['attempt_failed', 'recipient_absent', 'CustomerUnavailable'],
  ['attempt_failed', 'recipient_unreachable', 'UnableToContactRecipient'],
  ['attempt_failed', 'access_denied', 'UnableToAccess'],
  ['attempt_failed', 'address_wrong', 'AddressNotFound'],
  ['attempt_failed', 'payment_due', 'PaymentNotReady'],
  ['returning_to_sender', null, 'ReturnInitiated'],
  ['cancelled', null, 'PickupCancelled'],
  ['ended', 'lost', 'Lost'],
  [null, 'damaged', 'Damaged'],
  [null, 'prohibited', 'HazmatShipment'],
  [null, 'transport_delay', 'Delayed'],
  [null, 'weather', 'WeatherDelay'],
  [null, 'held', 'OnHold'],
])

/** Details of a delivery: into whose hands or what place. [V2] */
export const PLACES: Readonly<Record<string, Handover>> = {
  DeliveredToBehindWheelieBin: 'safe_place',
  DeliveredToPorch: 'safe_place',
  DeliveredToGarage: 'safe_place',
  DeliveredToGarden: 'safe_place',
  DeliveredToGreenhouse: 'safe_place',
  DeliveredToRearDoor: 'safe_place',
  DeliveredToShed: 'safe_place',
  DeliveredToMailSlot: 'mailbox',
  DeliveredToMailRoom: 'reception',
  DeliveredToReceptionist: 'reception',
  DeliveredToNeighbor: 'neighbour',
  DeliveredWithOTP: 'recipient',
}
