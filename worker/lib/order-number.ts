/**
 * One written form for an order number, so that what a shopper types finds what the shop sent:
 * compatibility forms (NFKC), any script's digits as ASCII, upper case without locale
 * ('İ' must not become two code units), no leading "#", no blanks, none of the invisible marks that
 * come along when a number is copied out of right-to-left text. Folding twice is folding once.
 */
export function foldOrderNumber(number: string): string {
  return number
    .normalize('NFKC')
    .toUpperCase()
    .normalize('NFKC')
    .replace(/\p{Nd}/gu, asciiDigit)
    .replace(/[\s\p{Default_Ignorable_Code_Point}]+/gu, '')
    .replace(/^#+/, '')
    .normalize('NFKC')
}

/** Unicode keeps decimal digits in runs of ten from zero: the position in the run is the value. */
export function asciiDigit(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code < 0x80) return character
  let start = code
  while (/\p{Nd}/u.test(String.fromCodePoint(start - 1))) start -= 1
  return String((code - start) % 10)
}
