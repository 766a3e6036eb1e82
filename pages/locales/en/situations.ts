import type { Situation } from '../../../schema/vocabulary.ts'
import type { SituationWords } from '../words.ts'

/** What the page says first. `dated` replaces `headline` where a date is known. */
export const situations = {
  placed: {
    headline: 'We have your order',
    next: 'Thank you. We are checking it now and will confirm it shortly. There is nothing you need to do.',
  },
  payment_awaited: {
    headline: 'Waiting for your payment',
    next: 'As soon as it reaches us, we start on your order.',
  },
  confirmed: {
    headline: 'Your order is confirmed',
    next: 'We are getting it ready. Once it is handed to the carrier, you can follow it here.',
  },
  preorder: {
    headline: 'Your pre-order is reserved',
    dated: 'Your pre-order ships about {when}',
    next: 'It is not out yet. We send it as soon as we have it, and there is nothing you need to do.',
  },
  backorder: {
    headline: 'We are waiting for new stock',
    dated: 'Back in stock about {when}',
    next: 'Your order keeps its place, and we send it as soon as the stock arrives.',
  },
  packed: {
    headline: 'Packed and ready to go',
    next: 'The carrier collects it next. From its first scan on, you can follow it here.',
  },
  digital_ready: {
    headline: 'Your order is ready to use',
    next: 'Nothing has to travel: what you bought reaches you electronically. If it is not with you yet, tell us.',
  },
  cancelled: {
    headline: 'This order is cancelled',
    dated: 'This order was cancelled {when}',
    next: 'Nothing more will be delivered. If anything about it is unclear, we are glad to help.',
  },
  label_only: {
    headline: 'Getting ready to leave',
    next: 'The label is made, but {carrier} does not have the parcel yet. It is on its way from the first scan on, and you will see it here.',
  },
  number_unknown: {
    headline: '{carrier} has not seen it yet',
    next: 'A new number often takes a day or two to appear. We keep looking, and you will see it here.',
  },
  untracked_carrier: {
    headline: 'Sent with {carrier}',
    dated: 'Expected {when}',
    next: 'It is on its way with {carrier}. They do not tell us about each step, so none are shown here.',
  },
  accepted: {
    headline: '{carrier} has your parcel',
    dated: 'Arriving {when}',
    next: '{carrier} has taken the parcel over and it is starting its journey.',
  },
  in_transit: {
    headline: 'On its way to you',
    dated: 'Arriving {when}',
    next: 'Your parcel is travelling with {carrier}. There is nothing you need to do.',
  },
  delayed: {
    headline: 'Running late',
    dated: 'Running late: now expected {when}',
    next: 'We are sorry for the wait. We keep an eye on it, and there is nothing you need to do.',
  },
  customs_hold: {
    headline: 'Being checked by customs',
    next: 'This can take a few days. As soon as customs lets it go, it travels on. There is nothing you need to do.',
  },
  customs_documents: {
    headline: 'Customs needs documents',
    next: 'Once customs has them, your parcel can travel on.',
  },
  duties_due: {
    headline: 'Import charges are due',
    next: 'Once they are paid, your parcel can travel on.',
  },
  address_incomplete: {
    headline: 'The address needs a detail',
    next: '{carrier} cannot find the door yet. With the missing detail it can be delivered.',
  },
  needs_appointment: {
    headline: 'Choose a time for your delivery',
    next: '{carrier} delivers this parcel at an agreed time, so that someone is there.',
  },
  recipient_asked: {
    headline: 'The delivery was changed as requested',
    dated: 'Changed as requested: now {when}',
    next: '{carrier} is following the new instructions. There is nothing more you need to do.',
  },
  out_for_delivery: {
    headline: 'Out for delivery',
    dated: 'Arriving {when}',
    next: 'The driver has your parcel on board and is on the way.',
  },
  rolled_over: {
    headline: 'It did not make it to you yet',
    dated: 'Delayed: now expected {when}',
    next: 'It was out for delivery, but the driver did not get to you. We are sorry. {carrier} brings it out again.',
  },
  attempt_failed_next: {
    headline: '{carrier} will try again',
    dated: 'Next delivery attempt {when}',
    next: 'A delivery was tried, but the parcel could not be handed over.',
  },
  attempt_failed: {
    headline: 'A delivery was tried',
    next: 'The parcel could not be handed over. It is safe with {carrier}.',
  },
  refused: {
    headline: 'The parcel was not accepted',
    next: '{carrier} is keeping it or sending it back to us. If that is not what you wanted, tell us and we find a way.',
  },
  closed_or_no_access: {
    headline: 'The driver could not get in',
    dated: 'The driver could not get in: next attempt {when}',
    next: 'The parcel is safe with {carrier}, and they will try again.',
  },
  pickup_ready: {
    headline: 'Ready to collect',
    dated: 'Ready to collect, until {when}',
    next: 'Your parcel is waiting for you at a pickup point.',
  },
  unclaimed: {
    headline: 'No longer at the pickup point',
    next: 'The time to collect it has run out, so it is coming back to us. Tell us how you would like to receive it.',
  },
  delivered: {
    headline: 'Delivered',
    dated: 'Delivered {when}',
    next: 'We hope you enjoy it. If anything is missing or not right, we are here.',
  },
  delivered_hand: {
    headline: 'Delivered',
    dated: 'Delivered {when}',
    next: 'We hope you enjoy it.',
  },
  delivered_elsewhere: {
    headline: 'Delivered',
    dated: 'Delivered {when}',
    next: 'If you cannot find it, tell us: we will look into it.',
  },
  part_delivered: {
    headline: 'Part of your order has arrived',
    next: 'The rest comes separately. Each parcel is shown below.',
  },
  damaged: {
    headline: 'Your parcel was damaged',
    next: 'We are sorry. You do not need to settle anything with {carrier}: tell us and we put it right.',
  },
  trace_open: {
    headline: 'We are looking for your parcel',
    next: '{carrier} has been asked to search for it. We tell you as soon as there is an answer.',
  },
  lost: {
    headline: 'Your parcel is lost',
    next: 'We are sorry: {carrier} cannot find it. You do not need to prove anything: tell us and we put it right.',
  },
  held_back: {
    headline: 'Held back at our request',
    next: 'We asked {carrier} not to deliver it for now. If you do not know why, ask us.',
  },
  seized_or_destroyed: {
    headline: 'Your parcel cannot be delivered',
    next: 'We are sorry. Tell us and we find a solution with you.',
  },
  returning_to_sender: {
    headline: 'On its way back to us',
    next: 'It could not be delivered. Tell us how you would like to go on: you do not have to wait until it is here.',
  },
  returned_to_sender: {
    headline: 'Back with us',
    next: 'It could not be delivered. Tell us whether we should send it again or return your money.',
  },
  return_on_its_way: {
    headline: 'Your return is on its way to us',
    next: 'We check it when it arrives and then tell you what happens next.',
  },
  return_received: {
    headline: 'We have your return',
    next: 'Thank you. We are checking it now and then tell you what happens next.',
  },
} as const satisfies Record<Situation, SituationWords>
