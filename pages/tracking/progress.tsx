import type { State } from '../../schema/vocabulary.ts'
import type { Speech } from '../locales/speech.ts'
import { fill } from '../locales/speech.ts'
import type { ShipmentView } from './view.ts'

type Step = Exclude<keyof Speech['words']['steps'], 'label' | 'position' | 'done'>

const WAYS = {
  home: ['ordered', 'shipped', 'on_the_way', 'out_for_delivery', 'delivered'],
  pickup: ['ordered', 'shipped', 'on_the_way', 'ready_for_pickup', 'collected'],
  back: ['ordered', 'shipped', 'on_the_way', 'coming_back', 'back'],
  returned: ['announced', 'sent', 'on_the_way', 'received'],
} as const satisfies Record<string, readonly Step[]>

type Way = keyof typeof WAYS

/** How far along the way a state is; null: it leads nowhere, and no progress is shown. */
const REACHED: Readonly<Record<State, number | null>> = {
  placed: 0,
  confirmed: 0,
  packed: 0,
  pending: 0,
  label_created: 0,
  accepted: 1,
  in_transit: 2,
  out_for_delivery: 3,
  attempt_failed: 3,
  ready_for_pickup: 3,
  delivered: 4,
  returning_to_sender: 3,
  returned_to_sender: 4,
  cancelled: null,
  ended: null,
}

const GOES_BACK: ReadonlySet<State> = new Set(['returning_to_sender', 'returned_to_sender'])

function wayOf(state: State, shipment: ShipmentView | null): Way {
  if (shipment?.direction === 'return') return 'returned'
  if (GOES_BACK.has(state)) return 'back'
  const collected = state === 'ready_for_pickup' || Boolean(shipment?.pickup)
  return collected && state !== 'out_for_delivery' ? 'pickup' : 'home'
}

/** The steps of a way and which of them is reached. */
export function progressOf(state: State, shipment: ShipmentView | null) {
  const reached = REACHED[state]
  if (reached === null) return null
  const steps: readonly Step[] = WAYS[wayOf(state, shipment)]
  return { steps, at: Math.min(reached, steps.length - 1) }
}

const classOf = (index: number, at: number, last: boolean): string | undefined => {
  if (index < at) return 'done'
  if (index > at) return undefined
  return last ? 'done now' : 'now'
}

/** Where it is on its way: told by position, mark and words, never by colour alone. */
export function Progress({
  s,
  state,
  shipment,
}: {
  s: Speech
  state: State
  shipment: ShipmentView | null
}) {
  const progress = progressOf(state, shipment)
  if (!progress) return null
  const { steps, at } = progress
  const words = s.words.steps
  const position = fill(words.position, {
    n: s.format.number(at + 1),
    total: s.format.number(steps.length),
  })
  return (
    <ol class="steps" aria-label={`${words.label}: ${position}`}>
      {steps.map((step, index) => (
        <li
          class={classOf(index, at, index === steps.length - 1)}
          aria-current={index === at ? 'step' : undefined}
        >
          {(index < at || at === steps.length - 1) && <i />}
          <span>{words[step]}</span>
          {index < at && <span class="vh"> ({words.done})</span>}
        </li>
      ))}
    </ol>
  )
}
