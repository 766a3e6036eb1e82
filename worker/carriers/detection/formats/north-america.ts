/** Carriers of Canada and the United States beside UPS, FedEx and the USPS. */
import { gs1, luhn, mod10, prefixed } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

const canadapost = formatsOf('canadapost', 'Canada Post, "Tracking numbers": 16-digit PIN', [
  {
    name: 'Canada Post PIN',
    shape: /^(?<body>[0-9]{15})(?<check>[0-9])$/,
    check: gs1,
    weight: 7,
  },
])

const purolator = formatsOf('purolator', 'Purolator, "Where is my PIN?"', [
  {
    name: 'Purolator PIN',
    shape: /^(?<body>[0-5][0-9]{10})(?<check>[0-9])$/,
    check: luhn,
    weight: 4,
  },
  { name: 'Purolator PIN', shape: /^[A-Z]{3}[0-9]{9}$/, weight: 5 },
])

const canpar = formatsOf('canpar', 'Canpar, barcode specification', [
  { name: 'Canpar barcode', shape: /^[CDKLSUXZ][0-9]{21}$/, weight: 9 },
])

const landmark = formatsOf('landmark', 'Landmark Global API guide: LTN and piece', [
  { name: 'Landmark tracking number', shape: /^LTN[0-9]{8,9}N[0-9]{1,2}$/, weight: 9 },
  { name: 'Landmark tracking number', shape: /^LTN[0-9]{6,9}$/, weight: 8 },
])

const ontrac = formatsOf('ontrac', 'OnTrac, barcode specification', [
  {
    name: 'OnTrac number',
    shape: /^C(?<body>[0-9]{13})(?<check>[0-9])$/,
    check: prefixed('4', mod10([1, 2])),
    weight: 8,
  },
  {
    name: 'OnTrac number',
    shape: /^D(?<body>[0-9]{13})(?<check>[0-9])$/,
    check: prefixed('5', mod10([1, 2])),
    weight: 8,
  },
])

const lasership = formatsOf('lasership', 'LaserShip, label specification', [
  { name: 'LaserShip number', shape: /^L[AEHINX][1-4][0-9]{7}$/, weight: 8 },
  { name: 'LaserShip license plate', shape: /^1LS7[12][0-9]{10}$/, weight: 9 },
  { name: 'LaserShip license plate', shape: /^1LS7[12][0-9]{2}01[1-4][0-9]{6}1$/, weight: 9 },
  { name: 'LaserShip license plate', shape: /^1LS7[12][0-9]{15}$/, weight: 9 },
  { name: 'LaserShip license plate', shape: /^1LSCX[0-9A-Z]{10}$/, weight: 9 },
])

const oldDominion = formatsOf('old-dominion', 'Old Dominion, PRO number', [
  {
    name: 'Old Dominion PRO number',
    shape: /^(?<body>(?:77[78]|072|780)[0-9]{7}|80[0-9]{8})(?<check>[0-9])$/,
    check: luhn,
    weight: 7,
  },
])

const others = [
  ...formatsOf('speedee', 'Spee-Dee Delivery, barcode', [
    { name: 'Spee-Dee number', shape: /^SP[0-9]{18}$/, weight: 9 },
  ]),
  ...formatsOf('gofo', 'GOFO Express, waybill', [
    { name: 'GOFO waybill', shape: /^GF[A-Z]{2}[0-9]{14}$/, weight: 9 },
  ]),
  ...formatsOf('uniuni', 'UniUni, waybill', [
    { name: 'UniUni waybill', shape: /^UU[A-Z0-9]{2}[0-9A-Z]{12,18}$/, weight: 7 },
  ]),
  ...formatsOf('amazon-shipping', 'Amazon, "Track your package": TBA numbers', [
    { name: 'Amazon TBA number', shape: /^TB[ACM][0-9]{12}$/, weight: 9 },
    { name: 'Amazon number', shape: /^[AFC][0-9]{10}$/, weight: 5 },
    { name: 'Amazon number', shape: /^(?:Q[AB]|DE|UK|FR|ES|IT)[0-9]{10}$/, weight: 5 },
  ]),
]

export const northAmerica = [
  ...canadapost,
  ...purolator,
  ...canpar,
  ...landmark,
  ...ontrac,
  ...lasership,
  ...oldDominion,
  ...others,
]
