/**
 * Check digits of tracking numbers. Each function makes a test of one: whether the last character
 * belongs to those before it. Digits and capital letters only; nothing here throws.
 */

/** Whether `check`, one character, belongs to `body`. */
export type Check = (body: string, check: string) => boolean

const DECIMALS = '0123456789'
const ALPHABET = `${DECIMALS}ABCDEFGHIJKLMNOPQRSTUVWXYZ`

/** A digit is itself; a letter is what UPS counts it as: A 2, B 3 … I 0, J 1 … */
function countOf(character: string): number {
  const index = ALPHABET.indexOf(character)
  return index < DECIMALS.length ? index : (index + 2) % 10
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)

const weighted = (characters: readonly string[], weights: readonly number[]): number[] =>
  characters.map((character, index) => countOf(character) * (weights[index % weights.length] ?? 0))

/** What is missing to the next ten. */
const toTen = (total: number): string => String((10 - (total % 10)) % 10)

/** Weights again and again, from the first character on; `plus` is added to the sum (GLS: 1). */
export const mod10 =
  (weights: readonly number[], plus = 0): Check =>
  (body, check) =>
    toTen(sum(weighted([...body], weights)) + plus) === check

/** GS1 and everyone who copied it: 3, 1, 3 … from the last digit backwards. */
export const gs1: Check = (body, check) =>
  toTen(sum(weighted([...body].reverse(), [3, 1]))) === check

/** Every second digit doubled, from the last backwards, and its digits added up. */
export const luhn: Check = (body, check) => {
  const values = weighted([...body].reverse(), [2, 1])
  return toTen(sum(values.map((value) => (value > 9 ? value - 9 : value)))) === check
}

/** What is left of the whole number when it is divided by seven. */
export const mod7: Check = (body, check) =>
  [...body].reduce((rest, digit) => (rest * 10 + countOf(digit)) % 7, 0) === Number(check)

/** A weight for each digit, the sum twice divided: FedEx. */
export const remainders =
  (weights: readonly number[], first: number, second: number): Check =>
  (body, check) =>
    (sum(weighted([...body], weights)) % first) % second === Number(check)

/** UPU S10, and the national numbers that follow it. */
export const s10: Check = (body, check) => {
  const rest = 11 - (sum(weighted([...body], [8, 6, 4, 2, 3, 5, 9, 7])) % 11)
  const digit = rest === 10 ? 0 : rest === 11 ? 5 : rest
  return digit === Number(check)
}

/** ISO 7064 MOD 37,36: digits and letters, the check character too. DPD. */
export const mod37: Check = (body, check) => {
  const product = [...body].reduce((carried, character) => {
    const reached = (carried + ALPHABET.indexOf(character)) % 36 || 36
    return (reached * 2) % 37
  }, 36)
  return ALPHABET[(37 - product) % 36] === check
}

/** The digit was calculated with a prefix that is not written any more. */
export const prefixed =
  (prefix: string, test: Check): Check =>
  (body, check) =>
    test(prefix + body, check)
