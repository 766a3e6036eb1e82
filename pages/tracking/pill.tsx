import type { Condition } from '../../schema/vocabulary.ts'
import type { Speech } from '../locales/speech.ts'

/** What is not as it should be, in a word; nothing where all is well. */
export const Pill = ({ s, condition }: { s: Speech; condition: Condition }) =>
  condition === 'on_track' ? null : (
    <span class={`pill ${condition}`}>{s.words.conditions[condition]}</span>
  )
