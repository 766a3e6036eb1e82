/** Who carriers are, as far as a number can tell: their names, and where they deliver. */
import { POST_NAMES } from './posts.ts'

export interface CarrierKnown {
  readonly name: string
  /** Countries it is at home in, ISO 3166-1; absent: the world */
  readonly home?: readonly string[]
  /** It delivers at home alone */
  readonly only?: true
}

const at = (name: string, ...home: readonly string[]): CarrierKnown => ({ name, home })
const within = (name: string, ...home: readonly string[]): CarrierKnown => ({
  name,
  home,
  only: true,
})

const GULF = ['AE', 'BH', 'KW', 'OM', 'QA', 'SA'] as const
const SOUTH_EAST_ASIA = ['ID', 'MY', 'PH', 'SG', 'TH', 'VN'] as const
const EUROPE = [
  'AT',
  'BE',
  'BG',
  'CH',
  'CZ',
  'DE',
  'DK',
  'EE',
  'ES',
  'FI',
  'FR',
  'GB',
  'GR',
  'HR',
  'HU',
  'IE',
  'IT',
  'LT',
  'LU',
  'LV',
  'NL',
  'NO',
  'PL',
  'PT',
  'RO',
  'SE',
  'SI',
  'SK',
] as const

/** Carriers we track, or will; their adapter's name goes before this one. */
const TRACKED: Readonly<Record<string, CarrierKnown>> = {
  sandbox: { name: 'Sandbox' },
  ups: { name: 'UPS' },
  fedex: { name: 'FedEx' },
  usps: at('USPS', 'US'),
  dhl: { name: 'DHL' },
  mydhl: { name: 'DHL Express' },
  'dhl-parcel-de': at('DHL Paket', 'DE'),
  canadapost: at('Canada Post', 'CA'),
  purolator: at('Purolator', 'CA'),
  australiapost: at('Australia Post', 'AU'),
  sendle: at('Sendle', 'AU', 'US', 'CA'),
  royalmail: at('Royal Mail', 'GB'),
  laposte: at('La Poste', 'FR', 'GF', 'GP', 'MQ', 'RE', 'YT'),
  postnl: at('PostNL', 'NL', 'BE'),
  bpost: at('bpost', 'BE'),
  gls: within('GLS', ...EUROPE, 'US', 'CA'),
  dpd: within('DPD', ...EUROPE),
  inpost: within('InPost', 'PL', 'GB', 'IT'),
  hermes: within('Hermes', 'DE', 'AT'),
  bring: at('Bring', 'NO', 'SE', 'DK', 'FI'),
  cdek: within('CDEK', 'RU', 'BY', 'KZ', 'AM', 'KG', 'UZ', 'GE', 'TR', 'CN'),
  'russian-post': at('Russian Post', 'RU'),
  'nova-poshta': at('Nova Poshta', 'UA', 'MD', 'PL'),
  aramex: at('Aramex', ...GULF, 'EG', 'JO', 'LB', 'ZA', 'IN', 'AU', 'NZ'),
  smsa: within('SMSA Express', ...GULF, 'JO', 'EG'),
  delhivery: within('Delhivery', 'IN'),
  'thailand-post': at('Thailand Post', 'TH'),
  'sf-express': at('SF Express', 'CN', 'HK', 'MO', 'TW', 'SG'),
  correios: at('Correios', 'BR'),
  'amazon-shipping': within(
    'Amazon Shipping',
    'US',
    'CA',
    'GB',
    'DE',
    'FR',
    'ES',
    'IT',
    'IN',
    'MX',
  ),
  landmark: { name: 'Landmark Global' },
  spl: at('SPL', 'SA'),
  naqel: within('Naqel', ...GULF, 'JO', 'LB'),
  imile: within('iMile', ...GULF, 'JO', 'EG', 'MA', 'MX', 'BR', 'AU'),
  'emirates-post': at('Emirates Post', 'AE'),
  flash: within('Flash Express', 'TH', 'PH', 'MY', 'LA'),
  kex: within('KEX Express', 'TH'),
  'jt-express': within('J&T Express', ...SOUTH_EAST_ASIA, ...GULF, 'CN', 'EG', 'MX', 'BR'),
  'ninja-van': within('Ninja Van', ...SOUTH_EAST_ASIA),
  'blue-dart': within('Blue Dart', 'IN'),
  dtdc: within('DTDC', 'IN'),
  xpressbees: within('Xpressbees', 'IN'),
  ekart: within('Ekart', 'IN'),
  '7-eleven': within('7-ELEVEN', 'TW'),
  familymart: within('FamilyMart', 'TW'),
  't-cat': within('T-Cat', 'TW'),
  'chunghwa-post': at('Chunghwa Post', 'TW'),
}

/** They pass on what carriers say: they have no numbers of their own and may know any. */
export const AGGREGATORS = [
  'easypost',
  'shippo',
  '17track',
  'ship24',
  'aftership',
  'clickpost',
  'trackingmore',
  'shipengine',
] as const

/** Carriers we know by their numbers alone. */
const FOREIGN: Readonly<Record<string, CarrierKnown>> = {
  '4px': { name: '4PX' },
  cainiao: { name: 'Cainiao' },
  canpar: within('Canpar Express', 'CA'),
  evri: at('Evri', 'GB'),
  geodis: at('GEODIS', 'FR'),
  gofo: within('GOFO Express', 'US', 'CA', 'GB', 'DE', 'FR', 'IT', 'ES'),
  lasership: within('LaserShip', 'US'),
  'old-dominion': within('Old Dominion Freight Line', 'US', 'CA', 'MX'),
  ontrac: within('OnTrac', 'US'),
  packeta: at('Packeta', 'CZ', 'SK', 'HU', 'RO', 'PL'),
  postnord: at('PostNord', 'SE', 'DK', 'NO', 'FI'),
  sagawa: within('Sagawa Express', 'JP'),
  shadowfax: within('Shadowfax', 'IN'),
  'shopee-xpress': within('SPX Express', ...SOUTH_EAST_ASIA, 'TW', 'BR'),
  speedee: within('Spee-Dee Delivery', 'US'),
  tnt: { name: 'TNT' },
  uniuni: within('UniUni', 'US', 'CA'),
  yamato: within('Yamato Transport', 'JP'),
  yanwen: { name: 'Yanwen' },
  yodel: within('Yodel', 'GB', 'IE'),
  yunexpress: { name: 'YunExpress' },
}

/** By id. */
export const CARRIER_FACTS: ReadonlyMap<string, CarrierKnown> = new Map([
  ...Object.entries(TRACKED),
  ...Object.entries(FOREIGN),
  ...POST_NAMES.map(({ id, name, country }) => [id, at(name, country)] as const),
])
