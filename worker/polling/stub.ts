/** Access to carrier accounts' objects: the one file of this folder that others of its tier import. */
import type { MerchantConfiguration } from '../store/configuration.ts'
import { SANDBOX_ACCOUNT } from './access.ts'
import type { AccountObject } from './account.ts'

export type { AccountHealth, AccountReference, AccountStatus } from './access.ts'
export { NUDGE_EVERY } from './access.ts'

/** The object of an account. */
export function accountStub(
  env: { readonly ACCOUNT: DurableObjectNamespace<AccountObject> },
  merchant: string,
  account: string,
): DurableObjectStub<AccountObject> {
  return env.ACCOUNT.getByName(`${merchant}/${account}`)
}

/**
 * Which of a merchant's accounts asks about a parcel: the one the shop named, else its oldest at the
 * carrier; the sandbox needs none. Configuration, not a row, so that a new account needs no repair.
 * null: nobody can ask.
 */
export function whichAccount(
  merchant: Pick<MerchantConfiguration, 'accounts'>,
  carrier: string,
  named: string | null,
): string | null {
  const mine = merchant.accounts.filter((account) => account.carrier === carrier)
  const chosen = mine.find((account) => account.id === named) ?? mine[0]
  return chosen?.id ?? (carrier === 'sandbox' ? SANDBOX_ACCOUNT : null)
}
