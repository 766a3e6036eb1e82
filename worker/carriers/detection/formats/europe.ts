/** Carriers of Europe and its neighbours. */
import { gs1, mod10, mod37 } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

/** The weights and the check digits of four German carriers: paketda.de, "Prüfziffern-Berechnung". */
const GERMAN_CHECKS = 'paketda.de, "Prüfziffern-Berechnung für Paketnummern"'

const dhlParcel = formatsOf('dhl-parcel-de', `DHL Paket, Identcode; ${GERMAN_CHECKS}`, [
  {
    name: 'DHL parcel, 20 digits',
    shape: /^(?<body>003404[0-9]{13})(?<check>[0-9])$/,
    check: gs1,
    weight: 9,
  },
  {
    name: 'DHL parcel, 18 digits',
    shape: /^(?<body>3404[0-9]{13})(?<check>[0-9])$/,
    check: gs1,
    weight: 8,
  },
  {
    name: 'DHL parcel, 12 digits',
    shape: /^(?<body>[0-9]{11})(?<check>[0-9])$/,
    check: mod10([4, 9]),
    weight: 2,
  },
  { name: 'DHL parcel', shape: /^JJD(?:[0-9]{13}|[0-9]{17,21})$/, weight: 7 },
  { name: 'DHL parcel', shape: /^JJD[0-9]{14,16}$/, weight: 4 },
])

const hermes = formatsOf('hermes', `Hermes, Sendungsnummer; ${GERMAN_CHECKS}`, [
  { name: 'Hermes parcel', shape: /^H[0-9]{19}$/, weight: 9 },
  {
    name: 'Hermes parcel, 14 digits',
    shape: /^(?<body>[0-9]{13})(?<check>[0-9])$/,
    check: gs1,
    weight: 1,
  },
])

const gls = formatsOf('gls', 'GLS Uni-Box technical documentation, 3.2.1; GLS Track ID', [
  {
    name: 'GLS parcel, 12 digits',
    shape: /^(?<body>[0-9]{11})(?<check>[0-9])$/,
    check: mod10([3, 1], 1),
    weight: 2,
  },
  { name: 'GLS parcel, 11 digits', shape: /^[0-9]{11}$/, weight: 3 },
  { name: 'GLS Track ID', shape: /^(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{8}$/, weight: 2 },
  { name: 'GLS Track ID', shape: /^[A-Z]{8}$/, weight: 1 },
  { name: 'GLS reference', shape: /^GLS[0-9]{9,12}$/, weight: 6 },
])

/** Digits 22 to 24 of the barcode. */
const DPD_SERVICES: Readonly<Record<string, string>> = {
  '101': 'Classic',
  '105': 'Classic, ex works',
  '109': 'Classic, cash on delivery',
  '136': 'Small parcel',
  '155': 'Guarantee',
  '179': '10:00',
  '225': '12:00',
  '327': 'Home',
  '332': 'Return',
  '350': '8:30',
}

const dpd = formatsOf('dpd', 'DPD Parcel Label Specification 2.4.1', [
  {
    name: 'DPD barcode',
    shape: /^(?<body>[0-9]{21}(?<service>[0-9]{3})[0-9]{3})(?<check>[0-9A-Z])$/,
    check: mod37,
    weight: 8,
    services: DPD_SERVICES,
  },
  {
    name: 'DPD parcel, 14 digits and check character',
    shape: /^(?<body>[0-9]{14})(?<check>[0-9A-Z])$/,
    check: mod37,
    weight: 4,
  },
  { name: 'DPD parcel, 14 digits', shape: /^0[0-9]{13}$/, weight: 5 },
  { name: 'DPD parcel, 14 digits', shape: /^1[0-9]{13}$/, weight: 4 },
])

const britain = [
  ...formatsOf('royalmail', 'Royal Mail, unique item identifier (UPU S25)', [
    { name: 'Royal Mail 2D barcode', shape: /^0[9AB][0-9]{5}[0-9A-F]{14}$/, weight: 8 },
  ]),
  ...formatsOf('yodel', 'Yodel, "Your tracking number": JD', [
    { name: 'Yodel parcel', shape: /^JJ?D0002[0-9]{12}$/, weight: 9 },
    { name: 'Yodel parcel', shape: /^JJ?D[0-9]{16}$/, weight: 7 },
  ]),
  ...formatsOf('evri', 'Evri, "Where is my tracking number?": 16 characters', [
    { name: 'Evri parcel', shape: /^[A-Z][0-9]{2}[A-Z0-9]{5}[0-9]{8}$/, weight: 8 },
  ]),
]

const west = [
  ...formatsOf('laposte', 'La Poste, "Où trouver mon numéro de suivi ?"', [
    { name: 'Colissimo or Lettre suivie', shape: /^[0-9][A-Z][0-9]{11}$/, weight: 7 },
    { name: 'Chronopost', shape: /^[A-Z]{2}[0-9]{9}(?:JB|JF)$/, weight: 6 },
    { name: 'La Poste letter', shape: /^87[0-9]{9,13}[A-Z]?$/, weight: 3 },
  ]),
  ...formatsOf('postnl', 'PostNL developer documentation, "Barcode": 3S', [
    { name: 'PostNL barcode', shape: /^[1-3]S[A-Z]{4}[0-9]{7,9}$/, weight: 8 },
    { name: 'PostNL barcode', shape: /^[1-3]S(?=.*[0-9])[A-Z0-9]{7,13}$/, weight: 6 },
  ]),
  ...formatsOf('bpost', 'bpost, item identifier', [
    { name: 'bpost item', shape: /^3232[0-9]{20}$/, weight: 9 },
  ]),
  ...formatsOf('geodis', 'GEODIS, tracking number: seen in recorded answers', [
    { name: 'GEODIS shipment', shape: /^1G[A-Z0-9]{10}$/, weight: 6 },
  ]),
]

const north = [
  ...formatsOf('bring', 'Posten Bring developer site, "Shipment and package numbers"', [
    {
      name: 'Bring package',
      shape: /^(?:00)?(?<body>370[0-9]{14})(?<check>[0-9])$/,
      check: gs1,
      weight: 7,
    },
    { name: 'Bring shipment', shape: /^7[0-9]{16}$/, weight: 6 },
    { name: 'Bring test package', shape: /^TESTPACKAGE[A-Z]+$/, weight: 9 },
  ]),
  ...formatsOf('postnord', 'PostNord developer portal, "Item ID"', [
    {
      name: 'PostNord item',
      shape: /^(?:00)?(?<body>37[0-9]{15})(?<check>[0-9])$/,
      check: gs1,
      weight: 6,
    },
  ]),
  ...formatsOf('posti', 'Posti, shipment ID', [
    { name: 'Posti parcel', shape: /^JJFI[0-9]{14,18}$/, weight: 9 },
  ]),
]

const alps = [
  ...formatsOf('swiss-post', 'Swiss Post, "Barcode manual": parcels', [
    { name: 'Swiss Post parcel', shape: /^9[89][0-9]{16}$/, weight: 6 },
  ]),
]

const east = [
  ...formatsOf('inpost', 'InPost ShipX documentation, tracking_number', [
    { name: 'InPost parcel', shape: /^[0-9]{24}$/, weight: 5 },
  ]),
  ...formatsOf('poczta-polska', 'Poczta Polska, parcel number', [
    {
      name: 'Poczta Polska parcel',
      shape: /^(?<body>00[0-9]5900773[0-9]{9})(?<check>[0-9])$/,
      check: gs1,
      weight: 9,
    },
  ]),
  ...formatsOf('packeta', 'Packeta documentation, packet barcode', [
    { name: 'Packeta packet', shape: /^Z[0-9]{10}$/, weight: 8 },
  ]),
  ...formatsOf('russian-post', 'Почта России, ШПИ внутренних отправлений', [
    {
      name: 'Russian domestic item',
      // It begins with the index of the post office: 1 to 4, or 6.
      shape: /^(?<body>[1-46][0-9]{12})(?<check>[0-9])$/,
      check: gs1,
      weight: 3,
    },
  ]),
  ...formatsOf('nova-poshta', 'Nova Poshta API 2.0, IntDocNumber', [
    { name: 'Nova Poshta waybill', shape: /^(?:20|59|51)[0-9]{12}$/, weight: 5 },
    { name: 'Nova Poshta waybill', shape: /^204[0-9]{8}$/, weight: 2 },
  ]),
  ...formatsOf('cdek', 'CDEK API 2.0, cdek_number', [
    { name: 'CDEK order', shape: /^1[0-9]{9}$/, weight: 4 },
    { name: 'CDEK order', shape: /^[2-9][0-9]{9}$/, weight: 2 },
  ]),
]

export const europe = [
  ...dhlParcel,
  ...hermes,
  ...gls,
  ...dpd,
  ...britain,
  ...west,
  ...north,
  ...alps,
  ...east,
]
