import type { Action } from '../../schema/vocabulary.ts'
import type { Fact } from '../components/facts.tsx'
import { Facts } from '../components/facts.tsx'
import { Ltr, When } from '../components/text.tsx'
import { safeUrl } from '../components/url.ts'
import { aheadWords, atStart, rangeWords, read, textWords } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { ShipmentView } from './view.ts'

/** The number, copied with one press where it is whole. */
function TrackingNumber({ s, it }: { s: Speech; it: ShipmentView }) {
  const { text, whole } = it.tracking_number
  const words = s.words.shipment
  return (
    <span class="copy">
      <Ltr class="num">{text}</Ltr>
      {whole && (
        <button type="button" class="quiet" data-copy={text} data-done={words.copied} hidden>
          {words.copy}
        </button>
      )}
    </span>
  )
}

const line = (s: Speech, text: string | null): string | null => text && atStart(s, text)

/** While anything else is asked of somebody, no day of arrival holds. */
const HOLDS: ReadonlySet<Action> = new Set(['none', 'wait', 'be_there', 'show_id'])
/** What the headline may say that is a day of arrival, too */
const ARRIVALS: readonly (string | null)[] = ['estimate', 'window', 'next_attempt']

/** Dates the headline does not say already. */
function dates(s: Speech, it: ShipmentView, says: string | null): readonly Fact[] {
  const words = s.words.shipment
  const delivered = read(it.delivered?.at ?? it.delivered?.local ?? '', s.zone)
  const holds = HOLDS.has(it.action) && !it.delivered
  const next = holds && says !== 'next_attempt' ? textWords(s, it.next_attempt) : null
  const expects = holds && !next && !ARRIVALS.includes(says)
  const window = it.window && says !== 'window' ? it.window : null
  return [
    [words.expected, line(s, expects && it.estimate ? aheadWords(s, it.estimate) : null)],
    [words.window, line(s, window && rangeWords(s, window, window.zone ?? s.zone))],
    [words.next_attempt, line(s, next)],
    [words.delivered, delivered && <When s={s} reading={delivered} start />],
  ]
}

/** What there is to know of a parcel beside its journey. */
export function ParcelFacts({ s, it, says }: { s: Speech; it: ShipmentView; says: string | null }) {
  const words = s.words.shipment
  const photo = safeUrl(it.handover?.photo)
  const page = safeUrl(it.carrier_url)
  const due = it.payment_due
  const carrier = it.carrier || words.the_carrier
  return (
    <Facts
      facts={[
        ...dates(s, it, says),
        [words.signed_by, it.handover?.signed_by && <bdi>{it.handover.signed_by}</bdi>],
        [words.photo, photo && <a href={photo}>{words.photo_link}</a>],
        [words.payment_due, due && <bdi>{s.format.money(due.amount, due.currency)}</bdi>],
        [
          it.tracking_number.whole ? words.number : words.number_end,
          it.tracking_number.text && <TrackingNumber s={s} it={it} />,
        ],
        [
          words.carrier,
          page ? <a href={page}>{fill(words.carrier_page, { carrier })}</a> : it.carrier,
        ],
      ]}
    />
  )
}
