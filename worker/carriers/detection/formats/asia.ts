/** Carriers of Asia and Oceania. */
import { mod7 } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

const india = [
  ...formatsOf('delhivery', 'Delhivery API, waybill: seen in recorded answers', [
    { name: 'Delhivery waybill', shape: /^[1-9][0-9]{12,13}$/, weight: 3 },
    { name: 'Delhivery waybill', shape: /^[1-9][0-9]{10,11}$/, weight: 1 },
  ]),
  ...formatsOf('blue-dart', 'Blue Dart, waybill number', [
    { name: 'Blue Dart waybill', shape: /^[1-9][0-9]{10}$/, weight: 2 },
    { name: 'Blue Dart waybill', shape: /^[1-9][0-9]{7,8}$/, weight: 1 },
  ]),
  ...formatsOf('dtdc', 'DTDC, consignment number', [
    { name: 'DTDC consignment', shape: /^[A-Z][0-9]{8}$/, weight: 5 },
    { name: 'DTDC consignment', shape: /^7[A-Z][0-9]{8,9}$/, weight: 6 },
  ]),
  ...formatsOf('xpressbees', 'Xpressbees, shipment number', [
    { name: 'Xpressbees shipment', shape: /^1[0-9]{12,15}$/, weight: 3 },
  ]),
  ...formatsOf('ekart', 'Ekart, tracking ID', [
    { name: 'Ekart shipment', shape: /^FMP[CPR][0-9]{10}$/, weight: 9 },
    { name: 'Ekart shipment', shape: /^[A-Z]{3}[CPR][0-9]{10}$/, weight: 5 },
  ]),
  ...formatsOf('shadowfax', 'Shadowfax, AWB: seen in recorded answers', [
    { name: 'Shadowfax waybill', shape: /^SF[0-9]{5,12}[A-Z]{2,3}$/, weight: 7 },
  ]),
]

const china = [
  ...formatsOf('sf-express', 'SF Express, waybill number', [
    { name: 'SF waybill', shape: /^SF[0-9]{13}$/, weight: 9 },
    { name: 'SF waybill, 12 digits', shape: /^[0-9]{12}$/, weight: 2 },
  ]),
  ...formatsOf('yunexpress', 'YunExpress, waybill number', [
    { name: 'YunExpress waybill', shape: /^YT[0-9]{16}$/, weight: 9 },
  ]),
  ...formatsOf('cainiao', 'Cainiao, LP number', [
    { name: 'Cainiao order', shape: /^LP[0-9]{14,16}$/, weight: 9 },
  ]),
  ...formatsOf('4px', '4PX, tracking number', [
    { name: '4PX parcel', shape: /^4PX[0-9]{13}CN$/, weight: 9 },
  ]),
  ...formatsOf('yanwen', 'Yanwen, waybill number', [
    { name: 'Yanwen parcel', shape: /^[A-Z]{2}[0-9]{9}YP$/, weight: 9 },
  ]),
]

const southEast = [
  ...formatsOf('flash', 'Flash Express, PNO', [
    { name: 'Flash parcel', shape: /^TH[0-9]{4,8}[0-9A-Z]{5,10}$/, weight: 6 },
    { name: 'Flash parcel', shape: /^(?:PH|MY|LA|P)[0-9]{4,8}[0-9A-Z]{5,10}$/, weight: 4 },
  ]),
  ...formatsOf('kex', 'KEX (Kerry Express), consignment number', [
    { name: 'KEX consignment', shape: /^(?:KEX|KER|KRY)[0-9A-Z]{6,14}$/, weight: 7 },
  ]),
  ...formatsOf('jt-express', 'J&T Express, waybill number', [
    { name: 'J&T waybill', shape: /^J(?:T|T[A-Z]|NT)[0-9]{10,13}$/, weight: 7 },
    { name: 'J&T waybill', shape: /^J[DOPXZ][0-9]{10,12}$/, weight: 6 },
    { name: 'J&T waybill, 12 digits', shape: /^[6-9][0-9]{11}$/, weight: 2 },
    { name: 'J&T waybill, 15 digits', shape: /^888[0-9]{12}$/, weight: 4 },
  ]),
  ...formatsOf('ninja-van', 'Ninja Van, tracking ID', [
    {
      name: 'Ninja Van parcel',
      shape: /^(?:NINJA|NJV|NV|NL)[A-Z]{0,6}[0-9A-Z]*[0-9]{6,14}$/,
      weight: 7,
    },
  ]),
  ...formatsOf('shopee-xpress', 'SPX Express, tracking number', [
    { name: 'SPX parcel', shape: /^SPX(?:TH|MY|VN|ID|PH|SG|BR|TW)[0-9A-Z]{9,15}$/, weight: 9 },
  ]),
]

/** 7DR: the Japanese carriers' last digit is what remains of the others divided by seven. */
const SEVEN_CHECK = /^(?<body>[0-9]{11})(?<check>[0-6])$/

const japan = [
  ...formatsOf('yamato', 'Yamato Transport, slip number (7DR check)', [
    { name: 'Yamato slip', shape: SEVEN_CHECK, check: mod7, weight: 1 },
  ]),
  ...formatsOf('sagawa', 'Sagawa Express, inquiry number (7DR check)', [
    { name: 'Sagawa slip', shape: SEVEN_CHECK, check: mod7, weight: 1 },
  ]),
  ...formatsOf('japan-post', 'Japan Post, inquiry number (7DR check)', [
    { name: 'Yu-Pack', shape: SEVEN_CHECK, check: mod7, weight: 1 },
  ]),
]

const taiwan = [
  ...formatsOf('t-cat', 'T-Cat, consignment number', [
    { name: 'T-Cat consignment', shape: /^[0-9]{12}$/, weight: 2 },
  ]),
  ...formatsOf('7-eleven', '7-ELEVEN, store to store', [
    { name: '7-ELEVEN parcel', shape: /^[A-Z][0-9]{11}$/, weight: 3 },
    { name: '7-ELEVEN parcel', shape: /^[0-9]{8}$/, weight: 1 },
  ]),
  ...formatsOf('familymart', 'FamilyMart, store to store', [
    { name: 'FamilyMart parcel', shape: /^[0-9]{11}$/, weight: 1 },
  ]),
  ...formatsOf('chunghwa-post', 'Chunghwa Post, domestic items', [
    { name: 'Chunghwa Post item', shape: /^[0-9]{14}$/, weight: 1 },
    { name: 'Chunghwa Post item', shape: /^[0-9]{20}$/, weight: 1 },
  ]),
]

const oceania = [
  ...formatsOf('australiapost', 'Australia Post, Domestic eParcel barcode', [
    {
      name: 'eParcel article',
      shape: /^(?=[0-9]*[A-Z])[A-Z0-9]{3}[0-9]{13}$/,
      weight: 7,
    },
    {
      name: 'eParcel article',
      shape: /^(?=[0-9]*[A-Z])(?:[A-Z0-9]{3}|[A-Z0-9]{5})[0-9]{18}$/,
      weight: 8,
    },
    { name: 'eParcel consignment', shape: /^(?=[0-9]*[A-Z])[A-Z0-9]{3}[0-9]{7}$/, weight: 4 },
    { name: 'MyPost article', shape: /^33[A-Z0-9]{3}[0-9]{18}$/, weight: 7 },
  ]),
  ...formatsOf('sendle', 'Sendle, "Sendle reference"', [
    { name: 'Sendle reference', shape: /^S(?=.*[0-9])[A-Z0-9]{5,7}$/, weight: 5 },
  ]),
]

export const asia = [...india, ...china, ...southEast, ...japan, ...taiwan, ...oceania]
