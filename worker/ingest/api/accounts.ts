/** `/v1/carrier-accounts`: a merchant's credentials at carriers. They go in and never come back out. */
import { Hono } from 'hono'
import type { CredentialsState } from '../../../schema/account-health.ts'
import type { CarrierId } from '../../../schema/vocabulary.ts'
import { carriers } from '../../carriers/registry.ts'
import { config } from '../../config.ts'
import { canonicalJson, fingerprint } from '../../lib/bytes.ts'
import { now, toInstant } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { newId } from '../../lib/id.ts'
import { accountStub } from '../../polling/stub.ts'
import type { CarrierAccount, ShownAccount } from '../../store/accounts.ts'
import {
  createAccount,
  credentialsVersion,
  deleteAccount,
  listAccounts,
  openCredentials,
  readAccount,
  sealCredentials,
  updateAccount,
} from '../../store/accounts.ts'
import type { MerchantConfiguration } from '../../store/configuration.ts'
import { publishAccount, publishMerchant } from '../../store/configuration.ts'
import { invalid } from '../field-errors.ts'
import { body } from '../respond.ts'
import type { Api } from './access.ts'
import { requestKey } from './access.ts'
import { accountChange, accountInput } from './inputs.ts'
import { asked, showAccount } from './show-account.ts'
import { tryCredentials } from './try-credentials.ts'

export const accounts = new Hono<Api>()
  .get('/', async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const known = await listAccounts(env.DB, merchant.id)
    const accounts = await Promise.all(known.map((account) => showAccount(env, account)))
    return context.json({ accounts })
  })
  .post('/', body(accountInput), async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const input = context.req.valid('json')
    const valid = checkedCredentials(input.carrier, input.credentials)
    const request = await requestKey(context.req.header('idempotency-key'))
    const id = request ? await idFor(merchant, request.key) : newId()
    const account = { id, merchant: merchant.id, carrier: input.carrier, name: input.name }
    if (!(request && (await readAccount(env.DB, merchant.id, id)))) await make(env, account, valid)
    if (request) await mustBeSame(env, account, valid)
    await publishMerchant(env, merchant.id)
    await publishAccount(env, id)
    return context.json(await showAccount(env, await find(env, merchant, id)), 201)
  })
  .get('/:id', async (context) => {
    const account = await find(context.env, context.get('merchant'), context.req.param('id'))
    return context.json(await showAccount(context.env, account))
  })
  .patch('/:id', body(accountChange), async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const account = await find(env, merchant, context.req.param('id'))
    const { name, credentials } = context.req.valid('json')
    const valid = credentials && checkedCredentials(account.carrier, credentials)
    const tried = valid === undefined ? null : await sealTried(env, account, valid)
    await updateAccount(env.DB, merchant.id, account.id, {
      ...(name !== undefined && { name }),
      ...(tried && { credentials: tried.credentials }),
      updatedAt: toInstant(now()),
    })
    await publishAccount(env, account.id)
    if (tried) await tellAccount(env, account, tried)
    return context.json(await showAccount(env, await find(env, merchant, account.id)))
  })
  .delete('/:id', async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const id = context.req.param('id')
    if (!(await deleteAccount(env.DB, merchant.id, id))) {
      throw new Problem('carrier_account_not_found')
    }
    await publishMerchant(env, merchant.id)
    await publishAccount(env, id)
    await asked(accountStub(env, merchant.id, id).closed())
    return context.body(null, 204)
  })

type Named = Pick<CarrierAccount, 'id' | 'merchant' | 'carrier' | 'name'>

/** Credentials sealed, and what the carrier said to them. */
interface Tried {
  readonly credentials: string
  readonly state: CredentialsState
}

/** Throws Problem where the carrier refuses the credentials; then nothing is kept. */
async function make(env: Env, account: Named, credentials: unknown): Promise<void> {
  const tried = await sealTried(env, account, credentials)
  const at = toInstant(now())
  const made = { ...account, credentials: tried.credentials, createdAt: at, updatedAt: at }
  if (await createAccount(env.DB, made)) await tellAccount(env, account, tried)
}

async function sealTried(
  env: Env,
  account: Pick<CarrierAccount, 'id' | 'merchant' | 'carrier'>,
  credentials: unknown,
): Promise<Tried> {
  const { carrierOrigins, credentialKeys } = config(env)
  const origin = carrierOrigins[account.carrier] ?? null
  const state = await tryCredentials(adapterOf(account.carrier), credentials, origin)
  return { credentials: await sealCredentials(credentialKeys, account, credentials), state }
}

/** So that they are used at once; an account that is not told finds out with its next request. */
async function tellAccount(
  env: Env,
  { id, merchant, carrier }: Pick<CarrierAccount, 'id' | 'merchant' | 'carrier'>,
  tried: Tried,
): Promise<void> {
  const reference = { merchant, account: id, carrier: carrier as CarrierId }
  const version = credentialsVersion(tried)
  await asked(accountStub(env, merchant, id).renewed(reference, version, tried.state))
}

/** The same key makes the same account, whoever is asked. */
const idFor = async (merchant: MerchantConfiguration, key: string): Promise<string> =>
  fingerprint(JSON.stringify(['account', merchant.id, key]))

/**
 * Whether a key that came before came with the same account, by the account as it is: a hash of the
 * request beside it would let whoever reads the record try out credentials. Throws Problem.
 */
async function mustBeSame(env: Env, wanted: Named, credentials: unknown): Promise<void> {
  const known = await readAccount(env.DB, wanted.merchant, wanted.id)
  const kept = known && (await openCredentials(config(env).credentialKeys, known))
  if (
    known?.carrier !== wanted.carrier ||
    known.name !== wanted.name ||
    canonicalJson(kept) !== canonicalJson(credentials)
  ) {
    throw new Problem('idempotency_key_reused')
  }
}

/** As the carrier's adapter wants them; every wrong field named. Throws Problem. */
function checkedCredentials(carrier: string, given: unknown): unknown {
  const result = adapterOf(carrier).credentials.safeParse(given)
  if (!result.success) throw invalid('invalid_body', result.error.issues, ['credentials'])
  return result.data
}

async function find(env: Env, merchant: MerchantConfiguration, id: string): Promise<ShownAccount> {
  const account = await readAccount(env.DB, merchant.id, id)
  if (!account) throw new Problem('carrier_account_not_found')
  return account
}

const adapterOf = (carrier: string) => carriers[carrier as CarrierId]
