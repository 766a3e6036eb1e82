/**
 * Carriers that are reached over aggregators alone, for they publish no tracking one could ask: an
 * order names them, and a merchant's account at an aggregator asks (`polling/stub.ts`).
 *
 * SPL gives its documents to partners; in public there is only the form of its push. Emirates Post's
 * developers' page has booking, rates and a push to the customer's server; of its tracking only what
 * one integration asked of a host of long ago is known. KEX tells contract customers alone how it is
 * tracked. 7-ELEVEN and FamilyMart show a parcel behind a picture to be read; the payment gateways that
 * book their parcels answer by their own order's number, not by the parcel's. Chunghwa Post has a SOAP
 * service for bulk customers, bound to the address of the caller, and a Worker has none of its own.
 *
 * Sources of the pages: SPL's and KEX's as integrations link to them; the others' take no number, or
 * do not document how.
 */
import type { CarrierId, ReachedId } from '../../schema/vocabulary.ts'
import { CARRIERS, REACHED } from '../../schema/vocabulary.ts'
import { courierCode } from './aggregator.ts'
import { CARRIER_FACTS } from './detection/carriers.ts'
import { carriers, findCarrier } from './registry.ts'

export interface Reached {
  readonly name: string
  /** The carrier's page for a number, or null */
  readonly trackingUrl: (number: string) => string | null
  /** Aggregators that have a code for it */
  readonly over: readonly CarrierId[]
}

const PAGES: Readonly<Record<ReachedId, Reached['trackingUrl']>> = {
  spl: (number) =>
    `https://splonline.com.sa/en/shipmentdetailsstatic/?tid=${encodeURIComponent(number)}`,
  'emirates-post': () => null,
  kex: (number) => `https://th.kex-express.com/th/track/?track=${encodeURIComponent(number)}`,
  '7-eleven': () => null,
  familymart: () => null,
  'chunghwa-post': () => null,
}

const isReached = (id: string): id is ReachedId => REACHED.some((known) => known === id)

/** What is known of such a carrier; null: it is asked itself, or not known. */
export const findReached = (id: string): Reached | null =>
  isReached(id)
    ? { name: CARRIER_FACTS.get(id)?.name ?? id, trackingUrl: PAGES[id], over: waysTo(id) }
    : null

const waysTo = (id: ReachedId): readonly CarrierId[] =>
  CARRIERS.filter((carrier) => courierCode(carriers[carrier].couriers ?? {}, id) !== null)

/** The page of any carrier we know for a number, or null. */
export const pageOf = (carrier: string, number: string): string | null =>
  (findCarrier(carrier) ?? findReached(carrier))?.trackingUrl(number) ?? null
