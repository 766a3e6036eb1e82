/** Credentials are tried before they are kept: what a carrier refuses is better known now than with the first parcel. */
import type { CredentialsState } from '../../../schema/account-health.ts'
import type { Access, Carrier } from '../../carriers/contract.ts'
import { CarrierError } from '../../carriers/contract.ts'
import { now } from '../../lib/clock.ts'
import { Problem } from '../../lib/errors.ts'

/**
 * One harmless request to the carrier. `unchecked`: it did not answer, or nothing harmless can be asked.
 * Throws Problem where it refuses the credentials.
 */
export async function tryCredentials(
  carrier: Carrier,
  credentials: unknown,
  origin: string | null,
): Promise<CredentialsState> {
  const access: Access = { credentials, token: null, origin, now: now() }
  try {
    return (await ask(carrier, access)) ? 'accepted' : 'unchecked'
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error
    if (error.problem.code !== 'unauthorized') return 'unchecked'
    throw refusal(carrier, credentials, error)
  }
}

/** Whether there was something to ask. */
async function ask(carrier: Carrier, access: Access): Promise<boolean> {
  if (carrier.authenticate) {
    await carrier.authenticate(access)
    return true
  }
  if (carrier.sample === undefined) return false
  await carrier.track([{ number: carrier.sample, since: access.now, courier: null }], access)
  return true
}

/** With the carrier's own code and words, unless they repeat what was entered. */
function refusal(carrier: Carrier, credentials: unknown, { problem }: CarrierError): Problem {
  const entered = Object.values(credentials ?? {}).filter((value) => typeof value === 'string')
  const isSafe = !entered.some((value) => problem.message.includes(value))
  const said = [isSafe && problem.message, problem.carrier_code].filter(Boolean).join(', ')
  return new Problem(
    'credentials_refused',
    `${carrier.name} refuses the credentials${said && `: ${said}`}`,
    {
      fields: [
        {
          field: '/credentials',
          message: `what ${carrier.name} accepts: compare them with its developer portal; keys may have to be activated first`,
        },
      ],
    },
  )
}
