/** From a body as it came to a reading: parsed, checked against the carrier's structure, mapped. */
import type * as z from 'zod'
import type { XmlOptions } from '../lib/xml.ts'
import { parseXml, XmlError } from '../lib/xml.ts'
import type { RawAnswer, Reading } from './contract.ts'
import { CarrierError } from './contract.ts'

type Read = (answer: RawAnswer) => Reading

/** `carrier`: its name, for messages. The reader throws CarrierError `bad_answer`. */
export const jsonReader = <T extends z.ZodType>(
  carrier: string,
  schema: T,
  map: (answer: z.output<T>) => Reading,
): Read => reader(carrier, parseJson, schema, map)

/** The same for XML, as `lib/xml.ts` reads it. */
export const xmlReader = <T extends z.ZodType>(
  carrier: string,
  options: XmlOptions,
  schema: T,
  map: (answer: z.output<T>) => Reading,
): Read => reader(carrier, (body) => parseXmlBody(body, options), schema, map)

/** XML where the body begins like it, else JSON: for a carrier that has changed from one to the other. */
export const jsonOrXml =
  (json: Read, xml: Read): Read =>
  (answer) =>
    answer.body.trimStart().startsWith('<') ? xml(answer) : json(answer)

const reader =
  <T extends z.ZodType>(
    carrier: string,
    parse: (body: string) => unknown,
    schema: T,
    map: (answer: z.output<T>) => Reading,
  ): Read =>
  ({ body }) => {
    const parsed = schema.safeParse(parse(body))
    if (parsed.success) return map(parsed.data)
    throw new CarrierError('bad_answer', `The answer has not the structure of ${carrier}'s`, {
      cause: parsed.error,
    })
  }

/** Throws CarrierError `bad_answer`. */
export function parseJson(body: string): unknown {
  try {
    return JSON.parse(body)
  } catch {
    throw new CarrierError('bad_answer', 'The answer is not JSON')
  }
}

/** The same for XML, as `lib/xml.ts` reads it. Throws CarrierError `bad_answer`. */
export function parseXmlBody(body: string, options: XmlOptions = {}): unknown {
  try {
    return parseXml(body, options)
  } catch (error) {
    if (!(error instanceof XmlError)) throw error
    throw new CarrierError('bad_answer', `The answer cannot be read: ${error.message}`)
  }
}
