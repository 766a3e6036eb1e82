/** A merchant's look, as the API takes it: tokens, never CSS or HTML. */
import * as z from 'zod'
import { LOCALES } from './vocabulary.ts'

const colour = z
  .string()
  .regex(/^#[0-9a-fA-F]{6}$/, 'a colour as #rrggbb')
  .toLowerCase()
const httpsLink = z
  .url({ protocol: /^https$/, hostname: z.regexes.domain })
  .max(2000)
  .meta({ pattern: '^https://' })
const byLanguage = z.partialRecord(z.enum(LOCALES), z.string().trim().min(1).max(60))

export const brandInput = z.strictObject({
  name: z.string().trim().min(1).max(80),
  logo: z
    .strictObject({ url: httpsLink, alt: z.string().trim().max(120).default('') })
    .optional()
    .meta({ description: 'Shown at most 48 pixels high' }),
  home: httpsLink.optional().meta({ description: 'Where the name in the header leads' }),
  colours: z
    .strictObject({ accent: colour })
    .default({ accent: '#1f5eff' })
    .meta({ description: 'Darkened or lightened where text on it would be hard to read' }),
  digits: z.enum(['latn', 'arab']).default('latn').meta({ description: 'Digits on Arabic pages' }),
  support: z
    .strictObject({
      email: z.email().max(254).optional(),
      phone: z
        .string()
        .regex(/^\+?[0-9 ()-]{5,25}$/, 'a phone number, like "+971 4 123 4567"')
        .optional(),
      url: httpsLink.optional(),
    })
    .default({}),
  links: z
    .array(z.strictObject({ label: byLanguage, url: httpsLink }))
    .max(6)
    .default([]),
})

export type Brand = z.output<typeof brandInput>
