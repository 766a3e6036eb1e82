import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import { ActionCall } from './action.tsx'
import { Articles } from './articles.tsx'
import { Freshness } from './freshness.tsx'
import { headlineOf } from './headline.ts'
import { ParcelFacts } from './parcel-facts.tsx'
import { PickupPoint } from './pickup.tsx'
import { Pill } from './pill.tsx'
import { Progress } from './progress.tsx'
import { Timeline } from './timeline.tsx'
import type { ShipmentView, TrackingView } from './view.ts'

export interface ParcelProps {
  readonly s: Speech
  readonly view: TrackingView
  readonly it: ShipmentView
  readonly nth: number
}

const isHeadline = ({ view, it }: ParcelProps): boolean => view.headline_shipment === it.key

/** "Parcel 2 of 3", among those that go the same way; "Return" where it is the only one. */
function positionOf({ s, view, it }: ParcelProps): string {
  const direction = s.words.directions[it.direction]
  const same = view.shipments.filter((other) => other.direction === it.direction)
  if (same.length === 1) return direction
  const n = s.format.number(same.indexOf(it) + 1)
  return fill(s.words.shipment.nth, { direction, n, total: s.format.number(same.length) })
}

/** One of several parcels says its own headline, and what to do unless the page has just said it. */
function OwnHeadline(props: ParcelProps) {
  const { s, view, it, nth } = props
  const { title, lead } = headlineOf(s, view, it.situation, it)
  return (
    <>
      <header>
        <h2 id={`p${nth}`}>
          <small class="eyebrow">
            {positionOf(props)} <Pill s={s} condition={it.condition} />
          </small>{' '}
          {it.milestone === 'cancelled' ? s.words.milestones.cancelled : title}
        </h2>
        {!isHeadline(props) && <p class="soft">{lead}</p>}
      </header>
      {!isHeadline(props) && <ActionCall s={s} view={view} shipment={it} />}
    </>
  )
}

function Journey(props: ParcelProps & { level: 'h2' | 'h3' }) {
  const { s, it, nth, level: Heading } = props
  if (it.scans.length === 0) return null
  const timeline = <Timeline s={s} it={it} id={`t${nth}`} />
  if (Heading === 'h2') {
    return (
      <div>
        <h2>{s.words.timeline.title}</h2>
        {timeline}
      </div>
    )
  }
  return (
    <details id={`j${nth}`} open={isHeadline(props)}>
      <summary>
        <h3>{s.words.timeline.title}</h3>
      </summary>
      {timeline}
    </details>
  )
}

/** One parcel: progress, freshness, what to know, what is inside, its journey. */
export function Parcel(props: ParcelProps) {
  const { s, view, it, nth } = props
  const several = view.shipments.length > 1
  const level = several ? 'h3' : 'h2'
  const Heading = level
  const { says } = headlineOf(s, view, it.situation, it)
  return (
    <section
      class="card"
      aria-labelledby={several ? `p${nth}` : undefined}
      aria-label={several ? undefined : s.words.directions[it.direction]}
    >
      <div class="parcel">
        {several && <OwnHeadline {...props} />}
        {it.pickup && <PickupPoint s={s} pickup={it.pickup} level={level} />}
        {it.situation !== 'untracked_carrier' && (
          <Progress s={s} state={it.milestone} shipment={it} />
        )}
        <Freshness s={s} it={it} />
        <ParcelFacts s={s} it={it} says={says} />
        {it.articles && it.articles.length > 0 && (
          <div>
            <Heading>{s.words.order.articles}</Heading>
            <Articles s={s} articles={it.articles} />
          </div>
        )}
        <Journey {...props} level={level} />
      </div>
    </section>
  )
}
