/** A body as it came to a reading, also of the deprecated operations. */
import * as z from 'zod'
import { jsonReader } from '../reader.ts'
import { legacy } from './legacy.ts'
import { readAnswer } from './map.ts'
import { answer } from './wire.ts'

const either = z.union([answer, legacy.transform((json): unknown => json).pipe(answer)])

export const read = jsonReader('Hermes', either, readAnswer)
