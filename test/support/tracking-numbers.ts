/** Published number formats with valid and invalid numbers, beside the project: `../shared`. */
import { POSTS } from '../../worker/carriers/detection/posts.ts'
import { shared } from './shared.ts'

const FOLDER = 'carriers/tracking_numbers'

/** Courier there → carriers here. DHL's several APIs know one another's numbers. */
const OURS: Readonly<Record<string, readonly string[]>> = {
  amazon: ['amazon-shipping'],
  canada_post: ['canadapost'],
  dhl: ['mydhl', 'dhl', 'dhl-parcel-de'],
  old_dominion: ['old-dominion'],
}

/** Files, one for each courier. */
const COURIERS = [
  'amazon',
  'canadapost',
  'canpar',
  'dhl',
  'dpd',
  'fedex',
  'gofo',
  'landmark',
  'lasership',
  'old_dominion',
  'ontrac',
  'purolator',
  's10',
  'speedee',
  'ups',
  'usps',
  'yodel',
  'yunexpress',
] as const

interface CourierFile {
  readonly courier_code: string
  readonly tracking_numbers: readonly {
    readonly name: string
    readonly test_numbers: {
      readonly valid: readonly string[]
      readonly invalid: readonly string[]
    }
  }[]
}

export interface NumberCase {
  readonly courier: string
  readonly format: string
  readonly number: string
  readonly valid: boolean
  /** Ids here that are right for the courier */
  readonly carriers: readonly string[]
}

/** Every number there is; one that is invalid in one form and valid in another of its courier is valid. */
export function numberCases(): readonly NumberCase[] {
  return COURIERS.flatMap((file) => casesOf(shared.json(`${FOLDER}/${file}.json`) as CourierFile))
}

function casesOf({ courier_code: courier, tracking_numbers }: CourierFile): NumberCase[] {
  const valid = new Set(tracking_numbers.flatMap(({ test_numbers }) => test_numbers.valid))
  return tracking_numbers.flatMap(({ name: format, test_numbers }) =>
    [
      ...test_numbers.valid.map((number) => ({ number, valid: true })),
      ...test_numbers.invalid
        .filter((number) => !valid.has(number))
        .map((number) => ({ number, valid: false })),
    ].map((one) => ({ ...one, courier, format, carriers: carriersOf(courier, one) })),
  )
}

function carriersOf(
  courier: string,
  { number, valid }: { readonly number: string; readonly valid: boolean },
): readonly string[] {
  if (courier !== 's10') return OURS[courier] ?? [courier]
  const country = number.slice(-2)
  const posts = valid ? POSTS.filter((post) => post.country === country) : POSTS
  return posts.flatMap((post) => post.carriers)
}
