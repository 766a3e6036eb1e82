const UNSAFE = /["&<]/
const ENTITIES: Readonly<Record<string, string>> = { '"': '&quot;', '&': '&amp;', '<': '&lt;' }

/** Text as it may stand in an element or a quoted attribute, escaped as Preact does it. */
export const escapeHtml = (text: string): string =>
  UNSAFE.test(text) ? text.replace(/["&<]/g, (character) => ENTITIES[character] ?? '') : text
