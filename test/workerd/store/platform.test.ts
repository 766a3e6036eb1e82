import { env } from 'cloudflare:workers'
import { describe, expect, test } from 'vitest'
import { keyRing } from '../../../worker/lib/keys.ts'
import type { CarrierAccount } from '../../../worker/store/accounts.ts'
import {
  createAccount,
  deleteAccount,
  listAccounts,
  openCredentials,
  readAccount,
  readNamedAccount,
  sealCredentials,
  updateAccount,
} from '../../../worker/store/accounts.ts'
import {
  countWaiting,
  keepDeadLetters,
  markReplayed,
  readDeadLetter,
  waitingDeadLetters,
} from '../../../worker/store/dead-letters.ts'
import { advance, readWatermark, takeLease } from '../../../worker/store/watermarks.ts'
import { TEST_SECRETS } from '../../support/secrets.ts'

describe('the lease on a shard’s wheel', () => {
  const lease = (owner: string, now: number, shard = 'S1') => ({
    shard,
    owner,
    now,
    until: now + 100,
  })

  test('is one tick’s alone until it ends', async () => {
    expect(await readWatermark(env.DB, 'S1')).toBeNull()
    expect(await takeLease(env.DB, lease('first', 1000), 41)).toBe(41)
    expect(await takeLease(env.DB, lease('second', 1099), 50)).toBeNull()
    expect(await takeLease(env.DB, lease('second', 1100), 50)).toBe(41)
  })

  test('lets its holder alone move the watermark', async () => {
    await advance(env.DB, 'S1', 'first', 99)
    expect(await readWatermark(env.DB, 'S1')).toBe(41)
    await advance(env.DB, 'S1', 'second', 51)
    expect(await readWatermark(env.DB, 'S1')).toBe(51)
  })

  test('is free once the watermark has moved, which never goes back', async () => {
    expect(await takeLease(env.DB, lease('third', 1101), 0)).toBe(51)
    await advance(env.DB, 'S1', 'third', 3)
    expect(await readWatermark(env.DB, 'S1')).toBe(51)
  })

  test('of many that want it at once goes to one', async () => {
    const taken = await Promise.all(
      Array.from({ length: 8 }, (_, index) => takeLease(env.DB, lease(`t${index}`, 1000, 'S2'), 7)),
    )
    expect(taken.filter((minute) => minute !== null)).toEqual([7])
  })

  test('of one shard leaves the others', async () => {
    expect(await takeLease(env.DB, lease('other', 1000, 'S3'), 9)).toBe(9)
  })
})

describe('dead letters', () => {
  const letter = (id: string, died_at = '2026-03-10T08:00:00Z') => ({
    id,
    queue: 'polls',
    merchant: 'm1',
    message: '{"kind":"look"}',
    why: 'Error: no',
    died_at,
  })

  test('are kept once, however often they are delivered', async () => {
    await keepDeadLetters(env.DB, [letter('b', '2026-03-10T09:00:00Z'), letter('a')])
    await keepDeadLetters(env.DB, [{ ...letter('a'), why: 'again' }])
    expect(await countWaiting(env.DB)).toBe(2)
    expect(await readDeadLetter(env.DB, 'a')).toEqual({ ...letter('a'), replayed_at: null })
  })

  test('wait oldest first until they are replayed', async () => {
    const ids = async () => (await waitingDeadLetters(env.DB, 10)).map(({ id }) => id)
    expect(await ids()).toEqual(['a', 'b'])
    expect(await waitingDeadLetters(env.DB, 1)).toHaveLength(1)
    await markReplayed(env.DB, 'a', '2026-03-11T08:00:00Z')
    expect(await ids()).toEqual(['b'])
    expect(await countWaiting(env.DB)).toBe(1)
  })

  test('may be nobody’s', async () => {
    await keepDeadLetters(env.DB, [{ ...letter('c'), merchant: null, message: 'null' }])
    expect(await readDeadLetter(env.DB, 'c')).toMatchObject({ merchant: null, message: 'null' })
    expect(await readDeadLetter(env.DB, 'unknown')).toBeNull()
  })
})

describe('a carrier account', () => {
  const keys = keyRing(TEST_SECRETS.CREDENTIAL_KEYS)
  const at = '2026-03-10T08:00:00Z'
  const account = async (id: string, merchant = 'm1'): Promise<CarrierAccount> => ({
    id,
    merchant,
    carrier: 'ups',
    name: 'Main',
    credentials: await sealCredentials(keys, { merchant, id }, { client_secret: 'hush' }),
    createdAt: at,
    updatedAt: at,
  })

  test('is created once, and shown without its credentials', async () => {
    await createAccount(env.DB, await account('acc'))
    await createAccount(env.DB, { ...(await account('acc')), name: 'again' })
    const [shown, ...more] = await listAccounts(env.DB, 'm1')
    expect(shown).toEqual({
      id: 'acc',
      merchant: 'm1',
      carrier: 'ups',
      name: 'Main',
      createdAt: at,
      updatedAt: at,
    })
    expect(more).toEqual([])
  })

  test('keeps its credentials sealed, for itself alone', async () => {
    const kept = await readAccount(env.DB, 'm1', 'acc')
    if (!kept) throw new Error('not there')
    expect(kept.credentials).not.toContain('hush')
    expect(await openCredentials(keys, kept)).toEqual({ client_secret: 'hush' })
    await expect(openCredentials(keys, { ...kept, merchant: 'm2' })).rejects.toThrow()
    await expect(openCredentials(keys, { ...kept, id: 'other' })).rejects.toThrow()
  })

  test('is its merchant’s alone', async () => {
    expect(await listAccounts(env.DB, 'm2')).toEqual([])
    expect(await readAccount(env.DB, 'm2', 'acc')).toBeNull()
    expect(await updateAccount(env.DB, 'm2', 'acc', { name: 'mine', updatedAt: at })).toBe(false)
    expect(await deleteAccount(env.DB, 'm2', 'acc')).toBe(false)
    expect((await readNamedAccount(env.DB, 'acc'))?.merchant).toBe('m1')
  })

  test('is changed and deleted by its merchant', async () => {
    expect(await updateAccount(env.DB, 'm1', 'acc', { name: 'New', updatedAt: at })).toBe(true)
    expect(await readAccount(env.DB, 'm1', 'acc')).toMatchObject({ name: 'New' })
    expect(await deleteAccount(env.DB, 'm1', 'acc')).toBe(true)
    expect(await deleteAccount(env.DB, 'm1', 'acc')).toBe(false)
    expect(await readNamedAccount(env.DB, 'acc')).toBeNull()
  })
})
