/**
 * What an account shows its carrier: credentials out of the record, and a token where the carrier
 * exchanges one for them. The token is kept, sealed, for an object that forgets would ask for another
 * one with every message.
 */

import type { Token } from '../carriers/contract.ts'
import { CarrierError } from '../carriers/contract.ts'
import { carriers } from '../carriers/registry.ts'
import { config } from '../config.ts'
import { MINUTE, now } from '../lib/clock.ts'
import { seal, unseal } from '../lib/seal.ts'
import { credentialsVersion, openCredentials, readAccount } from '../store/accounts.ts'
import type { AccountAccess, AccountReference } from './access.ts'
import { SANDBOX_ACCOUNT } from './access.ts'

const FRESH = MINUTE
/** A token is not used in the last seconds of its life */
const MARGIN = 30_000
/** A token of a shorter life is not worth a row */
const WORTH_KEEPING = 5 * MINUTE

/** Deleted while its messages were under way: nobody's failure. */
export class AccountGone extends CarrierError {
  constructor() {
    super('unauthorized', 'the carrier account is gone')
  }
}

interface KeptToken {
  readonly sealed: string
  readonly expiresAt: number
  /** The version of the credentials it was given for */
  readonly of: string
}

interface Open {
  readonly value: unknown
  /** Their version */
  readonly of: string
  readonly at: number
}

export class Credentials {
  readonly #env: Env
  readonly #storage: SyncKvStorage
  #open: Open | null = null
  #token: Token | null = null
  #refreshing: Promise<Token | null> | null = null

  constructor(env: Env, storage: SyncKvStorage) {
    this.#env = env
    this.#storage = storage
  }

  /** The version of those in use; null: none were opened since the object woke. */
  get version(): string | null {
    return this.#open?.of ?? null
  }

  /** Epoch milliseconds; null: there is no token. */
  get tokenExpiresAt(): number | null {
    const expiresAt = this.#token?.expiresAt ?? this.#kept()?.expiresAt ?? 0
    return expiresAt > now() ? expiresAt : null
  }

  /** Throws CarrierError. */
  async access(reference: AccountReference): Promise<AccountAccess> {
    if (reference.account === SANDBOX_ACCOUNT) return { credentials: {}, token: null }
    const open = await this.#opened(reference)
    const { authenticate } = carriers[reference.carrier]
    const token = authenticate ? await this.#tokenFor(reference, open) : null
    return { credentials: open.value, token }
  }

  /** Another token than the one the carrier refused; one exchange for all who ask. Throws CarrierError. */
  renew(reference: AccountReference, refused: string | null): Promise<AccountAccess> {
    if (refused !== null && this.#token?.value === refused) this.#dropToken()
    return this.access(reference)
  }

  /** The record may have others now. */
  forget(): void {
    this.#open = null
    this.#dropToken()
  }

  async #opened(reference: AccountReference): Promise<Open> {
    if (this.#open && now() - this.#open.at < FRESH) return this.#open
    const account = await readAccount(this.#env.DB, reference.merchant, reference.account)
    if (!account) throw new AccountGone()
    const of = credentialsVersion(account)
    if (this.#open && this.#open.of !== of) this.#dropToken()
    const value = await openCredentials(this.#keys, account)
    this.#open = { value, of, at: now() }
    return this.#open
  }

  async #tokenFor(reference: AccountReference, open: Open): Promise<Token | null> {
    this.#token ??= await this.#unsealed(reference, open.of)
    if (this.#token && this.#token.expiresAt - MARGIN > now()) return this.#token
    this.#refreshing ??= this.#exchange(reference, open).finally(() => {
      this.#refreshing = null
    })
    return this.#refreshing
  }

  async #exchange(reference: AccountReference, open: Open): Promise<Token | null> {
    const origin = config(this.#env).carrierOrigins[reference.carrier] ?? null
    const { authenticate } = carriers[reference.carrier]
    const asked = { credentials: open.value, token: null, origin, now: now() }
    this.#token = (await authenticate?.(asked)) ?? null
    if (this.#token && this.#token.expiresAt - now() > WORTH_KEEPING) {
      const sealed = await seal(this.#keys, ownerOf(reference), this.#token.value)
      const { expiresAt } = this.#token
      this.#storage.put<KeptToken>('token', { sealed, expiresAt, of: open.of })
    }
    return this.#token
  }

  async #unsealed(reference: AccountReference, of: string): Promise<Token | null> {
    const kept = this.#kept()
    if (!kept || kept.of !== of) return null
    try {
      const value = await unseal(this.#keys, ownerOf(reference), kept.sealed)
      return { value, expiresAt: kept.expiresAt }
    } catch {
      // Sealed with a key that is no more: another token costs one request.
      return null
    }
  }

  #kept(): KeptToken | undefined {
    return this.#storage.get<KeptToken>('token')
  }

  #dropToken(): void {
    this.#token = null
    if (this.#kept()) this.#storage.delete('token')
  }

  get #keys() {
    return config(this.#env).credentialKeys
  }
}

/** A token opens for its own account alone. */
const ownerOf = ({ merchant, account }: AccountReference): string =>
  `${merchant}\0${account}\0token`
