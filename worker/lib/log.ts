/** Logs are JSON lines of ids, codes and numbers; nothing a person wrote goes in. */

type Field = string | number | boolean | null

export function log(
  level: 'info' | 'warn' | 'error',
  event: string,
  fields: Readonly<Record<string, Field>> = {},
): void {
  console[level](JSON.stringify({ level, event, ...fields }))
}

/**
 * An error's name and the first words of its message, without what a query or link may hold. A
 * failed statement's own error lists the values bound to it: its cause is described instead.
 */
export function describeError(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  if (error.message.startsWith('Failed query')) return describeError(error.cause)
  return `${error.name}: ${error.message}`.replace(/\?\S*/g, '?…').slice(0, 200)
}
