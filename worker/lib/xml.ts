/**
 * XML as plain objects, for what strangers send: no document type, no entities but the five of XML
 * itself and characters by number, a cap on size and depth. Prefixes of namespaces and attributes are
 * dropped; every value is the text as it stands, so that leading zeros stay.
 */
import { XMLParser } from 'fast-xml-parser'

/** Says what is wrong and nothing of the document. */
export class XmlError extends Error {
  override readonly name = 'XmlError'
}

/** The worst that a stranger can write in so much is read in a few tenths of a second. */
const MAX_CHARACTERS = 250_000
/** Carriers' answers are some five deep. */
const MAX_DEPTH = 32

const TEXT = '#text'
const CDATA = '#cdata'
const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
}
const LAST_CHARACTER = 0x10ffff

/**
 * An element is an object of its children, or its text where it has none; a child that is repeated,
 * or named in `lists`, is a list. Throws XmlError.
 */
export function parseXml(body: string, lists: readonly string[]): Record<string, unknown> {
  if (body.length > MAX_CHARACTERS) throw new XmlError('the document is too large')
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) throw new XmlError('a document type is not accepted')
  // A blank before the declaration is forbidden, and has been seen.
  const parsed = flat(parse(body.trim(), new Set(lists)))
  if (typeof parsed !== 'object' || parsed === null || Object.keys(parsed).length === 0) {
    throw new XmlError('there is no element')
  }
  return parsed as Record<string, unknown>
}

function parse(body: string, lists: ReadonlySet<string>): unknown {
  const parser = new XMLParser({
    ignoreAttributes: true,
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: false,
    cdataPropName: CDATA,
    maxNestedTags: MAX_DEPTH,
    isArray: (name) => lists.has(name),
    tagValueProcessor: (_name, text) => decoded(text),
  })
  try {
    return parser.parse(body, true)
  } catch {
    throw new XmlError('the document is not well-formed')
  }
}

/** Text is text, whether it was written in CDATA or not. */
function flat(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(flat)
  if (value === null || typeof value !== 'object') return value
  const { [TEXT]: text = '', [CDATA]: cdata = '', ...children } = value as Record<string, unknown>
  if (Object.keys(children).length === 0 && (TEXT in value || CDATA in value)) {
    return [text, cdata].flat().join('').trim()
  }
  return Object.fromEntries(Object.entries(children).map(([name, child]) => [name, flat(child)]))
}

/** What is no reference we know stays as it is written. */
function decoded(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (written, ...groups) => {
    const [decimal, hexadecimal, name] = groups as (string | undefined)[]
    if (name !== undefined) return NAMED[name] ?? written
    const code = hexadecimal ? Number.parseInt(hexadecimal, 16) : Number(decimal)
    return code > 0 && code <= LAST_CHARACTER ? String.fromCodePoint(code) : written
  })
}
