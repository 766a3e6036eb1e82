/** What an event means: its words, else its code. */
import type { Meaning } from '../code-table.ts'
import { meaningIn, meaningOfWords } from '../code-table.ts'
import { CODES } from './codes.ts'
import { WORDS } from './words.ts'

export const meaningOf = (code: string | null, words: string | null): Meaning =>
  meaningOfWords(WORDS, words) ?? meaningIn(CODES, code?.toUpperCase().padStart(2, '0') ?? null)
