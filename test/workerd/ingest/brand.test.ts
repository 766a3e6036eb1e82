import { describe, expect, test } from 'vitest'
import type { Problem } from '../../support/workerd-api.ts'
import { newMerchant } from '../../support/workerd-api.ts'

interface Published {
  readonly version: number
  readonly brand: Readonly<Record<string, unknown>>
}

const BRAND = {
  name: 'Lamp & Co',
  logo: { url: 'https://cdn.shop.example/logo.svg' },
  colours: { accent: '#AA00ff' },
  support: { email: 'help@shop.example', phone: '+971 4 123 4567' },
  links: [{ label: { en: 'Returns', ar: 'الإرجاع' }, url: 'https://shop.example/returns' }],
}

describe('the brand', () => {
  test('begins as the merchant’s name in plain colours', async () => {
    const { api, id } = await newMerchant()
    const { body } = await api<Published>('GET', '/brand')
    expect(body).toMatchObject({ version: 0, brand: { name: `Shop ${id}` } })
  })

  test('is replaced, and read as it was replaced', async () => {
    const { api } = await newMerchant()
    const put = await api<Published>('PUT', '/brand', BRAND)
    expect(put.status).toBe(200)
    expect(put.body).toMatchObject({
      version: 1,
      brand: { ...BRAND, logo: { alt: '' }, colours: { accent: '#aa00ff' }, digits: 'latn' },
    })
    expect((await api<Published>('GET', '/brand')).body).toEqual(put.body)
  })

  test('has a version that counts changes, not calls', async () => {
    const { api } = await newMerchant()
    await api('PUT', '/brand', BRAND)
    expect((await api<Published>('PUT', '/brand', BRAND)).body.version).toBe(1)
    const { body } = await api<Published>('PUT', '/brand', { name: 'Lamps' })
    expect(body.version).toBe(2)
    expect(body.brand).not.toHaveProperty('logo')
  })

  test('takes tokens only: no other colours, addresses or fields', async () => {
    const { api } = await newMerchant()
    const { status, body } = await api<Problem>('PUT', '/brand', {
      name: '',
      css: 'body{display:none}',
      logo: { url: 'https://127.0.0.1/x.svg' },
      home: 'http://shop.example',
      colours: { accent: 'red;}' },
      digits: 'roman',
      support: { url: 'javascript:alert(1)', email: 'nobody', phone: 'call me' },
      links: [{ label: { fr: 'Retours' }, url: 'data:text/html,x' }],
    })
    expect([status, body.code]).toEqual([422, 'invalid_body'])
    expect(body.errors?.map(({ field }) => field).sort()).toEqual([
      '/colours/accent',
      '/css',
      '/digits',
      '/home',
      '/links/0/label/fr',
      '/links/0/url',
      '/logo/url',
      '/name',
      '/support/email',
      '/support/phone',
      '/support/url',
    ])
    expect((await api<Published>('GET', '/brand')).body.version).toBe(0)
  })

  test('of one merchant is not another’s', async () => {
    const [a, b] = [await newMerchant(), await newMerchant()]
    await a.api('PUT', '/brand', BRAND)
    expect((await b.api<Published>('GET', '/brand')).body.version).toBe(0)
  })
})
