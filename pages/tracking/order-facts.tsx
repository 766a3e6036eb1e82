import { Facts } from '../components/facts.tsx'
import { Ltr, When } from '../components/text.tsx'
import { atStart, rangeWords, read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { TrackingView } from './view.ts'

function Day({ s, text }: { s: Speech; text: string }) {
  const reading = read(text, s.zone)
  return reading && <When s={s} reading={{ ...reading, kind: 'day' }} start />
}

function Payment({ s, payment }: { s: Speech; payment: NonNullable<TrackingView['payment']> }) {
  const { status, amount, currency } = payment
  return (
    <>
      {s.words.order[status]}
      {amount && (
        <>
          {' · '}
          <bdi>{s.format.money(amount, currency)}</bdi>
        </>
      )}
    </>
  )
}

function Destination({ destination }: { destination: NonNullable<TrackingView['destination']> }) {
  const lines = [destination.name, ...destination.lines].filter(Boolean)
  return (
    <address>
      {lines.map((line, index) => (
        <>
          {index > 0 && <br />}
          <bdi>{line}</bdi>
        </>
      ))}
    </address>
  )
}

/** The order itself: number, days, payment, where it goes, and what the shop has to say. */
export function OrderFacts({ s, view }: { s: Speech; view: TrackingView }) {
  const words = s.words.order
  const { destination, payment } = view
  const promised = view.promised && rangeWords(s, view.promised)
  const before = view.shipments.length === 0
  const day = (text: string | null) => text !== null && <Day s={s} text={text} />
  const shownTo = destination && (destination.name || destination.lines.length > 0)
  return (
    <section class="card stack" aria-labelledby="order">
      <h2 id="order">{words.details}</h2>
      <Facts
        facts={[
          [words.number_label, <Ltr>{view.number}</Ltr>],
          [words.placed, day(view.placed_at)],
          [words.confirmed, before && day(view.confirmed_at)],
          [words.packed, before && day(view.packed_at)],
          [words.cancelled, day(view.cancelled_at)],
          [words.promised, promised && atStart(s, promised)],
          [words.payment, payment && <Payment s={s} payment={payment} />],
          [words.destination, shownTo && <Destination destination={destination} />],
        ]}
      />
      {view.notes.length > 0 && (
        <div>
          <h3>{fill(words.notes, { brand: view.brand.name })}</h3>
          {view.notes.map((note) => (
            <p dir="auto">{note}</p>
          ))}
        </div>
      )}
      <button type="button" class="quiet" data-share={view.brand.name} hidden>
        {s.words.page.share}
      </button>
      {view.scope === 'link' && !view.grant_expired && <p class="soft">{words.details_hidden}</p>}
    </section>
  )
}
