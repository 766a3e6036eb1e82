/** `/v1/carrier-accounts`: a merchant's credentials at carriers. They go in and never come back out. */
import { Hono } from 'hono'
import { carriers } from '../../carriers/registry.ts'
import { config } from '../../config.ts'
import { canonicalJson, fingerprint } from '../../lib/bytes.ts'
import { now } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'
import { newId } from '../../lib/id.ts'
import type { CarrierAccount, ShownAccount } from '../../store/accounts.ts'
import {
  createAccount,
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
import type { AccountAnswer } from './answers.ts'
import { accountChange, accountInput } from './inputs.ts'

export const accounts = new Hono<Api>()
  .get('/', async (context) => {
    const merchant = context.get('merchant')
    const known = await listAccounts(context.env.DB, merchant.id)
    return context.json({ accounts: known.map((account) => show(context.env, account)) })
  })
  .post('/', body(accountInput), async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const input = context.req.valid('json')
    const valid = checkedCredentials(input.carrier, input.credentials)
    const request = await requestKey(context.req.header('idempotency-key'))
    const at = new Date(now()).toISOString()
    const id = request ? await idFor(merchant, request.key) : newId()
    const account = { id, merchant: merchant.id, carrier: input.carrier, name: input.name }
    const isNew = await createAccount(env.DB, {
      ...account,
      credentials: await sealCredentials(config(env).credentialKeys, account, valid),
      createdAt: at,
      updatedAt: at,
    })
    if (!isNew) await mustBeSame(env, account, valid)
    await publishMerchant(env, merchant.id)
    await publishAccount(env, id)
    return context.json(show(env, await find(env, merchant, id)), 201)
  })
  .get('/:id', async (context) => {
    const account = await find(context.env, context.get('merchant'), context.req.param('id'))
    return context.json(show(context.env, account))
  })
  .patch('/:id', body(accountChange), async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    const account = await find(env, merchant, context.req.param('id'))
    const change = context.req.valid('json')
    const valid = change.credentials && checkedCredentials(account.carrier, change.credentials)
    await updateAccount(env.DB, merchant.id, account.id, {
      ...(change.name !== undefined && { name: change.name }),
      ...(valid !== undefined && {
        credentials: await sealCredentials(config(env).credentialKeys, account, valid),
      }),
      updatedAt: new Date(now()).toISOString(),
    })
    await publishAccount(env, account.id)
    return context.json(show(env, await find(env, merchant, account.id)))
  })
  .delete('/:id', async (context) => {
    const { env } = context
    const merchant = context.get('merchant')
    if (!(await deleteAccount(env.DB, merchant.id, context.req.param('id')))) {
      throw new Problem('carrier_account_not_found')
    }
    await publishMerchant(env, merchant.id)
    await publishAccount(env, context.req.param('id'))
    return context.body(null, 204)
  })

/** The same key makes the same account, whoever is asked. */
const idFor = async (merchant: MerchantConfiguration, key: string): Promise<string> =>
  fingerprint(JSON.stringify(['account', merchant.id, key]))

/**
 * Whether a key that came before came with the same account, by the account as it is: a hash of the
 * request beside it would let whoever reads the record try out credentials. Throws Problem.
 */
async function mustBeSame(
  env: Env,
  asked: Pick<CarrierAccount, 'merchant' | 'id' | 'carrier' | 'name'>,
  credentials: unknown,
): Promise<void> {
  const known = await readAccount(env.DB, asked.merchant, asked.id)
  const kept = known && (await openCredentials(config(env).credentialKeys, known))
  if (
    known?.carrier !== asked.carrier ||
    known.name !== asked.name ||
    canonicalJson(kept) !== canonicalJson(credentials)
  ) {
    throw new Problem('idempotency_key_reused')
  }
}

/** As the carrier's adapter wants them; every wrong field named. Throws Problem. */
function checkedCredentials(carrier: string, given: unknown): unknown {
  const adapter = carriers[carrier as keyof typeof carriers]
  const result = adapter.credentials.safeParse(given)
  if (!result.success) throw invalid('invalid_body', result.error.issues, ['credentials'])
  return result.data
}

async function find(env: Env, merchant: MerchantConfiguration, id: string): Promise<ShownAccount> {
  const account = await readAccount(env.DB, merchant.id, id)
  if (!account) throw new Problem('carrier_account_not_found')
  return account
}

/** Field by field, so that nothing secret comes along by itself. */
function show(env: Env, account: ShownAccount): AccountAnswer {
  const { origin } = config(env).defaultOrigin
  return {
    id: account.id,
    carrier: account.carrier,
    name: account.name,
    webhook_url: `${origin}/hooks/${account.carrier}/${account.id}`,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
  }
}
