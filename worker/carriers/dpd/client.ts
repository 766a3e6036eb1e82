/** A token, and one parcel a request, in English. */
import * as z from 'zod'
import { escapeXml } from '../../lib/xml.ts'
import { instantIn } from '../../lib/zone.ts'
import type { TokenAnswer, TokenApi } from '../auth.ts'
import { tokenOf } from '../auth.ts'
import type { Api } from '../client.ts'
import { fact, required } from '../fields.ts'
import { parseXmlBody } from '../reader.ts'
import { readMoment } from '../time.ts'
import type { Credentials } from './credentials.ts'
import { serviceOf } from './credentials.ts'
import { read } from './read.ts'

const TYPES = 'http://dpd.com/common/service/types'
const LANGUAGE = 'en_EN'
/** A token lives a day; what says no end is asked for again after half of it. */
const HALF_A_DAY = 12 * 3600

const origin = (credentials: Credentials): string => serviceOf(credentials).origin

/** `authTokenExpires` is the wall clock of DPD's servers in Belgium, the Netherlands or Germany: one clock. */
function until(written: string | null): number | null {
  const { local } = readMoment(written)
  return local === null ? null : instantIn('Europe/Brussels', local)
}

const login: z.ZodType<TokenAnswer> = z
  .object({
    Envelope: z.object({
      Body: z.object({
        getAuthResponse: z.object({
          return: z.object({ authToken: required, authTokenExpires: fact }),
        }),
      }),
    }),
  })
  .transform(({ Envelope }) => {
    const { authToken, authTokenExpires } = Envelope.Body.getAuthResponse.return
    const expiresAt = until(authTokenExpires)
    return expiresAt === null
      ? { value: authToken, seconds: HALF_A_DAY }
      : { value: authToken, expiresAt }
  })

/** getAuth of the LoginService. DPD allows few of them a day. */
export const tokenApi: TokenApi<Credentials> = {
  carrier: 'DPD',
  origin,
  ask: (credentials) => {
    const { path, login: version } = serviceOf(credentials)
    return {
      path: `${path}/LoginService/V${version.replace('.', '_')}`,
      headers: soap(`${TYPES}/LoginService/${version}/getAuth`),
      xml: `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns="${TYPES}/LoginService/${version}">
<soapenv:Header/>
<soapenv:Body><ns:getAuth><delisId>${escapeXml(credentials.delis_id)}</delisId><password>${escapeXml(credentials.password)}</password><messageLanguage>${LANGUAGE}</messageLanguage></ns:getAuth></soapenv:Body>
</soapenv:Envelope>`,
    }
  },
  parse: parseXmlBody,
  answer: login,
  read,
}

/** getTrackingData of the ParcelLifeCycleService. */
export const api: Api<Credentials> = {
  carrier: 'DPD',
  origin,
  number: /^[A-Za-z0-9]{10,28}$/,
  ask: (parcels, access) => ({
    path: `${serviceOf(access.credentials).path}/ParcelLifeCycleService/V2_0`,
    headers: soap(`${TYPES}/ParcelLifeCycleService/2.0/getTrackingData`),
    xml: `<?xml version="1.0" encoding="UTF-8"?>
<soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:ns="${TYPES}/Authentication/2.0" xmlns:ns1="${TYPES}/ParcelLifeCycleService/2.0">
<soapenv:Header><ns:authentication><delisId>${escapeXml(access.credentials.delis_id)}</delisId><authToken>${escapeXml(tokenOf(access))}</authToken><messageLanguage>${LANGUAGE}</messageLanguage></ns:authentication></soapenv:Header>
<soapenv:Body><ns1:getTrackingData>${parcels.map(({ number }) => `<parcelLabelNumber>${escapeXml(number)}</parcelLabelNumber>`).join('')}</ns1:getTrackingData></soapenv:Body>
</soapenv:Envelope>`,
  }),
  read,
  // Its XML is read up to a quarter of a megabyte; a long history is some 50 KB.
  bounds: { timeout: 10_000, maxBytes: 250_000 },
}

const soap = (action: string) => ({ accept: 'text/xml', soapaction: `"${action}"` })
