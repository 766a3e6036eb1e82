import type { ComponentChildren } from 'preact'
import type { Reading } from '../locales/moments.ts'
import { atStart, momentWords, pastDayWords } from '../locales/moments.ts'
import type { Speech } from '../locales/speech.ts'
import { pieces } from '../locales/speech.ts'

/** What is read left to right in any language: numbers, codes, phones. */
export const Ltr = ({ children, class: name }: { children: ComponentChildren; class?: string }) => (
  <bdi dir="ltr" class={name}>
    {children}
  </bdi>
)

/** A sentence of the catalogue with elements in its places. */
export const Sentence = ({
  text,
  values,
}: {
  text: string
  values: Readonly<Record<string, ComponentChildren>>
}) => <>{pieces<ComponentChildren>(text, values)}</>

/**
 * A moment gone by, as text and for machines. With `ago` the script makes it relative; a wall clock without
 * offset never becomes relative and says that it is local.
 */
export function When(props: { s: Speech; reading: Reading; ago?: boolean; start?: boolean }) {
  const { s, reading } = props
  const relative = props.ago === true && reading.kind === 'instant'
  const words = momentWords(s, reading, pastDayWords)
  return (
    <>
      <time datetime={reading.machine} data-ago={relative ? '' : undefined}>
        {props.start ? atStart(s, words) : words}
      </time>
      {reading.kind === 'local' && ` (${s.words.date.local})`}
    </>
  )
}
