/** The words for how a carrier account stands with its carrier. */

/** Of the breaker: `half_open`, one request is let through to see whether the carrier answers again. */
export const BREAKER_STATES = ['closed', 'open', 'half_open'] as const
export type BreakerState = (typeof BREAKER_STATES)[number]

/** `unchecked`: no request with them has come to an answer yet. */
export const CREDENTIALS_STATES = ['accepted', 'refused', 'unchecked'] as const
export type CredentialsState = (typeof CREDENTIALS_STATES)[number]

/** Why an account is not asked as it should be. */
export const TROUBLES = ['down', 'credentials_refused'] as const
export type Trouble = (typeof TROUBLES)[number]
