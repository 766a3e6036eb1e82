// Absolute web addresses and our own paths; "//host" and "/\host" lead elsewhere and are neither.
const SAFE = /^(?:https?:\/\/|\/(?![/\\]))/i

/** An address fit for `href` and `src`; undefined for anything that could run or mislead. */
export const safeUrl = (url: string | null | undefined): string | undefined =>
  url && SAFE.test(url) ? url : undefined
