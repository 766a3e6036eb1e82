/** The forms a catalogue's entries take. */

export interface SituationWords {
  readonly headline: string
  /** Where `{when}` is known */
  readonly dated?: string
  readonly next: string
}

/** One form per plural category the language has; `other` every language has. */
export type Plural = { readonly other: string } & Partial<Record<Intl.LDMLPluralRule, string>>
