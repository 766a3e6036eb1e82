/** The grammar of sandbox numbers: `SBX-<steps>-<seconds per step>-<id>`. The README explains it. */
import type { Reason } from '../../../schema/vocabulary.ts'
import { REASONS } from '../../../schema/vocabulary.ts'

export const LETTERS = ['I', 'A', 'T', 'C', 'O', 'F', 'P', 'D', 'X', 'R', 'B'] as const
export type Letter = (typeof LETTERS)[number]

/** `silence` nothing, `twin` the last scan once more, `swap` the last two in wrong order, `outage` no answer. */
export type Step =
  | { readonly kind: 'event'; readonly letter: Letter; readonly reason: Reason | null }
  | { readonly kind: 'silence' | 'twin' | 'swap' | 'outage' }

export interface Story {
  readonly steps: readonly Step[]
  readonly seconds: number
  readonly id: string
}

const MAX_STEPS = 40
const MAX_SECONDS = 31_536_000

const NUMBER = /^SBX-(.*)-(\d{1,8})-([A-Za-z0-9_]{1,40})$/
const STEP = /([A-Z])(?:\[([a-z_]*)\])?|([~!<?])/y

const MARKS: Readonly<Record<string, Step>> = {
  '~': { kind: 'silence' },
  '!': { kind: 'twin' },
  '<': { kind: 'swap' },
  '?': { kind: 'outage' },
}

/** What these letters mean where no reason is written. */
const DEFAULT_REASONS: Readonly<Partial<Record<Letter, Reason>>> = {
  C: 'customs_hold',
  F: 'recipient_absent',
  X: 'carrier_exception',
}

/** The story of a number, or what is wrong with it. */
export function parseStory(number: string): Story | string {
  const [, written, seconds, id] = NUMBER.exec(number) ?? []
  if (written === undefined || seconds === undefined || id === undefined) {
    return 'A sandbox number is SBX-<steps>-<seconds per step>-<id>, like SBX-IATOD-60-1'
  }
  if (Number(seconds) > MAX_SECONDS) return `A step lasts at most ${MAX_SECONDS} seconds`
  const steps = parseSteps(written)
  return typeof steps === 'string' ? steps : { steps, seconds: Number(seconds), id }
}

function parseSteps(written: string): Step[] | string {
  const steps: Step[] = []
  STEP.lastIndex = 0
  while (STEP.lastIndex < written.length) {
    const from = STEP.lastIndex
    const step = readStep(STEP.exec(written), written.slice(from))
    if (typeof step === 'string') return step
    steps.push(step)
  }
  if (steps.length === 0) return 'A story has at least one step'
  return steps.length <= MAX_STEPS ? steps : `A story has at most ${MAX_STEPS} steps`
}

function readStep(match: RegExpExecArray | null, rest: string): Step | string {
  if (!match) return `"${rest.slice(0, 20)}" is no step`
  const [, letter, reason, mark] = match
  if (mark !== undefined) return MARKS[mark] ?? `"${mark}" is no step`
  if (!isLetter(letter)) return `"${letter}" is no step; the letters are ${LETTERS.join(' ')}`
  if (reason === undefined) {
    return { kind: 'event', letter, reason: DEFAULT_REASONS[letter] ?? null }
  }
  if (!isReason(reason)) return `"${reason}" is no reason we know`
  return { kind: 'event', letter, reason }
}

const isLetter = (letter: string | undefined): letter is Letter =>
  LETTERS.some((known) => known === letter)

const isReason = (reason: string): reason is Reason => Object.hasOwn(REASONS, reason)
