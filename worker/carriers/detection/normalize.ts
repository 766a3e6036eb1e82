/**
 * One written form for a tracking number: compatibility forms (NFKC), any script's digits as ASCII,
 * upper case without locale, no blanks, dashes, dots or invisible marks. Twice is once.
 */
import { asciiDigit } from '../../lib/order-number.ts'

export const normalizeNumber = (number: string): string =>
  number
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s.\p{Pd}\u2212\p{Default_Ignorable_Code_Point}]+/gu, '')
    .normalize('NFKC')
