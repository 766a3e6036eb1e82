/** Carriers of the Gulf and its neighbours, and the sandbox. */
import { mod7 } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

const aramex = formatsOf('aramex', 'Aramex, air waybill: mod 7, as in recorded answers', [
  {
    name: 'Aramex waybill, 11 digits',
    shape: /^(?<body>[0-9]{10})(?<check>[0-6])$/,
    check: mod7,
    weight: 4,
  },
  {
    name: 'Aramex waybill, 10 digits',
    shape: /^(?<body>[0-9]{9})(?<check>[0-6])$/,
    check: mod7,
    weight: 3,
  },
])

const gulf = [
  ...formatsOf('smsa', 'SMSA Express, AWB: seen in recorded answers', [
    { name: 'SMSA waybill', shape: /^2[39][0-9]{10}$/, weight: 5 },
    { name: 'SMSA waybill', shape: /^[12][0-9]{11}$/, weight: 2 },
  ]),
  ...formatsOf('naqel', 'Naqel Express, waybill number', [
    { name: 'Naqel waybill', shape: /^[1-9][0-9]{7,8}$/, weight: 1 },
  ]),
  ...formatsOf('imile', 'iMile, waybill number', [
    { name: 'iMile waybill', shape: /^[4-7][0-9]{12,14}$/, weight: 2 },
  ]),
  ...formatsOf('emirates-post', 'Emirates Post, domestic item', [
    { name: 'Emirates Post item', shape: /^[0-9]{13}$/, weight: 1 },
  ]),
  ...formatsOf('spl', 'SPL, domestic shipment', [
    { name: 'SPL shipment', shape: /^[0-9]{13}$/, weight: 1 },
  ]),
]

/** Without its dashes, as every number is read here. */
const sandbox = formatsOf('sandbox', 'worker/carriers/README.md, "The sandbox"', [
  { name: 'Sandbox story', shape: /^SBX[A-Z~!<?[\]_]+[0-9]+[A-Z0-9_]+$/, weight: 9 },
])

export const middleEast = [...aramex, ...gulf, ...sandbox]
