import { afterEach, describe, expect, it, vi } from 'vitest'
import { bring } from '../../../../worker/carriers/bring/index.ts'
import { NOW, pushed } from '../../../support/carrier-client.ts'

const SECRET = 'a-secret-of-some-length'
const CREDENTIALS = {
  api_uid: 'shop@example.com',
  api_key: 'the-api-key',
  client_url: 'https://shop.example/',
  webhook_secret: SECRET,
}
const CALLBACK = 'https://track.example/hooks/bring/account'

const read = (body: object) =>
  bring.read({ contentType: 'application/json', body: JSON.stringify(body) })

describe('a call of Event Cast', () => {
  const CALL = {
    status: 'DELIVERED',
    id: 'ad84cbca-2e89-43e0-a301-a8d5d7fe7804',
    shipment: '70722151234567890',
    package: '370722151234567890',
    created: '2026-03-10T10:15:00+0000',
    pushed: '2026-03-10T10:15:01+0000',
  }

  it('is one scan in UTC, of the package', () => {
    expect(read(CALL).reports).toMatchObject([
      {
        tracking_number: '370722151234567890',
        whole: false,
        scans: [
          {
            at: '2026-03-10T10:15:00+00:00',
            local: null,
            code: 'DELIVERED',
            milestone: 'delivered',
          },
        ],
      },
    ])
  })

  it('about a shipment alone is the shipment’s', () => {
    expect(read({ ...CALL, package: '' }).reports[0]?.tracking_number).toBe('70722151234567890')
  })

  it.each(['EXPIRED', 'NOT_REGISTERED'])('about the webhook itself (%s) is nobody’s', (status) => {
    expect(read({ ...CALL, status })).toEqual({ reports: [], problems: [] })
  })

  // `printf 'bring:a-secret-of-some-length' | base64`
  const BASIC = 'Basic YnJpbmc6YS1zZWNyZXQtb2Ytc29tZS1sZW5ndGg='

  it.each([
    [{ 'x-webhook-secret': SECRET }, SECRET, true],
    [{ 'X-Webhook-Secret': `${SECRET}.` }, SECRET, false],
    [{ authorization: BASIC }, SECRET, true],
    [{ authorization: `${BASIC}=` }, SECRET, false],
    [{ 'x-webhook-secret': 'another', authorization: BASIC }, SECRET, false],
    [{}, SECRET, false],
    [{ 'x-webhook-secret': '' }, undefined, false],
    [{ authorization: 'Basic YnJpbmc6' }, undefined, false],
  ])('with %j where %s was agreed: %s', async (headers, webhook_secret, is) => {
    const push = pushed(headers as Record<string, string>, JSON.stringify(CALL))
    expect(await bring.verifyPush?.(push, { ...CREDENTIALS, webhook_secret })).toBe(is)
  })
})

describe('subscribing to Event Cast', () => {
  afterEach(() => void vi.restoreAllMocks())

  function subscribe(status: number, credentials: object = CREDENTIALS) {
    const fetched = vi
      .spyOn(globalThis, 'fetch')
      .mockImplementation(() => Promise.resolve(new Response('', { status })))
    const parcels = ['370722151234567890', '370722151234567891'].map((number) => ({
      number,
      since: NOW,
      courier: null,
    }))
    const access = { credentials, token: null, origin: null, now: NOW }
    return { reading: bring.subscribe?.(parcels, access, CALLBACK), fetched }
  }

  it('names the numbers, where to call, what about, and the secret to say', async () => {
    const { reading, fetched } = subscribe(201)
    expect(await reading).toEqual({ reports: [], problems: [] })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://api.bring.com/event-cast/batch/api/v1/webhooks')
    expect(JSON.parse(String(init?.body))).toEqual({
      trackingIds: ['370722151234567890', '370722151234567891'],
      event_groups: expect.arrayContaining(['DELIVERED', 'DELIVERED_SENDER', 'DEVIATION']),
      configuration: {
        url: CALLBACK,
        content_type: 'application/json',
        headers: [{ key: 'x-webhook-secret', value: SECRET }],
      },
    })
  })

  it('asks for no event that says nothing, and for none of former days', async () => {
    const { reading, fetched } = subscribe(201)
    await reading
    const { event_groups } = JSON.parse(String(fetched.mock.calls[0]?.[1]?.body))
    expect(event_groups).not.toContain('NOTIFICATION_SENT')
    expect(event_groups).not.toContain('ARRIVED_DELIVERY')
  })

  it('is harmless a second time', async () => {
    expect(await subscribe(409).reading).toEqual({ reports: [], problems: [] })
  })

  it.each([
    [400, 'bad_answer'],
    [401, 'unauthorized'],
    [429, 'throttled'],
    [500, 'down'],
  ])('refused with %i is %s', async (status, code) => {
    await expect(subscribe(status).reading).rejects.toMatchObject({ problem: { code } })
  })

  it('is not asked for without a secret to know Bring by', async () => {
    const { reading, fetched } = subscribe(201, { ...CREDENTIALS, webhook_secret: undefined })
    expect((await reading)?.problems).toHaveLength(2)
    expect(fetched).not.toHaveBeenCalled()
  })
})
