import type { en } from './en.ts'

type Widen<T, Category extends Intl.LDMLPluralRule> = T extends 'ltr' | 'rtl'
  ? 'ltr' | 'rtl'
  : T extends string
    ? string
    : T extends { readonly one: string; readonly other: string }
      ? Readonly<Record<Category, string>>
      : { readonly [K in keyof T]: Widen<T[K], Category> }

/** What a language with these plural categories must say, as English says it: no key more, none less. */
export type CatalogueOf<Category extends Intl.LDMLPluralRule> = Widen<typeof en, Category>

export type Catalogue = CatalogueOf<'other'>
