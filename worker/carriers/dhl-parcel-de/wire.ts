/**
 * What the tracking service sends: elements called `data`, told apart by their attribute `name`, in
 * lists within lists. The business query nests a list of events in the parcel, the public one the
 * events themselves, and an older form puts the list beside the parcel and writes names without
 * hyphens.
 */
import * as z from 'zod'
import { fact, list, required } from '../fields.ts'

const flag = fact.transform((said) => said === 'true' || said === '1')

const event = z
  .object({
    '@event-timestamp': fact,
    '@event-status': fact,
    '@event-text': fact,
    '@event-location': fact,
    '@event-country': fact,
    '@ice': fact,
    '@ric': fact,
    '@standard-event-code': fact,
    '@ruecksendung': flag,
  })
  .transform((said) => ({
    timestamp: said['@event-timestamp'],
    text: said['@event-text'] ?? said['@event-status'],
    location: said['@event-location'],
    country: said['@event-country'],
    ice: said['@ice'],
    ric: said['@ric'],
    standard: said['@standard-event-code'],
    back: said['@ruecksendung'],
  }))
export type Event = z.infer<typeof event>

/** A parcel with its last status, which is all there is where the history is not granted. */
const parcel = z
  .object({
    '@searched-piece-code': fact,
    '@piece-code': fact,
    '@piece-identifier': fact,
    '@piece-status': fact,
    '@piece-status-desc': fact,
    '@error-status': fact,
    '@status': fact,
    '@status-timestamp': fact,
    '@last-event-timestamp': fact,
    '@event-location': fact,
    '@event-country': fact,
    '@ice': fact,
    '@ric': fact,
    '@standard-event-code': fact,
    '@ruecksendung': flag,
    '@preferred-delivery-day': fact,
  })
  .transform((said) => ({
    // What was asked for, which another number of the same parcel may be.
    number: said['@searched-piece-code'] ?? said['@piece-code'] ?? said['@piece-identifier'],
    error: said['@piece-status'] ?? said['@error-status'],
    words: said['@piece-status-desc'] ?? said['@status'],
    wishedDay: said['@preferred-delivery-day'],
    last: {
      timestamp: said['@status-timestamp'] ?? said['@last-event-timestamp'],
      text: said['@status'],
      location: said['@event-location'],
      country: said['@event-country'],
      ice: said['@ice'],
      ric: said['@ric'],
      standard: said['@standard-event-code'],
      back: said['@ruecksendung'],
    } satisfies Event,
  }))
type ParcelHead = z.infer<typeof parcel>
export type Parcel = ParcelHead & { readonly events: readonly Event[] }

/** An element, whatever it is, with those in it. */
interface Node {
  readonly '@name': string | null
  readonly '@code': string | null
  readonly '@error': string | null
  readonly data: readonly Node[]
}

const node: z.ZodType<Node> = z.looseObject({
  '@name': fact.transform((name) => name?.replaceAll('-', '') ?? null),
  '@code': fact,
  '@error': fact,
  get data() {
    return list(node)
  },
})

export interface Answer {
  /** Of the list as a whole; `0` where all is well */
  readonly code: string
  readonly error: string | null
  readonly parcels: readonly Parcel[]
}

const LISTS: ReadonlySet<string | null> = new Set(['pieceshipmentlist', 'piecestatuspubliclist'])
const PARCELS: ReadonlySet<string | null> = new Set(['pieceshipment', 'piecestatuspublic'])

export const answer = z.object({ data: node }).transform(({ data }, context): Answer => {
  const head = [data, ...data.data].find((inner) => LISTS.has(inner['@name']))
  const code = required.safeParse(head?.['@code'])
  if (!head || !code.success) {
    context.addIssue({ code: 'custom', message: 'there is no list' })
    return z.NEVER
  }
  return { code: code.data, error: head['@error'], parcels: parcelsIn(head.data) }
})

/** Events stand in their parcel, or in a list that follows it. */
function parcelsIn(nodes: readonly Node[]): readonly Parcel[] {
  const starts = nodes.flatMap((inner, index) => (PARCELS.has(inner['@name']) ? [index] : []))
  return starts.map((start, nth) => ({
    ...parcel.parse(nodes[start]),
    events: nodes.slice(start, starts[nth + 1]).flatMap(eventsIn),
  }))
}

const eventsIn = (inner: Node): readonly Event[] =>
  inner['@name'] === 'pieceevent' ? [event.parse(inner)] : inner.data.flatMap(eventsIn)
