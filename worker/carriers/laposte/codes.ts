/**
 * La Poste's event codes.
 *
 * Source of every row but the last: "Code évènement" in the documentation of "Suivi v2"
 * (developer.laposte.fr). An open-source connector has ET1 as out for delivery and AG1 as a recipient
 * who was absent; the documentation's words say otherwise ("en cours de traitement", "en attente
 * d'être retiré au guichet"), and recorded answers agree with them. AN1 is known from that connector
 * alone.
 */
import { codeTable } from '../code-table.ts'

export const CODES = codeTable([
  ['label_created', null, 'DR1 DR2'],
  ['accepted', null, 'PC1 PC2'],
  ['in_transit', null, 'ET1 ET2 ET3 ET4 EP1'],
  ['in_transit', null, 'DO1 DO2'],
  ['in_transit', 'customs_hold', 'DO3'],
  [null, 'carrier_exception', 'PB1'],
  [null, null, 'PB2'],
  ['out_for_delivery', null, 'MD2'],
  ['attempt_failed', null, 'ND1'],
  ['ready_for_pickup', null, 'AG1'],
  ['delivered', null, 'DI1 DI3'],
  ['returning_to_sender', null, 'RE1'],
  ['returned_to_sender', null, 'DI2'],
  [null, 'address_wrong', 'AN1'],
])
