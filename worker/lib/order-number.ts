/**
 * One written form for an order number, so that what a shopper types finds what the shop sent:
 * compatibility forms (NFKC), any script's digits as ASCII, upper case without locale
 * ('İ' must not become two code units), no leading "#", no blanks.
 */
export function foldOrderNumber(number: string): string {
  return number
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/\s+/gu, '')
    .replace(/^#/, '')
    .toUpperCase()
}

/** Unicode keeps decimal digits in runs of ten from zero: the position in the run is the value. */
export function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return character
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}
