import type { ComponentChildren } from 'preact'

export type Fact = readonly [label: string, value: ComponentChildren]

/** A list of labelled facts; those without a value are left out, and so is an empty list. */
export function Facts({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(([, value]) => value)
  if (known.length === 0) return null
  return (
    <dl class="facts">
      {known.map(([label, value]) => (
        <div>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
