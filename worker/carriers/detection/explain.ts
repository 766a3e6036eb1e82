/** Why a carrier is a candidate: a word for programs and a sentence for people. */
import type { DetectContext, Place, Weighed } from './weigh.ts'
import { isOwnForm, placeOf } from './weigh.ts'

export const DETECTION_REASONS = [
  'check_digit',
  'form',
  'shared_form',
  'delivering_post',
  'own_account',
  'destination',
  'elsewhere',
  'wrong_check_digit',
] as const

export interface Why {
  readonly code: (typeof DETECTION_REASONS)[number]
  readonly text: string
}

/** `name` is the carrier's. */
export function reasonsFor(weighed: Weighed, name: string, context: DetectContext): Why[] {
  const { carrier } = weighed.format
  const account = context.accounts.includes(carrier)
    ? [{ code: 'own_account', text: `You have an account at ${name}.` } as const]
    : []
  return [
    formReason(weighed, name),
    ...account,
    ...placeReason(placeOf(carrier, context), name, context.destination),
  ]
}

function formReason({ format, match, delivers }: Weighed, name: string): Why {
  const form = `the form “${format.name}”`
  if (delivers) {
    return {
      code: 'delivering_post',
      text: `It has ${form}: another post gave it out, and ${name} delivers at the destination.`,
    }
  }
  if (match.outcome === 'passed') {
    return { code: 'check_digit', text: `It has ${form}, and its check digit is right.` }
  }
  return isOwnForm(format)
    ? { code: 'form', text: `It has ${form}.` }
    : { code: 'shared_form', text: `It has ${form}, which others share; no check digit tells.` }
}

function placeReason(place: Place, name: string, destination: string | null): Why[] {
  if (place === 'home') {
    return [{ code: 'destination', text: `${name} is at home where it goes: ${destination}.` }]
  }
  if (place === 'elsewhere') {
    return [{ code: 'elsewhere', text: `${name} does not usually deliver to ${destination}.` }]
  }
  return []
}

/** Why it is not this carrier's after all. */
export const wrongCheckDigit = (form: string): Why => ({
  code: 'wrong_check_digit',
  text: `It has the form “${form}”, but its check digit is wrong.`,
})
