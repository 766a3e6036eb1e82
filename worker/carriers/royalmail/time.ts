/** Royal Mail writes an offset; where a clock has none it is Britain's. */
export const CLOCK = { zone: 'Europe/London' } as const
