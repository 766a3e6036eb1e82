/**
 * TraceByWaybillNo of XMLShippingService, version 9.0 (SOAP 1.1), one waybill a request. Who asks
 * stands in the body.
 */
import * as z from 'zod'
import { escapeXml } from '../../lib/xml.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Naqel. */
export const credentials = z.strictObject({
  client_id: z
    .string()
    .regex(/^\d{1,9}$/, 'digits only')
    .meta({ description: 'ClientID of the Naqel account, from the account manager' }),
  password: z.string().min(1).meta({ description: 'Its password for the web service' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Naqel',
  origin: () => 'https://infotrack.naqelexpress.com',
  // A number to the service: 32 bits of it.
  number: /^\d{6,10}$/,
  ask: (parcels, { credentials }) => ({
    path: '/NaqelAPIServices/NaqelAPI/9.0/XMLShippingService.asmx',
    headers: { accept: 'text/xml', SOAPAction: 'http://tempuri.org/TraceByWaybillNo' },
    xml: envelope(parcels.map(({ number }) => number).join(), credentials),
  }),
  read,
}

const envelope = (number: string, { client_id, password }: Credentials): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><TraceByWaybillNo xmlns="http://tempuri.org/"><ClientInfo><ClientID>${escapeXml(client_id)}</ClientID><Password>${escapeXml(password)}</Password><Version>9.0</Version></ClientInfo><WaybillNo>${escapeXml(number)}</WaybillNo></TraceByWaybillNo></soap:Body></soap:Envelope>`
