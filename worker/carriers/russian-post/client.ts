/** getOperationHistory of the single access (SOAP 1.2), one number per request; names in Russian. */
import * as z from 'zod'
import { escapeXml } from '../../lib/xml.ts'
import type { Api } from '../client.ts'
import { read } from './read.ts'

/** What a merchant enters to connect Russian Post. */
export const credentials = z.strictObject({
  login: z.string().min(1).meta({
    description: 'Login of the tracking service, under "Access settings" at tracking.pochta.ru',
  }),
  password: z.string().min(1).meta({ description: 'Password of the tracking service' }),
})
export type Credentials = z.infer<typeof credentials>

export const api: Api<Credentials> = {
  carrier: 'Russian Post',
  origin: () => 'https://tracking.russianpost.ru',
  // Fourteen digits within the country, S10 beyond it.
  number: /^(\d{14}|[A-Za-z]{2}\d{9}[A-Za-z]{2})$/,
  ask: (parcels, { credentials }) => ({
    path: '/rtm34',
    headers: {
      accept: 'application/soap+xml',
      'content-type': 'application/soap+xml; charset=utf-8',
    },
    xml: envelope(parcels.map(({ number }) => number).join(), credentials),
  }),
  read,
  // The day's requests are used up: an hour until it is worth another one.
  throttledFor: 3600,
  bounds: { timeout: 15_000, maxBytes: 250_000 },
}

const envelope = (number: string, { login, password }: Credentials): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://www.w3.org/2003/05/soap-envelope" xmlns:oper="http://russianpost.org/operationhistory" xmlns:data="http://russianpost.org/operationhistory/data" xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/">
<soap:Header/>
<soap:Body><oper:getOperationHistory><data:OperationHistoryRequest><data:Barcode>${escapeXml(number)}</data:Barcode><data:MessageType>0</data:MessageType><data:Language>RUS</data:Language></data:OperationHistoryRequest><data:AuthorizationHeader soapenv:mustUnderstand="1"><data:login>${escapeXml(login)}</data:login><data:password>${escapeXml(password)}</data:password></data:AuthorizationHeader></oper:getOperationHistory></soap:Body>
</soap:Envelope>`
