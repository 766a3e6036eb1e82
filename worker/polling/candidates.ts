/** Whom to ask about a number that came without a carrier, and who is to be believed. Pure. */
import type { DetectContext } from '../carriers/detect.ts'
import { AGGREGATORS, detect } from '../carriers/detect.ts'
import { findCarrier } from '../carriers/registry.ts'
import { isForeign } from '../order/scans.ts'
import type { PollParcel } from '../queue/messages.ts'
import type { MerchantConfiguration } from '../store/configuration.ts'
import type { Asked, Said } from './ask.ts'
import { wayTo } from './stub.ts'

/** Beyond these a number is nobody's we know */
const MAX_CANDIDATES = 5

type Accounts = Pick<MerchantConfiguration, 'accounts'>

/**
 * Carriers the merchant can ask, in the order to ask them: that of the account the shop named, those
 * the number may be of, aggregators, which may know any. Where there is none, and the number is not
 * certainly another's, it goes to the only carrier there is an account at. None: nobody can be asked.
 */
export function whomToAsk(
  number: string,
  merchant: Accounts,
  named: string | null,
  destination: DetectContext['destination'],
): readonly string[] {
  const accounts = merchant.accounts.map(({ carrier }) => carrier)
  const candidates = detect(number, { accounts, destination })
  const detected = candidates.map(({ carrier }) => carrier)
  const chosen = merchant.accounts.filter(({ id }) => id === named).map(({ carrier }) => carrier)
  const askable = new Set([...chosen, ...detected, ...AGGREGATORS].filter(canBeAsked(merchant)))
  const isAnothers = candidates.some(({ confidence }) => confidence === 'certain')
  if (askable.size > 0 || isAnothers) return [...askable].slice(0, MAX_CANDIDATES)
  const [only, ...others] = new Set(accounts.filter(canBeAsked(merchant)))
  return only !== undefined && others.length === 0 ? [only] : []
}

const canBeAsked = (merchant: Accounts) => (carrier: string) =>
  findCarrier(carrier) !== null && wayTo(merchant, carrier, null) !== null

/** What is wrong with a number at one carrier and may be right at another. */
const NOT_ITS: readonly string[] = ['not_found', 'invalid_number', 'bad_answer']

export interface Sifted {
  /** To be recorded */
  readonly answers: Asked['answers']
  /** To be asked about again at the same carrier */
  readonly left: Asked['left']
  /** Unknown here: the next candidate is to be asked */
  readonly onward: readonly PollParcel[]
}

/** What came of asking one carrier, where some of the numbers may be another's. */
export function sift({ answers, left, outcomes }: Asked): Sifted {
  const plain = answers.map(({ parcel, said }) => ({
    parcel,
    said: parcel.next ? plainly(said, parcel) : said,
  }))
  const others = plain.filter(({ parcel, said }) => hasNext(parcel) && isNotIts(said))
  // An account that is refused is told nothing: the next candidate's may be.
  const barred = outcomes.has('unauthorized') ? left.filter(hasNext) : []
  return {
    answers: plain.filter((answer) => !others.includes(answer)),
    left: left.filter((parcel) => !barred.includes(parcel)),
    onward: [...others.map(({ parcel }) => parcel), ...barred],
  }
}

const hasNext = ({ next = [] }: PollParcel): boolean => next.length > 0

const isNotIts = (said: Said): boolean => 'problem' in said && NOT_ITS.includes(said.problem.code)

/** Who has seen this parcel knows it; a report without scans, or about an older parcel, is as good as none. */
function plainly(said: Said, { number, since }: PollParcel): Said {
  if ('problem' in said) return said
  const own = said.report.scans.some((scan) => !scan.withdrawn && !isForeign(scan, since))
  if (own) return said
  const message = 'It has not seen this parcel'
  return { problem: { code: 'not_found', carrier_code: null, message, tracking_number: number } }
}
