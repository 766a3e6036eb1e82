import { describe, expect, it } from 'vitest'
import { SCRIPT } from '../../../../pages/assets/script.ts'
import { STYLE } from '../../../../pages/assets/style.ts'

describe('the script', () => {
  it('is small, and can be parsed', () => {
    expect(Buffer.byteLength(SCRIPT)).toBeLessThan(3 * 1024)
    expect(() => new Function(SCRIPT)).not.toThrow()
  })

  it('cannot close its own block', () => {
    expect(SCRIPT).not.toMatch(/<\/|<!--/)
  })

  it('keeps nothing and shares no grant', () => {
    expect(SCRIPT).not.toMatch(/cookie|Storage|indexedDB/)
    expect(SCRIPT).toContain("delete('g')")
  })
})

describe('the style', () => {
  it('asks nobody else for anything and cannot close its own block', () => {
    expect(STYLE).not.toMatch(/url\(|@import|@font-face|</)
  })

  it('knows no left and right, so that it mirrors', () => {
    expect(STYLE).not.toMatch(
      /(margin|padding|border|text-align)[-:](left|right)|[;{](left|right):/,
    )
  })

  it('has as many opening as closing braces', () => {
    expect(STYLE.split('{').length).toBe(STYLE.split('}').length)
  })
})
