/** Access to carrier accounts' objects: the one file of this folder that others of its tier import. */
import { courierCode } from '../carriers/aggregator.ts'
import { findCarrier } from '../carriers/registry.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import { SANDBOX_ACCOUNT } from './access.ts'
import type { AccountObject } from './account.ts'
import type { Unmapped } from './unmapped.ts'
import { listed } from './unmapped.ts'

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

/** Codes of a carrier's that no table knows, seen by a merchant's accounts there, the most frequent first. */
export async function unmappedCodes(
  env: { readonly ACCOUNT: DurableObjectNamespace<AccountObject> },
  merchant: MerchantConfiguration,
  carrier: string,
): Promise<Unmapped[]> {
  const own = merchant.accounts.filter((account) => account.carrier === carrier)
  const ids = carrier === 'sandbox' ? [SANDBOX_ACCOUNT] : own.map(({ id }) => id)
  const tables = ids.map((id) => accountStub(env, merchant.id, id).unmapped())
  return listed(await Promise.all(tables))
}

/** The account that asks about a parcel, and whose it is: the carrier's own or an aggregator's. */
export interface Way {
  readonly account: string
  readonly carrier: string
}

/**
 * How a merchant asks about a carrier's parcel: by the account the shop named, else its oldest at the
 * carrier, else its oldest at an aggregator that has the carrier; the sandbox needs none.
 * Configuration, not a row, so that a new account needs no repair. null: nobody can ask.
 */
export function wayTo(
  merchant: Pick<MerchantConfiguration, 'accounts'>,
  carrier: string,
  named: string | null,
): Way | null {
  const own = merchant.accounts.filter((account) => account.carrier === carrier)
  const over = merchant.accounts.filter((account) => reaches(account.carrier, carrier))
  const chosen = [...own, ...over].find(({ id }) => id === named) ?? own[0] ?? over[0]
  if (chosen) return { account: chosen.id, carrier: chosen.carrier }
  return carrier === 'sandbox' ? { account: SANDBOX_ACCOUNT, carrier } : null
}

function reaches(aggregator: string, carrier: string): boolean {
  const couriers = findCarrier(aggregator)?.couriers
  return couriers !== undefined && courierCode(couriers, carrier) !== null
}
