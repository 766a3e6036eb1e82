/** International post: UPU S10, two letters for the service, nine digits, the country of the post. */
import { s10 } from '../check-digits.ts'
import type { Format } from '../format.ts'
import { POSTS } from '../posts.ts'

/** By the first letter (UPU S10-12, section 5). */
const SERVICES: Readonly<Record<string, string>> = {
  A: 'Domestic',
  B: 'Domestic',
  C: 'Parcel',
  D: 'Domestic',
  E: 'EMS express',
  G: 'Domestic',
  H: 'E-commerce parcel',
  L: 'Tracked letter',
  M: 'M-bag',
  N: 'Domestic',
  P: 'Domestic',
  Q: 'Business reply',
  R: 'Registered letter',
  U: 'Letter',
  V: 'Insured letter',
  Z: 'Domestic',
}

/** The closest adapter first, those that reach the same post after it. */
const WEIGHTS = [8, 7] as const

export const post: readonly Format[] = POSTS.flatMap(({ country, carriers }) =>
  carriers.map((carrier, place) => ({
    carrier,
    source: 'UPU S10-12',
    name: 'S10 postal item',
    shape: new RegExp(`^(?<service>[A-Z])[A-Z](?<body>[0-9]{8})(?<check>[0-9])${country}$`),
    check: s10,
    weight: WEIGHTS[place] ?? 6,
    country,
    services: SERVICES,
  })),
)
