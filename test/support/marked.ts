/** An order and its carrier's reports in which everything that is not everybody's business is marked. */
import type { Report, Scan } from '../../schema/report.ts'
import { NO_FACTS } from '../../schema/report.ts'
import type { Milestone, Reason } from '../../schema/vocabulary.ts'
import { DAY, HOUR, toInstant } from '../../worker/lib/clock.ts'

/** When marked orders live: later than any real day, so that no alarm of theirs rings in a test. */
export const NOW = Date.parse('2031-05-14T09:00:00Z')
export const TODAY = '2031-05-14'

export const NUMBER = '1ZMARKEDPARCEL9876'

/** What only a grant shows: to buyers and recipients alike. */
export const GRANTED = {
  recipient_name: 'Markedrecipient',
  city: 'Markedcity',
  postcode: 'MK7 1AB',
  public_note: 'Markedpublicnote',
  article: 'Markedarticle',
  article_image: 'https://img.example/markedimage.jpg',
  article_url: 'https://shop.example/markedproduct',
  carrier_words: 'Markedwordsofthecarrier',
  tracking_number: NUMBER,
} as const

/** What only the buyer's grant shows. */
export const BUYERS = { payment: '8881.42' } as const

/** What no page shows to anybody. */
export const NOBODYS = {
  email: 'markedmail@example.com',
  phone: '+4915799900011',
  recipient_phone: '+4915788800022',
  recipient_email: 'markedothermail@example.com',
  street: 'Markedstreet',
  house: '471147',
  internal_note: 'Markedinternalnote',
  gift_message: 'Markedgiftmessage',
  sku: 'MARKEDSKU',
  category: 'markedcategory',
  tag: 'markedtag',
  total: '7771.31',
  location: 'Markedlocation',
  service: 'Markedservice',
} as const

/** Shown under a grant while a parcel is at the milestone they belong to. */
export const AT_MILESTONE = {
  pickup_name: 'Markedpickupname',
  pickup_address: 'Markedpickupaddress',
  pickup_hours: 'Markedpickuphours',
  pickup_code: 'MARKEDCODE77',
  signed_by: 'Markedsigner',
  photo: 'https://img.example/markedphoto.jpg',
  payment_due: '9991.53',
  payment_url: 'https://pay.example/markedduty',
} as const

export const MARKED: Readonly<Record<string, string>> = {
  buyer_name: 'Markedbuyer',
  ...GRANTED,
  ...BUYERS,
  ...NOBODYS,
  ...AT_MILESTONE,
}

/** The order as a shop sends it. */
export const markedOrder = (number: string, more: Readonly<Record<string, unknown>> = {}) => ({
  number,
  placed_at: toInstant(NOW - 2 * DAY),
  currency: 'EUR',
  totals: { total: MARKED.total, items: MARKED.total },
  payment: { status: 'cash_on_delivery', amount: BUYERS.payment },
  buyer: {
    name: MARKED.buyer_name,
    contacts: [
      { channel: 'email', address: NOBODYS.email, consent: true },
      { channel: 'sms', address: NOBODYS.phone, consent: true },
    ],
  },
  recipient: {
    name: GRANTED.recipient_name,
    contacts: [
      { channel: 'sms', address: NOBODYS.recipient_phone, consent: false },
      { channel: 'email', address: NOBODYS.recipient_email, consent: false },
    ],
  },
  delivery: {
    method: 'home',
    time_zone: 'Europe/Berlin',
    address: {
      lines: [`${NOBODYS.street} ${NOBODYS.house}`],
      city: GRANTED.city,
      postcode: GRANTED.postcode,
      country: 'GB',
    },
  },
  notes: [
    { text: GRANTED.public_note, public: true },
    { text: NOBODYS.internal_note, public: false },
  ],
  lines: [
    {
      id: 'l1',
      sku: NOBODYS.sku,
      title: { en: GRANTED.article },
      image: GRANTED.article_image,
      url: GRANTED.article_url,
      quantity: 1,
      category: NOBODYS.category,
      tags: [NOBODYS.tag],
    },
  ],
  shipments: [{ carrier: 'ups', tracking_number: NUMBER, service: NOBODYS.service }],
  ...more,
})

export const markedGift = (number: string, more: Readonly<Record<string, unknown>> = {}) =>
  markedOrder(number, {
    gift: { show_articles: true, message: NOBODYS.gift_message },
    ...more,
  })

/** One scan some hours ago, in a city everybody may know. */
export const markedScan = (
  milestone: Milestone | null,
  hoursAgo: number,
  reason: Reason | null = null,
): Scan => ({
  at: toInstant(NOW - hoursAgo * HOUR),
  local: null,
  zone: null,
  code: `${milestone}${reason}`,
  text: MARKED.carrier_words ?? null,
  location: NOBODYS.location,
  city: 'Scancity',
  milestone,
  reason,
})

/** All a carrier can say of a parcel at a milestone. */
export const markedReport = (
  milestone: Milestone,
  reason: Reason | null = null,
  more: Partial<Report> = {},
): Report => ({
  ...NO_FACTS,
  tracking_number: NUMBER,
  whole: true,
  scans: [markedScan(milestone, 1, reason), markedScan('accepted', 20)],
  estimate: { from: TODAY, to: TODAY },
  window: { from: `${TODAY}T12:00:00`, to: `${TODAY}T18:00:00`, zone: 'Europe/Berlin' },
  next_attempt: '2031-05-15',
  pickup: {
    name: AT_MILESTONE.pickup_name,
    address: AT_MILESTONE.pickup_address,
    hours: AT_MILESTONE.pickup_hours,
    until: '2031-05-20',
    code: AT_MILESTONE.pickup_code,
  },
  handover: {
    to: 'neighbour',
    at: null,
    signed_by: AT_MILESTONE.signed_by,
    photo: AT_MILESTONE.photo,
  },
  payment_due: { amount: AT_MILESTONE.payment_due, currency: 'EUR', url: AT_MILESTONE.payment_url },
  ...more,
})

/** The names of the marks a text holds, however it writes them: case, blanks and separators do not count. */
export function marksIn(
  text: string,
  marks: Readonly<Record<string, string>> = MARKED,
): readonly string[] {
  const bare = plain(text)
  return Object.keys(marks).filter((name) => bare.includes(plain(marks[name] ?? '')))
}

const ARABIC_ZERO = 0x660
const plain = (text: string): string =>
  decodeURIComponent(text.replace(/%(?![0-9a-f]{2})/gi, '%25'))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - ARABIC_ZERO))
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
