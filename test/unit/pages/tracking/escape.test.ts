import { describe, expect, it } from 'vitest'
import { assetsFor, brandStyle } from '../../../../pages/assets/brand.ts'
import { renderTracking } from '../../../../pages/tracking/page.tsx'
import { article, brand, order, parcel } from '../../../support/gallery-parts.ts'

const HOSTILE = '</script><img src=x onerror=alert(1)>"\'&'
const JS = 'javascript:alert(1)'

const hostileBrand = {
  ...brand,
  name: HOSTILE,
  logo: { url: JS, alt: HOSTILE },
  home: JS,
  support: { email: `a@b.example">${HOSTILE}`, phone: `+1">${HOSTILE}`, url: 'data:text/html,x' },
  links: [
    { label: HOSTILE, url: JS },
    { label: 'ok', url: '//evil.example' },
  ],
}

const hostileParcel = parcel('en', 'delivered', {
  carrier: HOSTILE,
  carrier_url: ` ${JS}`,
  tracking_number: { text: HOSTILE, whole: true },
  pickup: { name: HOSTILE, address: HOSTILE, hours: HOSTILE, until: HOSTILE, code: HOSTILE },
  handover: { to: 'neighbour', signed_by: HOSTILE, photo: 'java\nscript:alert(1)' },
  payment_due: { amount: HOSTILE, currency: HOSTILE, url: JS },
  action: 'pay',
  scans: [
    {
      at: HOSTILE,
      local: null,
      milestone: 'delivered',
      reason: null,
      city: HOSTILE,
      text: HOSTILE,
    },
  ],
  articles: [article('en', 0, { title: HOSTILE, language: HOSTILE, image: JS, url: JS })],
})

const html = renderTracking(
  order('en', {
    brand: hostileBrand,
    number: HOSTILE,
    notes: [HOSTILE],
    shipments: [hostileParcel],
    headline_shipment: 's1',
    situation: 'duties_due',
    etag: HOSTILE,
    lookup: JS,
    languages: [{ locale: 'ar', href: JS }],
    fresh_link_action: JS,
    grant_expired: true,
    destination: { name: HOSTILE, lines: [HOSTILE] },
  }),
  assetsFor(hostileBrand),
)

describe('hostile text', () => {
  it('stays text', () => {
    expect(html).not.toContain('<img')
    expect(html.match(/<script/g)).toHaveLength(1)
    expect(html).toContain('&lt;/script>&lt;img')
  })

  it('is refused as an address', () => {
    const addresses = [...html.matchAll(/\s(?:href|src|action)="([^"]*)"/g)].map(
      (match) => match[1],
    )
    expect(addresses.length).toBeGreaterThan(0)
    for (const address of addresses)
      expect(address).toMatch(/^(#|data:image\/svg\+xml,%3Csvg%20|\/(?!\/)|https:\/\/)/)
  })

  it('is refused as a colour', () => {
    const accent = 'red}</style><script>alert(1)</script>'
    const style = brandStyle({ ...brand, colours: { ...brand.colours, accent } })
    expect(style).not.toContain('script')
  })
})
