/**
 * The words Whereabouts speaks, as const lists: columns, validators and types derive from them.
 * No import but types, so that pages may use it too. Order in a list is meaning only where it says so.
 */

/** Where a shipment is. The order is the rank by which a fold moves forward. */
export const MILESTONES = [
  'pending',
  'label_created',
  'accepted',
  'in_transit',
  'out_for_delivery',
  'attempt_failed',
  'ready_for_pickup',
  'delivered',
  'returning_to_sender',
  'returned_to_sender',
  'cancelled',
  'ended',
] as const
export type Milestone = (typeof MILESTONES)[number]

/** Where an order is before any of its parcels is: what only the shop knows. */
export const ORDER_MILESTONES = ['placed', 'confirmed', 'packed'] as const
export type OrderMilestone = (typeof ORDER_MILESTONES)[number]

/** Everything an order's headline can be. */
export const STATES = [...ORDER_MILESTONES, ...MILESTONES] as const
export type State = (typeof STATES)[number]

/** After these nothing more is expected of a parcel. */
export const TERMINAL_MILESTONES = [
  'delivered',
  'returned_to_sender',
  'cancelled',
  'ended',
] as const satisfies readonly Milestone[]

/** Whether it goes well; the order is the order of gravity. */
export const CONDITIONS = ['on_track', 'delayed', 'action_needed', 'problem'] as const
export type Condition = (typeof CONDITIONS)[number]

/** Who is responsible for a reason. */
export const PARTIES = ['carrier', 'merchant', 'recipient', 'customs', 'weather', 'other'] as const
export type Party = (typeof PARTIES)[number]

/** What somebody is asked to do about a reason. */
export const ACTIONS = [
  'none',
  'wait',
  'be_there',
  'correct_address',
  'pay',
  'show_id',
  'send_documents',
  'collect',
  'arrange_delivery',
  'contact_shop',
  'contact_carrier',
  'replace_or_refund',
] as const
export type Action = (typeof ACTIONS)[number]

interface ReasonFacts {
  readonly party: Party
  readonly condition: Exclude<Condition, 'on_track'>
  readonly action: Action
  readonly actor: Party
}

const reason = (
  party: Party,
  condition: ReasonFacts['condition'],
  action: Action,
  actor: Party,
): ReasonFacts => ({ party, condition, action, actor })

/** Why it does not go well: who is responsible, how grave it is, what is to be done and by whom. */
export const REASONS = {
  address_incomplete: reason('recipient', 'action_needed', 'correct_address', 'recipient'),
  address_wrong: reason('recipient', 'action_needed', 'correct_address', 'recipient'),
  recipient_absent: reason('recipient', 'action_needed', 'be_there', 'recipient'),
  recipient_unreachable: reason('recipient', 'action_needed', 'contact_carrier', 'recipient'),
  recipient_moved: reason('recipient', 'action_needed', 'correct_address', 'recipient'),
  refused: reason('recipient', 'problem', 'contact_shop', 'recipient'),
  business_closed: reason('recipient', 'delayed', 'wait', 'carrier'),
  access_denied: reason('recipient', 'action_needed', 'contact_carrier', 'recipient'),
  safe_place_unavailable: reason('recipient', 'action_needed', 'arrange_delivery', 'recipient'),
  signature_required: reason('recipient', 'action_needed', 'be_there', 'recipient'),
  id_required: reason('recipient', 'action_needed', 'show_id', 'recipient'),
  payment_due: reason('recipient', 'action_needed', 'pay', 'recipient'),
  appointment_needed: reason('recipient', 'action_needed', 'arrange_delivery', 'recipient'),
  rescheduled: reason('recipient', 'delayed', 'wait', 'carrier'),
  held: reason('other', 'delayed', 'wait', 'carrier'),
  unclaimed: reason('recipient', 'problem', 'contact_shop', 'recipient'),
  forwarded: reason('recipient', 'delayed', 'wait', 'carrier'),
  customs_hold: reason('customs', 'delayed', 'wait', 'customs'),
  customs_documents: reason('customs', 'action_needed', 'send_documents', 'recipient'),
  customs_duties: reason('customs', 'action_needed', 'pay', 'recipient'),
  customs_rejected: reason('customs', 'problem', 'contact_shop', 'merchant'),
  prohibited: reason('merchant', 'problem', 'replace_or_refund', 'merchant'),
  weather: reason('weather', 'delayed', 'wait', 'carrier'),
  disaster: reason('weather', 'delayed', 'wait', 'carrier'),
  transport_delay: reason('carrier', 'delayed', 'wait', 'carrier'),
  capacity: reason('carrier', 'delayed', 'wait', 'carrier'),
  missorted: reason('carrier', 'delayed', 'wait', 'carrier'),
  vehicle: reason('carrier', 'delayed', 'wait', 'carrier'),
  strike: reason('other', 'delayed', 'wait', 'carrier'),
  holiday: reason('other', 'delayed', 'wait', 'carrier'),
  security: reason('other', 'delayed', 'wait', 'carrier'),
  out_of_area: reason('carrier', 'delayed', 'wait', 'carrier'),
  label_unreadable: reason('merchant', 'delayed', 'wait', 'carrier'),
  data_missing: reason('merchant', 'delayed', 'wait', 'merchant'),
  not_ready: reason('merchant', 'delayed', 'wait', 'merchant'),
  oversized: reason('merchant', 'problem', 'contact_shop', 'merchant'),
  damaged: reason('carrier', 'problem', 'replace_or_refund', 'merchant'),
  lost: reason('carrier', 'problem', 'replace_or_refund', 'merchant'),
  investigation: reason('carrier', 'problem', 'wait', 'carrier'),
  disposed: reason('carrier', 'problem', 'replace_or_refund', 'merchant'),
  seized: reason('customs', 'problem', 'contact_shop', 'merchant'),
  sender_request: reason('merchant', 'delayed', 'contact_shop', 'merchant'),
  carrier_exception: reason('carrier', 'delayed', 'wait', 'carrier'),
} as const satisfies Record<string, ReasonFacts>
export type Reason = keyof typeof REASONS

/** Object.keys loses the key type; here it is known. */
export const REASON_NAMES = Object.keys(REASONS) as [Reason, ...Reason[]]

export const CARRIERS = [
  'sandbox',
  'ups',
  'delhivery',
  'canadapost',
  'laposte',
  'postnl',
  'bpost',
  'fedex',
  'dhl',
  'royalmail',
  'usps',
  'easypost',
  'mydhl',
  'inpost',
  'shippo',
  '17track',
  'amazon-shipping',
  'sendle',
  'australiapost',
  'dhl-parcel-de',
  'aftership',
  'correios',
  'purolator',
  'cdek',
  'thailand-post',
  'ship24',
  'smsa',
  'landmark',
  'hermes',
  'trackingmore',
  'sf-express',
  'gls',
  'russian-post',
  'aramex',
  'shipengine',
  'dpd',
  'nova-poshta',
  'clickpost',
  'bring',
  'blue-dart',
  'dtdc',
  'ninja-van',
  't-cat',
  'ekart',
  'xpressbees',
  'naqel',
  'imile',
  'flash',
  'jt-express',
] as const
export type CarrierId = (typeof CARRIERS)[number]

/** Carriers without an interface one could build for: known by name, reached over aggregators alone. */
export const REACHED = [
  'spl',
  'emirates-post',
  'kex',
  '7-eleven',
  'familymart',
  'chunghwa-post',
] as const
export type ReachedId = (typeof REACHED)[number]

/** In place of a carrier: the shop named none, and nobody who was asked knew the number yet. */
export const NO_CARRIER = ''

/** Where an order was placed. */
export const CHANNELS = ['web', 'app', 'marketplace', 'store', 'phone', 'b2b', 'other'] as const
export type Channel = (typeof CHANNELS)[number]

/** Ways to reach a person, each with its own consent. */
export const CONTACT_CHANNELS = ['email', 'sms', 'whatsapp', 'web_push'] as const
export type ContactChannel = (typeof CONTACT_CHANNELS)[number]

export const DELIVERY_METHODS = ['home', 'pickup_point', 'store', 'digital'] as const
export type DeliveryMethod = (typeof DELIVERY_METHODS)[number]

export const LINE_KINDS = [
  'physical',
  'digital',
  'pre_order',
  'back_order',
  'subscription',
] as const
export type LineKind = (typeof LINE_KINDS)[number]

export const DIRECTIONS = ['outbound', 'return', 'replacement', 'exchange'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Into whose hands or what place a parcel was given. */
export const HANDOVERS = [
  'recipient',
  'household',
  'neighbour',
  'reception',
  'safe_place',
  'mailbox',
  'locker',
  'pickup_point',
  'post_office',
  'agent',
  'sender',
  'unknown',
] as const
export type Handover = (typeof HANDOVERS)[number]

/** How much a link lets its bearer see: progress alone, or what the buyer or a gift's recipient may. */
export const SCOPES = ['link', 'recipient', 'buyer'] as const
export type Scope = (typeof SCOPES)[number]

/** Languages the pages speak. */
export const LOCALES = ['en', 'ar'] as const
export type Locale = (typeof LOCALES)[number]

/**
 * What the page says about it all. One list for page, gallery, tests and API;
 * the sentences are in `pages/locales`, the choice in `worker/order/situation.ts`.
 */
export const SITUATIONS = [
  'placed',
  'payment_awaited',
  'confirmed',
  'preorder',
  'backorder',
  'packed',
  'digital_ready',
  'cancelled',
  'label_only',
  'number_unknown',
  'untracked_carrier',
  'accepted',
  'in_transit',
  'delayed',
  'customs_hold',
  'customs_documents',
  'duties_due',
  'address_incomplete',
  'needs_appointment',
  'recipient_asked',
  'out_for_delivery',
  'rolled_over',
  'attempt_failed_next',
  'attempt_failed',
  'refused',
  'closed_or_no_access',
  'pickup_ready',
  'unclaimed',
  'delivered',
  'delivered_hand',
  'delivered_elsewhere',
  'part_delivered',
  'damaged',
  'trace_open',
  'lost',
  'held_back',
  'seized_or_destroyed',
  'returning_to_sender',
  'returned_to_sender',
  'return_on_its_way',
  'return_received',
] as const
export type Situation = (typeof SITUATIONS)[number]
