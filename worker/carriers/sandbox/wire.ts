/**
 * There is no wire: a sandbox body is the question itself, so that a story can be read at any
 * moment: `{"tracking_number":"SBX-IATOD-60-1","since":"…","now":"…"}`, or a list of them.
 */
import * as z from 'zod'

const instant = z.iso.datetime({ offset: true }).transform((text) => Date.parse(text))

const question = z
  .object({ tracking_number: z.string(), since: instant, now: instant })
  .transform(({ tracking_number, since, now }) => ({ number: tracking_number, since, now }))

export const questions = z.union([question.transform((one) => [one]), z.array(question)])
