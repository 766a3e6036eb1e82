/** The tracking page: one whole answer in one response. */
import type { Assets } from '../assets/brand.ts'
import { renderDocument } from '../components/document.tsx'
import { Support } from '../components/support.tsx'
import { Ltr, Sentence } from '../components/text.tsx'
import type { Speech } from '../locales/speech.ts'
import { fill, speak } from '../locales/speech.ts'
import { ActionCall } from './action.tsx'
import { Articles } from './articles.tsx'
import { Banners } from './banners.tsx'
import type { Headline } from './headline.ts'
import { headlineOf } from './headline.ts'
import { OrderFacts } from './order-facts.tsx'
import { Parcel } from './parcel.tsx'
import { Pill } from './pill.tsx'
import { Progress, progressOf } from './progress.tsx'
import type { ShipmentView, TrackingView } from './view.ts'

interface Props {
  readonly s: Speech
  readonly view: TrackingView
  readonly headline: Headline
  readonly first: ShipmentView | null
}

function Hero({ s, view, headline, first }: Props) {
  const count = view.shipments.filter(({ direction }) => direction !== 'return').length
  const number = <Ltr>{view.number}</Ltr>
  const parcels = s.format.choose(s.words.order.parcels, count)
  return (
    <div class="hero">
      <div class="eyebrow">
        <span>
          <Sentence text={s.words.order.number} values={{ number }} />
          {count > 1 && ` · ${fill(parcels, { n: s.format.number(count) })}`}
        </span>
        <Pill s={s} condition={view.condition} />
      </div>
      <h1>{headline.title}</h1>
      <p class="lead">{headline.lead}</p>
      <ActionCall s={s} view={view} shipment={first} />
    </div>
  )
}

/** What has not left yet: the whole order before its first parcel, else the rest. */
function Unshipped({ s, view }: Pick<Props, 's' | 'view'>) {
  const articles = view.unshipped ?? []
  const before = view.shipments.length === 0
  const travels = before && view.situation !== 'digital_ready' && progressOf(view.state, null)
  if (articles.length === 0 && !travels) return null
  return (
    <section class="card" aria-label={before ? s.words.steps.label : s.words.order.unshipped}>
      <div class="parcel">
        {travels && <Progress s={s} state={view.state} shipment={null} />}
        {articles.length > 0 && (
          <div>
            <h2>{before ? s.words.order.ordered : s.words.order.unshipped}</h2>
            <Articles s={s} articles={articles} />
          </div>
        )}
      </div>
    </section>
  )
}

/** The parcel the headline speaks of comes first; each keeps the number it always had. */
function inOrder({ shipments, headline_shipment }: TrackingView) {
  const numbered = shipments.map((it, index) => ({ it, nth: index + 1 }))
  const leads = ({ it }: { it: ShipmentView }) => Number(it.key === headline_shipment)
  return numbered.toSorted((a, b) => leads(b) - leads(a))
}

function Content(props: Props) {
  const { s, view } = props
  return (
    <>
      <Banners s={s} view={view} />
      <Hero {...props} />
      <div class="cols">
        <div class="stack">
          {inOrder(view).map(({ it, nth }) => (
            <Parcel s={s} view={view} it={it} nth={nth} />
          ))}
          <Unshipped s={s} view={view} />
        </div>
        <div class="stack side">
          <OrderFacts s={s} view={view} />
          <Support
            s={s}
            support={view.brand.support}
            subject={fill(s.words.order.number, { number: view.number })}
          />
        </div>
      </div>
    </>
  )
}

/** The page of a view as a whole HTML document. */
export function renderTracking(view: TrackingView, assets: Assets): string {
  const s = speak(view)
  const first = view.shipments.find(({ key }) => key === view.headline_shipment) ?? null
  const headline = headlineOf(s, view, view.situation, first)
  const { brand, languages, lookup, etag } = view
  const title = fill(s.words.page.title, { headline: headline.title, brand: brand.name })
  return renderDocument(
    { s, brand, assets, languages, lookup, title, etag },
    <Content s={s} view={view} headline={headline} first={first} />,
  )
}
