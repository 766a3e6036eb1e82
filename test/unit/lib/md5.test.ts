import { createHash } from 'node:crypto'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { toHex } from '../../../worker/lib/bytes.ts'
import { md5 } from '../../../worker/lib/md5.ts'

describe('MD5', () => {
  it.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('of %j is as in RFC 1321', (text, digest) => {
    expect(toHex(md5(text))).toBe(digest)
  })

  it('is what others make of any text, whatever its length', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        expect(toHex(md5(text))).toBe(createHash('md5').update(text).digest('hex'))
      }),
    )
  })
})
