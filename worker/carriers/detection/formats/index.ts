/** Every form of tracking number we know. Where two weigh the same, the one named first goes first. */
import type { Format } from '../format.ts'
import { asia } from './asia.ts'
import { europe } from './europe.ts'
import { middleEast } from './middle-east.ts'
import { northAmerica } from './north-america.ts'
import { post } from './post.ts'
import { usps } from './usps.ts'
import { world } from './world.ts'

export const FORMATS: readonly Format[] = [
  ...post,
  ...usps,
  ...world,
  ...northAmerica,
  ...europe,
  ...asia,
  ...middleEast,
]
