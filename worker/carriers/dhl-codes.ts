/** Event codes that several of DHL's interfaces speak. */
import { codeTable } from './code-table.ts'

/**
 * DHL Express. Source: the reference data "trackingEventCode" of the MyDHL API (the codes, with DHL's
 * words), the list of status codes of the Unified API, which has 101 to 104, and recorded answers of
 * the former XML services (PO, "departing origin"). The words of PD say that a part is there, so it is
 * not delivered; DHL Parcel, with the same codes by name, calls a stopped shipment (SS) seized,
 * Express does not.
 */
const EXPRESS_DOCUMENTED = [
  ['label_created', null, 'DUMMY_PU 104'],
  ['accepted', null, 'PU SA'],
  // Arrived, processed, departed, lifted, loaded, weighed, screened.
  ['in_transit', null, 'AF AR DF PL PO TR CI CU FD HN HO LV UV RW SI SM TP 102'],
  // Cleared, in clearance, broker told, entry submitted, stored in bond.
  ['in_transit', null, 'CR BR BN IC ES BL'],
  ['in_transit', 'customs_hold', 'CD UD ST'],
  ['in_transit', 'missorted', 'MC MS IR'],
  ['in_transit', 'transport_delay', 'MD'],
  [null, 'transport_delay', 'TD NA'],
  [null, 'held', 'OH HI SS'],
  [null, 'payment_due', 'HP'],
  [null, 'prohibited', 'DP'],
  [null, 'address_wrong', 'BA'],
  [null, 'rescheduled', 'AD'],
  [null, 'damaged', 'DM'],
  [null, 'investigation', 'TI'],
  [null, 'carrier_exception', 'CS PD'],
  ['out_for_delivery', null, 'WC'],
  ['ready_for_pickup', null, 'CC'],
  ['attempt_failed', null, 'ND 103'],
  ['attempt_failed', 'recipient_absent', 'NH'],
  ['attempt_failed', 'business_closed', 'CA'],
  ['attempt_failed', 'recipient_moved', 'CM'],
  ['attempt_failed', 'refused', 'RD'],
  ['delivered', null, 'OK 101'],
  ['delivered', 'damaged', 'DD'],
  ['returning_to_sender', null, 'RT'],
  ['ended', 'disposed', 'DS'],
  // A response of customs or customer, a changed service, an image, an invoice, a payment, a trace closed.
  [null, null, 'RR SC IA DI PY TT'],
] as const

/** Known from open-source connectors' maps alone. */
const EXPRESS_REPORTED = [
  ['accepted', null, 'OR'],
  ['in_transit', null, 'IT OF PA PF'],
  [null, 'held', 'HX'],
  [null, 'transport_delay', 'DY'],
  [null, 'weather', 'HW WX'],
  ['out_for_delivery', null, 'OO'],
  ['ready_for_pickup', null, 'LX'],
  ['delivered', null, 'DL'],
] as const

export const EXPRESS = codeTable([...EXPRESS_DOCUMENTED, ...EXPRESS_REPORTED])

/**
 * DHL Paket (Germany), standard event codes ("TTpro"). Source: the service parcel-de in the list of
 * status codes of the Unified API. They are coarse: LA is any storage and ZF anything at a branch or
 * Packstation, so what stands beside them, an ICE code or words, goes first.
 */
export const PAKET = codeTable([
  ['label_created', null, 'VA'],
  ['accepted', null, 'AE ES'],
  ['in_transit', null, 'AA EE NB ZO'],
  ['out_for_delivery', null, 'PO'],
  ['attempt_failed', null, 'ZN'],
  ['ready_for_pickup', null, 'ZF'],
  ['delivered', null, 'ZU'],
  [null, 'held', 'LA'],
  [null, 'carrier_exception', 'BV'],
  // Not picked up at the sender's; a wish noted; money passed on.
  [null, null, 'AN DD GT'],
])
