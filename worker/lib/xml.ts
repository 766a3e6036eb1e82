/**
 * XML as plain objects, for what strangers send: no document type, no entities but the five of XML
 * itself and characters by number, a cap on size and depth. Prefixes of namespaces are dropped, and
 * attributes where nobody asks for them; every value is the text as it stands, so that leading zeros
 * stay.
 */
import { XMLParser } from 'fast-xml-parser'
import { decodeReferences } from './references.ts'

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
const ATTRIBUTE = '@'

export interface XmlOptions {
  /** Elements that are lists also where there is one */
  readonly lists?: readonly string[]
  /** Keeps attributes, under their name with an `@` before it; text beside them is `#text` */
  readonly attributes?: boolean
}

/**
 * An element is an object of its children, or its text where it has none; a child that is repeated,
 * or named in `lists`, is a list. Throws XmlError.
 */
export function parseXml(body: string, options: XmlOptions = {}): Record<string, unknown> {
  if (body.length > MAX_CHARACTERS) throw new XmlError('the document is too large')
  if (/<!(DOCTYPE|ENTITY)/i.test(body)) throw new XmlError('a document type is not accepted')
  // A blank before the declaration is forbidden, and has been seen.
  const parsed = flat(parse(body.trim(), options))
  if (typeof parsed !== 'object' || parsed === null || Object.keys(parsed).length === 0) {
    throw new XmlError('there is no element')
  }
  return parsed as Record<string, unknown>
}

function parse(body: string, { lists = [], attributes = false }: XmlOptions): unknown {
  const asLists = new Set(lists)
  const parser = new XMLParser({
    ignoreAttributes: !attributes,
    attributeNamePrefix: ATTRIBUTE,
    parseAttributeValue: false,
    attributeValueProcessor: (_name, text) => decodeReferences(text),
    ignoreDeclaration: true,
    ignorePiTags: true,
    removeNSPrefix: true,
    parseTagValue: false,
    processEntities: false,
    cdataPropName: CDATA,
    maxNestedTags: MAX_DEPTH,
    isArray: (name, _path, _leaf, isAttribute) => !isAttribute && asLists.has(name),
    tagValueProcessor: (_name, text) => decodeReferences(text),
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
  const words = [text, cdata].flat().join('').trim()
  const inner = Object.entries(children)
  if (inner.length === 0 && (TEXT in value || CDATA in value)) return words
  const named = Object.fromEntries(inner.map(([name, child]) => [name, flat(child)]))
  const hasOwnWords = words !== '' && inner.every(([name]) => name.startsWith(ATTRIBUTE))
  return hasOwnWords ? { ...named, [TEXT]: words } : named
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** A text as it may stand in an element or in an attribute. */
export const escapeXml = (text: string): string =>
  text.replace(/[&<>"']/g, (character) => ESCAPES[character] ?? character)
