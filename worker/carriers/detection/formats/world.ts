/** Carriers at home everywhere: UPS, FedEx, DHL, TNT. */
import { gs1, mod7, mod10, prefixed, remainders } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

/** Characters 9 and 10 of a 1Z number. */
const UPS_SERVICES: Readonly<Record<string, string>> = {
  '01': 'Next Day Air',
  '02': 'Second Day Air',
  '03': 'Ground',
  '04': 'Worldwide Express',
  '12': 'Three-Day Select',
  '13': 'Next Day Air Saver',
  '15': 'Next Day Air Early',
  '42': 'Ground, signature required',
  '44': 'Next Day Air, Saturday',
  '66': 'Worldwide Express',
  '67': 'Worldwide Expedited',
  '68': 'Standard',
  '78': 'Returns',
  '90': 'Returns',
  A8: 'Ground, adult signature',
  YW: 'SurePost',
}

const UPS_CHECK = mod10([1, 2])

const ups = formatsOf('ups', 'UPS, "Tracking number format"; UPS Mail Innovations guide', [
  {
    name: 'UPS 1Z number',
    shape: /^1Z(?<body>[0-9A-Z]{6}(?<service>[0-9A-Z]{2})[0-9A-Z]{7})(?<check>[0-9])$/,
    check: UPS_CHECK,
    weight: 9,
    services: UPS_SERVICES,
  },
  {
    name: 'UPS waybill',
    shape: /^[AHJKTV](?<body>[0-9]{9})(?<check>[0-9])$/,
    check: UPS_CHECK,
    weight: 6,
  },
  { name: 'UPS Mail Innovations', shape: /^MI[0-9]{6}[0-9A-Z]{1,22}$/, weight: 7 },
  {
    name: 'UPS Mail Innovations label of the USPS',
    shape: /^(?:420(?:[0-9]{5}|[0-9]{9}))?(?<body>92[0-9]{23})(?<check>[0-9])$/,
    check: gs1,
    weight: 4,
  },
  { name: 'UPS freight', shape: /^[1-9][0-9]{8}$/, weight: 2 },
])

const FEDEX_EXPRESS = remainders([3, 1, 7], 11, 10)
const FEDEX_LONG = remainders([1, 7, 3], 11, 10)

const fedex = formatsOf('fedex', 'FedEx Ship Manager label guide; FedEx Ground barcode guide', [
  {
    name: 'FedEx Express, 12 digits',
    shape: /^(?<body>[0-9]{11})(?<check>[0-9])$/,
    check: FEDEX_EXPRESS,
    weight: 5,
  },
  {
    name: 'FedEx Ground, 15 digits',
    shape: /^(?<body>[0-9]{14})(?<check>[0-9])$/,
    check: gs1,
    weight: 6,
  },
  {
    name: 'FedEx Ground Economy',
    shape: /^(?<body>(?:61|02)[0-9]{17})(?<check>[0-9])$/,
    check: prefixed('92', gs1),
    weight: 5,
  },
  {
    name: 'FedEx Ground Economy label of the USPS',
    shape: /^(?:420(?:[0-9]{5}|[0-9]{9}))?(?<body>92612[0-9]{16})(?<check>[0-9])$/,
    check: gs1,
    weight: 5,
  },
  {
    name: 'FedEx Ground case (SSCC-18)',
    shape: /^0[0-4](?<body>[0-9]{15})(?<check>[0-9])$/,
    check: gs1,
    weight: 4,
  },
  {
    name: 'FedEx Ground case (SSCC-18)',
    shape: /^(?:0[5-9]|[1-9][0-9])(?<body>[0-9]{15})(?<check>[0-9])$/,
    check: gs1,
    weight: 1,
  },
  {
    name: 'FedEx Ground 96',
    shape: /^96[0-9]{5}(?<body>[0-9]{14})(?<check>[0-9])$/,
    check: gs1,
    weight: 8,
  },
  {
    name: 'FedEx ASTRA barcode',
    shape: /^3[0-9]{15}(?<body>[0-9]{11})(?<check>[0-9])[0-9]{4}$/,
    check: FEDEX_EXPRESS,
    weight: 7,
  },
  {
    name: 'FedEx barcode, 34 digits',
    shape: /^[0-8][0-9]{19}(?<body>[0-9]{13})(?<check>[0-9])$/,
    check: FEDEX_LONG,
    weight: 7,
  },
  {
    name: 'FedEx Ground barcode, 34 digits',
    shape: /^96[0-9]{18}(?<body>[0-9]{13})(?<check>[0-9])$/,
    check: FEDEX_LONG,
    weight: 8,
  },
  { name: 'FedEx door tag', shape: /^DT[0-9]{12}$/, weight: 7 },
])

const DHL_EXPRESS = 'DHL Express, waybill number and piece ID'
const AIR_WAYBILL = /^(?<body>[0-9]{9})(?<check>[0-9])$/
const LONG_WAYBILL = /^(?<body>[0-9]{10})(?<check>[0-9])$/

const mydhl = formatsOf('mydhl', DHL_EXPRESS, [
  { name: 'DHL Express waybill', shape: AIR_WAYBILL, check: mod7, weight: 5 },
  { name: 'DHL Express waybill, 11 digits', shape: LONG_WAYBILL, check: mod7, weight: 3 },
  { name: 'DHL Express piece', shape: /^(?:JJD|JVGL)[0-9]{9,10}$/, weight: 7 },
  { name: 'DHL Express piece', shape: /^J[A-Z]{2,3}[0-9]{9,10}$/, weight: 3 },
  { name: 'DHL Express piece', shape: /^JD[0-9]{18}$/, weight: 8 },
])

/** The unified API reaches what the others do, and eCommerce and Parcel beside them. */
const dhl = formatsOf('dhl', `${DHL_EXPRESS}; DHL eCommerce, tracking numbers`, [
  { name: 'DHL Express waybill', shape: AIR_WAYBILL, check: mod7, weight: 4 },
  { name: 'DHL Express waybill, 11 digits', shape: LONG_WAYBILL, check: mod7, weight: 2 },
  { name: 'DHL Express piece', shape: /^(?:JJD|JVGL)[0-9]{9,10}$/, weight: 6 },
  { name: 'DHL Express piece', shape: /^J[A-Z]{2,3}[0-9]{9,10}$/, weight: 2 },
  { name: 'DHL Express piece', shape: /^JD[0-9]{18}$/, weight: 7 },
  { name: 'DHL eCommerce', shape: /^GM[0-9][0-9A-Z]{9,38}$/, weight: 7 },
  {
    name: 'DHL eCommerce',
    // What ends with a country's code after nine digits is the post's.
    shape: /^(?:LX|RX|UV|CN|SG|TH|IN|HK|MY)(?![0-9]{9}[A-Z]{2}$)[0-9][0-9A-Z]{9,38}$/,
    weight: 3,
  },
  { name: 'DHL eCommerce, 14 digits', shape: /^(?:5108|6012)[0-9]{10}$/, weight: 7 },
  { name: 'DHL eCommerce, 14 digits', shape: /^[0-9]{14}$/, weight: 4 },
  {
    name: 'DHL eCommerce label of the USPS',
    shape: /^(?:420(?:[0-9]{5}|[0-9]{9}))?(?<body>(?:92612|93748)[0-9]{16})(?<check>[0-9])$/,
    check: gs1,
    weight: 3,
  },
  {
    name: 'DHL Parcel, 20 digits',
    shape: /^(?<body>00340[0-9]{14})(?<check>[0-9])$/,
    check: gs1,
    weight: 7,
  },
  { name: 'DHL Parcel', shape: /^JJD(?![0-9]{16}$)[0-9]{13,21}$/, weight: 4 },
  { name: 'DHL Parcel', shape: /^JJD[0-9]{16}$/, weight: 3 },
  { name: 'DHL Parcel', shape: /^JVGL[0-9]{11,20}$/, weight: 7 },
  { name: 'DHL Parcel', shape: /^3S[A-Z]{4}[0-9]{7,9}$/, weight: 2 },
  { name: 'DHL Parcel Poland', shape: /^[12][0-9]{10}$/, weight: 2 },
])

const tnt = formatsOf('tnt', 'TNT, consignment note number', [
  { name: 'TNT consignment', shape: /^G[DE][0-9]{9}[A-Z]{2}$/, weight: 5 },
  { name: 'TNT consignment', shape: /^[0-9]{9}$/, weight: 1 },
])

export const world = [...ups, ...fedex, ...mydhl, ...dhl, ...tnt]
