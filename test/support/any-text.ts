import fc from 'fast-check'

/**
 * Any text a string can hold, halves of surrogate pairs among it, half of it plain. fast-check's own
 * `binary` unit says less and first writes a table of a million characters.
 */
export const anyText = (maxLength = 20): fc.Arbitrary<string> =>
  fc
    .array(fc.oneof(fc.integer({ min: 0x20, max: 0x7e }), fc.integer({ min: 0, max: 0xffff })), {
      maxLength,
    })
    .map((units) => String.fromCharCode(...units))
