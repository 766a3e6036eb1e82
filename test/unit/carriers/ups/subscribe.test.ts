import { afterEach, describe, expect, it, vi } from 'vitest'
import { ups } from '../../../../worker/carriers/ups/index.ts'
import { NOW } from '../../../support/carrier-client.ts'

const CREDENTIALS = { client_id: 'id', client_secret: 'secret', webhook_credential: 'agreed-on-it' }
const CALLBACK = 'https://track.example/hooks/ups/account'

function subscribe(answer: unknown, credentials: object = CREDENTIALS, status = 200) {
  const fetched = vi
    .spyOn(globalThis, 'fetch')
    .mockImplementation(() => Promise.resolve(Response.json(answer, { status })))
  const parcels = ['1Z1', '1Z2'].map((number) => ({ number, since: NOW, courier: null }))
  const token = { value: 'token', expiresAt: NOW + 1000 }
  const access = { credentials, token, origin: null, now: NOW }
  return { reading: ups.subscribe?.(parcels, access, CALLBACK), fetched }
}

afterEach(() => void vi.restoreAllMocks())

describe('subscribing to Track Alert', () => {
  it('names the numbers, where to call and the secret to say', async () => {
    const { reading, fetched } = subscribe({ validTrackingNumbers: ['1Z1', '1Z2'] })
    expect(await reading).toEqual({ reports: [], problems: [] })
    const [url, init] = fetched.mock.calls[0] ?? []
    expect(url).toBe('https://onlinetools.ups.com/api/track/v1/subscription/standard/package')
    expect(JSON.parse(String(init?.body))).toMatchObject({
      trackingNumberList: ['1Z1', '1Z2'],
      destination: { url: CALLBACK, credentialType: 'Bearer', credential: 'agreed-on-it' },
    })
  })

  it('a number UPS does not take is a problem of its own', async () => {
    const { reading } = subscribe({
      validTrackingNumbers: ['1Z1'],
      invalidTrackingNumbers: ['1Z2'],
    })
    expect((await reading)?.problems).toMatchObject([
      { code: 'invalid_number', tracking_number: '1Z2' },
    ])
  })

  it('fails as a whole where UPS refuses the account', async () => {
    const body = { response: { errors: [{ code: '250002', message: 'Invalid token' }] } }
    await expect(subscribe(body, CREDENTIALS, 401).reading).rejects.toMatchObject({
      problem: { code: 'unauthorized', carrier_code: '250002' },
    })
    await expect(subscribe({ ok: true }).reading).rejects.toMatchObject({
      problem: { code: 'bad_answer' },
    })
  })

  it('is not asked for without a secret to know UPS by', async () => {
    const { webhook_credential: _, ...without } = CREDENTIALS
    const { reading, fetched } = subscribe({}, without)
    expect((await reading)?.problems).toHaveLength(2)
    expect(fetched).not.toHaveBeenCalled()
  })
})
