import { describe, expect, it } from 'vitest'
import { progressOf } from '../../../../pages/tracking/progress.tsx'
import { MILESTONES } from '../../../../schema/vocabulary.ts'
import { parcel } from '../../../support/gallery-parts.ts'

describe('progress', () => {
  it('never calls a label a journey', () => {
    expect(progressOf('label_created', parcel('en', 'label_created'))?.at).toBe(0)
    expect(progressOf('pending', parcel('en', 'pending'))?.at).toBe(0)
  })

  it('is not shown where it leads nowhere', () => {
    expect(progressOf('cancelled', null)).toBeNull()
    expect(progressOf('ended', parcel('en', 'ended'))).toBeNull()
  })

  it('stays within its steps for every milestone and direction', () => {
    for (const milestone of MILESTONES) {
      for (const direction of ['outbound', 'return'] as const) {
        const progress = progressOf(milestone, parcel('en', milestone, { direction }))
        if (progress) expect(progress.steps[progress.at]).toBeDefined()
      }
    }
  })

  it('ends at the counter where the parcel is collected', () => {
    expect(progressOf('ready_for_pickup', null)?.steps.at(-1)).toBe('collected')
    expect(progressOf('delivered', null)?.steps.at(-1)).toBe('delivered')
  })
})
