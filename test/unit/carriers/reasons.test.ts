import { expect, it } from 'vitest'
import { reasonInEnglish } from '../../../worker/carriers/reasons.ts'

it.each([
  ['CONSIGNEE REFUSED TO ACCEPT', 'refused'],
  ['Customer Refused to Pay COD Amount', 'payment_due'],
  ['COD amount not ready', 'payment_due'],
  ['Add Incomplete/Incorrect & Mobile Not Reachable', 'address_incomplete'],
  ['ADDRESS NOT FOUND', 'address_wrong'],
  ['No such consignee at given address', 'address_wrong'],
  ['Consignee shifted from the given address', 'recipient_moved'],
  ['Customer asked for future delivery', 'rescheduled'],
  ['Residence/Office closed', 'business_closed'],
  ['Entry not permitted', 'access_denied'],
  ['Customer phone not reachable', 'recipient_unreachable'],
  ['PARTY NOT AVAILABLE', 'recipient_absent'],
  ['Consignee out of station', 'recipient_absent'],
  ['OTP not available', 'id_required'],
  ['Out of delivery area', 'out_of_area'],
  ['Shipment Missroute', 'missorted'],
  ['Heavy rain', 'weather'],
  ['Transport strike', 'strike'],
  ['Shipment damaged', 'damaged'],
  ['Vehicle breakdown', 'vehicle'],
  ['Delivery not attempted', 'transport_delay'],
  ['Shipment arrived at hub', null],
  ['Delivered to consignee', null],
  ['', null],
  [null, null],
])('%s: %s', (words, reason) => {
  expect(reasonInEnglish(words)).toBe(reason)
})
