import { escapeHtml } from '../components/escape.ts'
import type { Reading } from '../locales/moments.ts'
import { atStart, dayOf, pastDayWords, read } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { ScanView, ShipmentView } from './view.ts'

/** Shown at once; one more is not worth a fold. */
const SHOWN = 5

interface Entry {
  readonly scan: ScanView
  /** What the clock at the place showed, where the carrier says so, else the destination's */
  readonly reading: Reading | null
  /** The clock is not the destination's */
  readonly local: boolean
}

interface Day {
  readonly day: string
  readonly entries: Entry[]
}

function entryOf(s: Speech, scan: ScanView): Entry {
  const here = scan.at ? read(scan.at, s.zone) : null
  const there = scan.local ? read(scan.local, s.zone) : null
  if (!there) return { scan, reading: here, local: false }
  const machine = here?.machine ?? there.machine
  const local = there.kind === 'local' && here?.wall.slice(0, 16) !== there.wall.slice(0, 16)
  return { scan, reading: { ...there, machine }, local }
}

/** Neighbours of the same day together, in the order they came. */
export function byDay(s: Speech, scans: readonly ScanView[]): readonly Day[] {
  const days: Day[] = []
  for (const scan of scans) {
    const entry = entryOf(s, scan)
    const day = entry.reading ? dayOf(entry.reading.wall) : ''
    const last = days.at(-1)
    if (last && last.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}

/** A carrier's own words: nobody knows in which language, so none is claimed. */
const raw = (text: string): string => `<bdi lang="" dir="auto">${escapeHtml(text)}</bdi>`

function scanHtml(s: Speech, { scan, reading, local }: Entry, carrier: string): string {
  const ours =
    (scan.milestone && s.words.milestones[scan.milestone]) ??
    (scan.reason && s.words.reasons[scan.reason])
  const title = ours ?? fill(s.words.timeline.unmapped, { carrier })
  const why = scan.milestone && scan.reason && s.words.reasons[scan.reason]
  const place = [
    scan.city && `<bdi>${escapeHtml(scan.city)}</bdi>`,
    local && escapeHtml(s.words.date.local),
  ].filter(Boolean)
  return [
    `<li><strong>${escapeHtml(title)}</strong>`,
    reading && reading.kind !== 'day' && timeHtml(s, reading),
    why && `<p>${escapeHtml(why)}</p>`,
    place.length > 0 && `<p>${place.join(' · ')}</p>`,
    scan.text && `<p${ours ? ' class="raw"' : ''}>${raw(scan.text)}</p>`,
    '</li>',
  ]
    .filter(Boolean)
    .join('')
}

const timeHtml = (s: Speech, { wall, machine }: Reading): string =>
  `<time class="time num" datetime="${escapeHtml(machine)}">${escapeHtml(s.format.time(wall))}</time>`

function dayHtml(s: Speech, { day, entries }: Day, carrier: string): string {
  const heading = day && `<p>${escapeHtml(atStart(s, pastDayWords(s, day)))}</p>`
  const scans = entries.map((entry) => scanHtml(s, entry, carrier)).join('')
  return `<li>${heading}<ol class="scans">${scans}</ol></li>`
}

/** Scans are most of a page: written as text they cost a third of what they cost as elements. */
function Days(props: { s: Speech; scans: readonly ScanView[]; carrier: string; latest?: boolean }) {
  const { s, scans, carrier } = props
  const __html = byDay(s, scans)
    .map((day) => dayHtml(s, day, carrier))
    .join('')
  return <ol class={props.latest ? 'days latest' : 'days'} dangerouslySetInnerHTML={{ __html }} />
}

/** Whether the carrier's words add anything to ours. */
const hasWords = (scans: readonly ScanView[]): boolean =>
  scans.some(({ milestone, reason, text }) => text && (milestone ?? reason))

/** What happened, newest first: ours in the page's language, the carrier's words one tap away. */
export function Timeline({ s, it, id }: { s: Speech; it: ShipmentView; id: string }) {
  const carrier = it.carrier || s.words.shipment.the_carrier
  const words = s.words.timeline
  const cut = it.scans.length > SHOWN + 1 ? SHOWN : it.scans.length
  const earlier = it.scans.slice(cut)
  const count = { n: s.format.number(earlier.length) }
  return (
    <div class="trip">
      {hasWords(it.scans) && (
        <label class="words">
          <input type="checkbox" id={`${id}-words`} autocomplete="off" />
          <span>{fill(words.words, { carrier })}</span>
        </label>
      )}
      <Days s={s} scans={it.scans.slice(0, cut)} carrier={carrier} latest />
      {earlier.length > 0 && (
        <details id={`${id}-earlier`}>
          <summary>{fill(s.format.choose(words.earlier, earlier.length), count)}</summary>
          <Days s={s} scans={earlier} carrier={carrier} />
        </details>
      )}
      {it.truncated && <p class="soft">{fill(words.truncated, { carrier })}</p>}
    </div>
  )
}
