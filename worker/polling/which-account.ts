/** Which of a merchant's accounts asks about a parcel: configuration, not a row, so that a new account needs no repair. */
import type { MerchantConfiguration } from '../store/configuration.ts'
import { SANDBOX_ACCOUNT } from './account.ts'

/** The account a shop named, else its oldest at the carrier; the sandbox needs none. null: nobody can ask. */
export function whichAccount(
  merchant: Pick<MerchantConfiguration, 'accounts'>,
  carrier: string,
  named: string | null,
): string | null {
  const mine = merchant.accounts.filter((account) => account.carrier === carrier)
  const chosen = mine.find((account) => account.id === named) ?? mine[0]
  return chosen?.id ?? (carrier === 'sandbox' ? SANDBOX_ACCOUNT : null)
}
