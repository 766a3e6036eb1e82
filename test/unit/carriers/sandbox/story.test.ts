import { describe, expect, it } from 'vitest'
import { REASON_NAMES } from '../../../../schema/vocabulary.ts'
import { parseStory } from '../../../../worker/carriers/sandbox/story.ts'

const steps = (number: string) => {
  const story = parseStory(number)
  if (typeof story === 'string') throw new Error(story)
  return story.steps.map((step) => (step.kind === 'event' ? [step.letter, step.reason] : step.kind))
}

it('letters are events, marks are not', () => {
  expect(steps('SBX-IA~!<?D-60-1')).toEqual([
    ['I', null],
    ['A', null],
    'silence',
    'twin',
    'swap',
    'outage',
    ['D', null],
  ])
})

it('customs, attempts and exceptions have a reason of their own', () => {
  expect(steps('SBX-CFX-60-1')).toEqual([
    ['C', 'customs_hold'],
    ['F', 'recipient_absent'],
    ['X', 'carrier_exception'],
  ])
})

it.each(REASON_NAMES)('a letter may give the reason %s', (reason) => {
  expect(steps(`SBX-F[${reason}]T[${reason}]-60-1`)).toEqual([
    ['F', reason],
    ['T', reason],
  ])
})

it('seconds and id are kept as written', () => {
  expect(parseStory('SBX-I-0-demo_7')).toMatchObject({ seconds: 0, id: 'demo_7' })
})

describe('what is wrong is said', () => {
  it.each([
    ['', 'SBX-<steps>'],
    ['1Z999AA10123456784', 'SBX-<steps>'],
    ['sbx-IATOD-60-1', 'SBX-<steps>'],
    ['SBX-IATOD-60', 'SBX-<steps>'],
    ['SBX-IATOD-x-1', 'SBX-<steps>'],
    ['SBX--60-1', 'at least one step'],
    ['SBX-IAZ-60-1', '"Z" is no step'],
    ['SBX-IA5-60-1', '"5" is no step'],
    ['SBX-F[]-60-1', '"" is no reason'],
    ['SBX-F[nope]-60-1', '"nope" is no reason'],
    ['SBX-F[toString]-60-1', 'is no step'],
    ['SBX-[refused]-60-1', 'is no step'],
    [`SBX-${'T'.repeat(41)}-60-1`, 'at most 40 steps'],
    ['SBX-I-31536001-1', 'at most 31536000 seconds'],
  ])('%s: %s', (number, message) => {
    expect(parseStory(number)).toContain(message)
  })
})
