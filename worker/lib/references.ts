/** Character references: `&eacute;`, `&#233;`, `&#xE9;`. */

/** The five of XML. */
export const XML_NAMES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}

const LAST_CHARACTER = 0x10ffff

/** Decodes once. What is no reference, or has a name that `names` does not know, stays as it is written. */
export function decodeReferences(
  text: string,
  names: Readonly<Record<string, string>> = XML_NAMES,
): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,8}));/gi, (written, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[]
    if (name !== undefined) return (Object.hasOwn(names, name) && names[name]) || written
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : written
  })
}
