import type { BrandView } from '../tracking/view.ts'
import { safeUrl } from './url.ts'

const EMAIL = /^[^\s@<>"?&]+@[^\s@<>"?&]+$/
const PHONE = /^\+?[\d\s().-]{3,}$/

/** A mailto address that already says which order it is about. */
export const mailTo = (email: string | null, subject: string): string | undefined =>
  email && EMAIL.test(email) ? `mailto:${email}?subject=${encodeURIComponent(subject)}` : undefined

export const callTo = (phone: string | null): string | undefined =>
  phone && PHONE.test(phone) ? `tel:${phone.replace(/[^\d+]/g, '')}` : undefined

/** The best way to reach the shop; undefined where it names none. */
export const contactUrl = (support: BrandView['support'], subject: string): string | undefined =>
  safeUrl(support.url) ?? mailTo(support.email, subject) ?? callTo(support.phone)
