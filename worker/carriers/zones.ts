/**
 * The time zone of a scan's place, for carriers whose clocks show the local time there. Only where a
 * country or state has one clock; elsewhere the zone is not known.
 *
 * Source: zone.tab of the IANA time zone database. Taken for one: countries whose zones agree all
 * year (Argentina, Cyprus, Germany, Malaysia, Uzbekistan), China, where carriers keep Beijing time,
 * Ukraine, where they keep Kyiv's, and New Zealand but for the Chatham Islands.
 */
import type { Scan } from './contract.ts'

/** By area of the database: `place:countries`. */
const COUNTRIES: Readonly<Record<string, string>> = {
  Africa: `Abidjan:CI Accra:GH Addis_Ababa:ET Algiers:DZ Asmara:ER Bamako:ML Bangui:CF Banjul:GM
    Bissau:GW Blantyre:MW Brazzaville:CG Bujumbura:BI Cairo:EG Casablanca:MA Conakry:GN Dakar:SN
    Dar_es_Salaam:TZ Djibouti:DJ Douala:CM El_Aaiun:EH Freetown:SL Gaborone:BW Harare:ZW
    Johannesburg:ZA Juba:SS Kampala:UG Khartoum:SD Kigali:RW Lagos:NG Libreville:GA Lome:TG
    Luanda:AO Lusaka:ZM Malabo:GQ Maputo:MZ Maseru:LS Mbabane:SZ Mogadishu:SO Monrovia:LR
    Nairobi:KE Ndjamena:TD Niamey:NE Nouakchott:MR Ouagadougou:BF Porto-Novo:BJ Sao_Tome:ST
    Tripoli:LY Tunis:TN Windhoek:NA`,
  America: `Anguilla:AI Antigua:AG Argentina/Buenos_Aires:AR Aruba:AW Asuncion:PY Barbados:BB
    Belize:BZ Bogota:CO Caracas:VE Cayenne:GF Cayman:KY Costa_Rica:CR Curacao:CW Dominica:DM
    El_Salvador:SV Grand_Turk:TC Grenada:GD Guadeloupe:GP Guatemala:GT Guyana:GY Havana:CU
    Jamaica:JM Kralendijk:BQ La_Paz:BO Lima:PE Lower_Princes:SX Managua:NI Marigot:MF
    Martinique:MQ Miquelon:PM Montevideo:UY Montserrat:MS Nassau:BS Panama:PA Paramaribo:SR
    Port-au-Prince:HT Port_of_Spain:TT Puerto_Rico:PR Santo_Domingo:DO St_Barthelemy:BL
    St_Kitts:KN St_Lucia:LC St_Thomas:VI St_Vincent:VC Tegucigalpa:HN Tortola:VG`,
  Asia: `Aden:YE Amman:JO Ashgabat:TM Baghdad:IQ Bahrain:BH Baku:AZ Bangkok:TH Beirut:LB Bishkek:KG
    Brunei:BN Colombo:LK Damascus:SY Dhaka:BD Dili:TL Dubai:AE Dushanbe:TJ Ho_Chi_Minh:VN
    Hong_Kong:HK Jerusalem:IL Kabul:AF Karachi:PK Kathmandu:NP Kolkata:IN Kuala_Lumpur:MY
    Kuwait:KW Macau:MO Manila:PH Muscat:OM Nicosia:CY Phnom_Penh:KH Pyongyang:KP Qatar:QA
    Riyadh:SA Seoul:KR Shanghai:CN Singapore:SG Taipei:TW Tashkent:UZ Tbilisi:GE Tehran:IR
    Thimphu:BT Tokyo:JP Vientiane:LA Yangon:MM Yerevan:AM`,
  Atlantic: 'Bermuda:BM Cape_Verde:CV Faroe:FO Reykjavik:IS St_Helena:SH Stanley:FK',
  Europe: `Amsterdam:NL Andorra:AD Athens:GR Belgrade:RS,XK Berlin:DE Bratislava:SK Brussels:BE
    Bucharest:RO Budapest:HU Chisinau:MD Copenhagen:DK Dublin:IE Gibraltar:GI Guernsey:GG
    Helsinki:FI Isle_of_Man:IM Istanbul:TR Jersey:JE Kyiv:UA Ljubljana:SI London:GB
    Luxembourg:LU Malta:MT Mariehamn:AX Minsk:BY Monaco:MC Oslo:NO Paris:FR Podgorica:ME
    Prague:CZ Riga:LV Rome:IT San_Marino:SM Sarajevo:BA Skopje:MK Sofia:BG Stockholm:SE
    Tallinn:EE Tirane:AL Vaduz:LI Vatican:VA Vienna:AT Vilnius:LT Warsaw:PL Zagreb:HR Zurich:CH`,
  Indian: 'Antananarivo:MG Comoro:KM Mahe:SC Maldives:MV Mauritius:MU Mayotte:YT Reunion:RE',
  Pacific: `Apia:WS Auckland:NZ Efate:VU Fiji:FJ Funafuti:TV Guadalcanal:SB Guam:GU Nauru:NR
    Niue:NU Norfolk:NF Noumea:NC Pago_Pago:AS Palau:PW Rarotonga:CK Saipan:MP Tongatapu:TO
    Wallis:WF`,
}

/** States and provinces of one clock. Those that two zones divide, like Texas and Ontario, are left out. */
const STATES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  US: {
    'America/New_York': 'CT DC DE GA MA MD ME NC NH NJ NY OH PA RI SC VA VT WV',
    'America/Chicago': 'AL AR IA IL LA MN MO MS OK WI',
    'America/Denver': 'CO MT NM UT WY',
    'America/Phoenix': 'AZ',
    'America/Los_Angeles': 'CA NV WA',
    'Pacific/Honolulu': 'HI',
    'America/Puerto_Rico': 'PR',
    'America/St_Thomas': 'VI',
    'Pacific/Guam': 'GU',
  },
  CA: {
    'America/Halifax': 'NS PE',
    'America/Moncton': 'NB',
    'America/Winnipeg': 'MB',
    'America/Edmonton': 'AB',
    'America/Whitehorse': 'YT',
  },
  // Without Amazonas, which has two, and Pernambuco, whose island is an hour ahead.
  BR: {
    'America/Araguaina': 'TO',
    'America/Bahia': 'BA',
    'America/Belem': 'AP PA',
    'America/Boa_Vista': 'RR',
    'America/Campo_Grande': 'MS',
    'America/Cuiaba': 'MT',
    'America/Fortaleza': 'CE MA PB PI RN',
    'America/Maceio': 'AL SE',
    'America/Porto_Velho': 'RO',
    'America/Rio_Branco': 'AC',
    'America/Sao_Paulo': 'DF ES GO MG PR RJ RS SC SP',
  },
  AU: {
    'Australia/Sydney': 'ACT',
    'Australia/Melbourne': 'VIC',
    'Australia/Brisbane': 'QLD',
    'Australia/Adelaide': 'SA',
    'Australia/Darwin': 'NT',
    'Australia/Hobart': 'TAS',
  },
}

const BY_COUNTRY: ReadonlyMap<string, string> = new Map(
  Object.entries(COUNTRIES).flatMap(([area, places]) =>
    places.split(/\s+/).flatMap((written) => {
      const [place, countries = ''] = written.split(':')
      return countries.split(',').map((country) => [country, `${area}/${place}`] as const)
    }),
  ),
)

const BY_STATE: ReadonlyMap<string, string> = new Map(
  Object.entries(STATES).flatMap(([country, zones]) =>
    Object.entries(zones).flatMap(([zone, states]) =>
      states.split(' ').map((state) => [`${country}-${state}`, zone] as const),
    ),
  ),
)

/** `country`: ISO 3166-1, two letters; `state`: as the country's post abbreviates it. null: not known. */
export function zoneOf(country: string | null, state: string | null = null): string | null {
  const there = country?.toUpperCase() ?? ''
  return BY_COUNTRY.get(there) ?? BY_STATE.get(`${there}-${state?.toUpperCase()}`) ?? null
}

const LANGUAGES = ['en', 'de'] as const
/** Written for names, and no names of `Intl`. */
const ALIASES = [
  ['usa', 'US'],
  ['uk', 'GB'],
] as const
/** By name in small letters; made when a name is first asked for. */
let byName: ReadonlyMap<string, string> | null = null

/** The code of a country as carriers write it: its code, or its English or German name. null: none of them. */
export function countryOf(written: string | null): string | null {
  const name = written?.trim().toLowerCase() ?? ''
  byName ??= namesOfCountries()
  return byName.get(name) ?? (/^[a-z]{2}$/.test(name) ? name.toUpperCase() : null)
}

function namesOfCountries(): ReadonlyMap<string, string> {
  const codes = [...BY_COUNTRY.keys(), 'US', 'CA', 'AU', 'BR', 'ES', 'MX', 'PT', 'RU', 'ID', 'KZ']
  const names = LANGUAGES.flatMap((language) => {
    const regions = new Intl.DisplayNames(language, { type: 'region' })
    return codes.map((code) => [(regions.of(code) ?? code).toLowerCase(), code] as const)
  })
  return new Map([...names, ...ALIASES])
}

/**
 * One parcel's scans, all wall clocks with their zone or none. A wall clock without a zone counts as
 * UTC in their order: beside one in the zone of Auckland that would be half a day off, while wall
 * clocks among themselves are a few hours off at most.
 */
export function comparable(scans: readonly Scan[]): readonly Scan[] {
  const clocks = scans.filter(({ at, local }) => at !== null || local?.includes('T'))
  const withoutInstant = clocks.every(({ at }) => at === null)
  return withoutInstant && clocks.some(({ zone }) => zone === null)
    ? scans.map((scan) => ({ ...scan, zone: null }))
    : scans
}
