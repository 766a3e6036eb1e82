/**
 * InPost's names of statuses, in lower case.
 *
 * Source of every row but those marked APP: ShipX' list of statuses (GET /v1/statuses) with its
 * descriptions in Polish. They decide: `avizo` and `returned_to_sender` are "on the way back to
 * the sender", a reminder "to an address" is "did not find the recipient, next attempt on the next
 * working day", and a stored parcel may be fetched where it is stored until it is taken on. For a locker
 * `out_for_delivery` is the van that brings it there. `missing` and `other` have no description. APP:
 * names of the shopper's app alone, from open-source readers of it.
 */
import { codeTable } from '../code-table.ts'

export const STATUSES = codeTable([
  ['label_created', null, 'created offers_prepared offer_selected confirmed'],
  // Left in a locker or handed in at a point; taken by a courier.
  ['accepted', null, 'dispatched_by_sender dispatched_by_sender_to_pok'],
  ['accepted', null, 'collected_from_sender taken_by_courier taken_by_courier_from_pok'],
  ['in_transit', null, 'adopted_at_source_branch sent_from_source_branch adopted_at_target_branch'],
  ['in_transit', null, 'adopted_at_sorting_center sent_from_sorting_center'],
  // Too long in a temporary store: it goes on to the locker that was chosen.
  ['in_transit', null, 'stack_parcel_pickup_time_expired unstack_from_customer_service_point'],
  [
    'in_transit',
    null,
    'stack_parcel_in_box_machine_pickup_time_expired unstack_from_box_machine canceled_redirect_to_box',
  ],
  ['in_transit', 'forwarded', 'redirect_to_box readdressed'],
  // APP
  [
    'in_transit',
    'forwarded',
    'permanently_redirected_to_box_machine permanently_redirected_to_customer_service_point',
  ],
  ['out_for_delivery', null, 'out_for_delivery out_for_delivery_to_address'],
  ['ready_for_pickup', null, 'ready_to_pickup ready_to_pickup_from_branch pickup_reminder_sent'],
  ['ready_for_pickup', null, 'ready_to_pickup_from_pok ready_to_pickup_from_pok_registered'],
  ['ready_for_pickup', null, 'stack_in_customer_service_point stack_in_box_machine'],
  ['ready_for_pickup', null, 'courier_avizo_in_customer_service_point'],
  // APP
  ['ready_for_pickup', null, 'ready_for_collection'],
  ['delivered', null, 'delivered return_pickup_confirmation_to_sender'],
  // APP
  ['delivered', null, 'collected_by_customer'],
  ['attempt_failed', 'recipient_absent', 'pickup_reminder_sent_address'],
  ['attempt_failed', 'refused', 'rejected_by_receiver'],
  ['attempt_failed', 'address_wrong', 'undelivered_wrong_address'],
  ['attempt_failed', 'address_incomplete', 'undelivered_incomplete_address'],
  ['attempt_failed', 'recipient_unreachable', 'undelivered_unknown_receiver'],
  ['attempt_failed', 'recipient_moved', 'undelivered_not_live_address'],
  ['attempt_failed', 'payment_due', 'undelivered_cod_cash_receiver'],
  ['attempt_failed', 'access_denied', 'undelivered_no_mailbox'],
  // To the store of what cannot be delivered.
  ['attempt_failed', null, 'undelivered'],
  ['returning_to_sender', null, 'returned_to_sender'],
  ['returning_to_sender', 'recipient_absent', 'avizo'],
  ['returning_to_sender', 'access_denied', 'undelivered_lack_of_access_letterbox'],
  ['returning_to_sender', 'unclaimed', 'taken_by_courier_from_customer_service_point'],
  // It will go back, but may still be fetched.
  [null, 'unclaimed', 'pickup_time_expired'],
  [null, 'oversized', 'oversized'],
  [null, 'transport_delay', 'delay_in_delivery'],
  [null, 'investigation', 'claimed'],
  [null, 'lost', 'missing'],
  ['cancelled', null, 'canceled cancelled'],
  [null, null, 'other'],
])
