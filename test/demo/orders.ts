/** The demo's orders: every state and condition a page can show, as what a shop would send. */

export interface DemoOrder {
  /** End of the order's number, and what it shows */
  readonly name: string
  readonly order?: Readonly<Record<string, unknown>>
  readonly shipments?: readonly DemoShipment[]
  readonly milestones?: Readonly<Record<string, true>>
  /** How the situation must begin that the page has come to before the demo is ready */
  readonly situation: string
}

export interface DemoShipment {
  /** Steps of a sandbox story: worker/carriers/README.md has the grammar */
  readonly story: string
  /** Seconds a step takes; the story has been told up to now but for `ahead` steps */
  readonly step?: number
  readonly ahead?: number
  /** Seconds until the next step, where half a step would not do */
  readonly next?: number
  readonly more?: Readonly<Record<string, unknown>>
}

const HOUR = 3600

const parcel = (story: string, step = 6 * HOUR, ahead = 0): DemoShipment => ({ story, step, ahead })

const CASH = { status: 'cash_on_delivery', amount: '62.50' }

export const ORDERS: readonly DemoOrder[] = [
  { name: 'PLACED', situation: 'placed' },
  { name: 'CONFIRMED', milestones: { confirmed: true }, situation: 'confirmed' },
  { name: 'PACKED', milestones: { confirmed: true, packed: true }, situation: 'packed' },
  {
    name: 'TRANSFER',
    order: { payment: { status: 'due', amount: '62.50' } },
    situation: 'payment_awaited',
  },
  { name: 'CANCELLED', milestones: { cancelled: true }, situation: 'cancelled' },
  { name: 'UNKNOWN', shipments: [parcel('~I', 86_400, 1)], situation: 'number_unknown' },
  {
    name: 'UNTRACKED',
    shipments: [{ story: '', more: { carrier: 'royal_mail', tracking_number: 'AB123456785GB' } }],
    situation: 'untracked_carrier',
  },
  { name: 'LABEL', shipments: [parcel('I')], situation: 'label_only' },
  { name: 'ACCEPTED', shipments: [parcel('IA')], situation: 'accepted' },
  { name: 'TRANSIT', shipments: [parcel('IATTO', 9 * HOUR, 1)], situation: 'in_transit' },
  { name: 'CUSTOMS', shipments: [parcel('IATC')], situation: 'customs_hold' },
  { name: 'DUTIES', shipments: [parcel('IATC[customs_duties]')], situation: 'duties_due' },
  {
    name: 'DOCUMENTS',
    shipments: [parcel('IATC[customs_documents]')],
    situation: 'customs_documents',
  },
  { name: 'WEATHER', shipments: [parcel('IATX[weather]')], situation: 'delayed' },
  {
    name: 'ADDRESS',
    shipments: [parcel('IATX[address_incomplete]')],
    situation: 'address_incomplete',
  },
  {
    name: 'TODAY',
    order: { payment: CASH },
    shipments: [parcel('IATO', 3 * HOUR)],
    situation: 'out_for_delivery',
  },
  { name: 'ROLLED', shipments: [parcel('IATOT')], situation: 'rolled_over' },
  { name: 'ATTEMPT', shipments: [parcel('IATOF')], situation: 'attempt_failed_next' },
  {
    name: 'CLOSED',
    shipments: [parcel('IATOF[business_closed]')],
    situation: 'closed_or_no_access',
  },
  { name: 'REFUSED', shipments: [parcel('IATOF[refused]')], situation: 'refused' },
  { name: 'PICKUP', shipments: [parcel('IATP')], situation: 'pickup_ready' },
  { name: 'DELIVERED', shipments: [parcel('IATTOD')], situation: 'delivered' },
  { name: 'DAMAGED', shipments: [parcel('IATX[damaged]')], situation: 'damaged' },
  { name: 'LOST', shipments: [parcel('IATX[lost]')], situation: 'lost' },
  { name: 'RETURNING', shipments: [parcel('IATOFR')], situation: 'returning_to_sender' },
  { name: 'RETURNED', shipments: [parcel('IATOFRB')], situation: 'returned_to_sender' },
  {
    // Seen once, then the carrier is down: a page that says what was known last.
    name: 'CARRIER-DOWN',
    shipments: [{ ...parcel('IAT?', 12 * HOUR, 1), next: 10 }],
    situation: 'in_transit',
  },
  {
    name: 'GIFT',
    order: { gift: { message: 'For you' }, recipient: { name: 'Sam Rivera', contacts: [] } },
    shipments: [parcel('IAT')],
    situation: 'in_transit',
  },
  {
    name: 'RETURN',
    shipments: [
      parcel('IATOD', 3 * HOUR),
      { ...parcel('IAT', 2 * HOUR), more: { direction: 'return', id: 'back' } },
    ],
    situation: 'delivered',
  },
  {
    name: 'THREE-PARCELS',
    shipments: [
      { ...parcel('IATTOD', 5 * HOUR), more: { id: 'first', lines: [{ line: '1', quantity: 1 }] } },
      { ...parcel('IATO', 4 * HOUR), more: { id: 'second', lines: [{ line: '2', quantity: 2 }] } },
      { ...parcel('IATX[weather]'), more: { id: 'third', lines: [{ line: '3', quantity: 1 }] } },
    ],
    situation: 'delayed',
  },
  {
    name: 'LIVE',
    shipments: [{ story: 'IATTCTO~D', step: 20, ahead: 8 }],
    // It plays on while it is waited for.
    situation: '',
  },
]
