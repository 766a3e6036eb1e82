/** A carrier account as the API shows it: the record says what it is, its object how its carrier answers. */
import type { CarrierId } from '../../../schema/vocabulary.ts'
import { config } from '../../config.ts'
import { SECOND, toInstant } from '../../lib/clock.ts'
import { describeError, log } from '../../lib/log.ts'
import { accountStub } from '../../polling/stub.ts'
import type { ShownAccount } from '../../store/accounts.ts'
import type { AccountAnswer, ConnectionAnswer } from './answers.ts'

/** For an account's object to answer */
const DEADLINE = 2 * SECOND

/** Field by field, so that nothing secret comes along by itself. */
export async function showAccount(env: Env, account: ShownAccount): Promise<AccountAnswer> {
  const { origin } = config(env).defaultOrigin
  return {
    id: account.id,
    carrier: account.carrier,
    name: account.name,
    connection: await connectionOf(env, account),
    webhook_url: `${origin}/hooks/${account.carrier}/${account.id}`,
    created_at: account.createdAt,
    updated_at: account.updatedAt,
  }
}

async function connectionOf(
  env: Env,
  { merchant, id, carrier }: ShownAccount,
): Promise<ConnectionAnswer | null> {
  const health = await asked(accountStub(env, merchant, id).health(carrier as CarrierId))
  return (
    health && {
      state: health.state,
      failing_since: instantOf(health.failing_since),
      credentials: health.credentials,
      last_error: health.last_error && {
        at: toInstant(health.last_error.at),
        code: health.last_error.code,
        message: health.last_error.message,
        carrier_code: health.last_error.carrier_code,
      },
      requests_left_today: health.requests_left_today,
      token_expires_at: instantOf(health.token_expires_at),
    }
  )
}

const instantOf = (at: number | null): string | null => (at === null ? null : toInstant(at))

/** What an account's object answers in time; null: it did not. */
export async function asked<Answer>(asking: Promise<Answer>): Promise<Answer | null> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<null>((resolve) => {
    timer = setTimeout(() => resolve(null), DEADLINE)
  })
  try {
    return await Promise.race([asking, late])
  } catch (error) {
    log('warn', 'account_away', { error: describeError(error) })
    return null
  } finally {
    clearTimeout(timer)
  }
}
