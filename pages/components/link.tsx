import type { ComponentChildren } from 'preact'
import { safeUrl } from './url.ts'

interface LinkProps {
  readonly url: string | null | undefined
  readonly children: ComponentChildren
  readonly hreflang?: string
  readonly lang?: string
  readonly dir?: 'ltr' | 'rtl'
}

/** A link where the address is fit for one, else its text alone. */
export function Link({ url, children, ...rest }: LinkProps) {
  const href = safeUrl(url)
  return href ? (
    <a href={href} {...rest}>
      {children}
    </a>
  ) : (
    children
  )
}
