/** TrackPackagesByPin of the Tracking service (SOAP, version 1.2): several numbers a request, in English. */
import { escapeXml } from '../../lib/xml.ts'
import { basic } from '../auth.ts'
import type { Api } from '../client.ts'
import type { Credentials } from './credentials.ts'
import { originOf } from './credentials.ts'
import { read } from './read.ts'

export const api: Api<Credentials> = {
  carrier: 'Purolator',
  origin: originOf,
  number: /^[A-Za-z0-9]{4,35}$/,
  ask: (parcels, { credentials }) => ({
    path: '/PWS/V1/Tracking/TrackingService.asmx',
    headers: {
      authorization: basic(credentials.key, credentials.password),
      accept: 'text/xml',
      soapaction: '"http://purolator.com/pws/service/v1/TrackPackagesByPin"',
    },
    xml: envelope(
      parcels.map(({ number }) => number),
      credentials.user_token ?? '',
    ),
  }),
  read,
  // Ten histories with the images of their signatures.
  bounds: { timeout: 15_000, maxBytes: 1_000_000 },
}

const pin = (number: string) => `<v1:PIN><v1:Value>${escapeXml(number)}</v1:Value></v1:PIN>`

const envelope = (numbers: readonly string[], userToken: string): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/" xmlns:v1="http://purolator.com/pws/datatypes/v1">
<soap:Header><v1:RequestContext><v1:Version>1.2</v1:Version><v1:Language>en</v1:Language><v1:GroupID/><v1:RequestReference/><v1:UserToken>${escapeXml(userToken)}</v1:UserToken></v1:RequestContext></soap:Header>
<soap:Body><v1:TrackPackagesByPinRequest><v1:PINs>${numbers.map(pin).join('')}</v1:PINs></v1:TrackPackagesByPinRequest></soap:Body>
</soap:Envelope>`
