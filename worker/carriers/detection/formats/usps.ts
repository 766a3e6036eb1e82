/** The United States Postal Service: Intelligent Mail package barcodes and what came before them. */
import { gs1, prefixed } from '../check-digits.ts'
import { formatsOf } from '../format.ts'

/** First two digits of a Delivery or Signature Confirmation number (Publication 91). */
const CONFIRMATIONS: Readonly<Record<string, string>> = {
  '01': 'Priority Mail',
  '02': 'Package Services',
  '03': 'Retail',
  '04': 'Retail',
  '05': 'Priority Mail, insured',
  '06': 'Package Services, insured',
  '07': 'Priority Mail, insured',
  '08': 'Package Services, insured',
  '21': 'Priority Mail, signature',
  '22': 'Package Services, signature',
  '23': 'Retail, signature',
  '24': 'Retail, signature',
  '70': 'Certified Mail',
  '71': 'Certified Mail',
  '73': 'Insured Mail',
  '82': 'Merchandise return',
}

/**
 * A routing ZIP before the number: 420 and five or nine digits. Then the application identifier, a
 * service code of three digits and the mailer: nine digits that begin with 9, or six that do not.
 */
const IMPB: readonly (readonly [name: string, body: string])[] = [
  // Identifier 92 is nine-digit mailers' and 93 six-digit ones'; 94 and 95 have both.
  ['USPS package, commercial', '92[0-9]{3}9[0-9]{15}(?:[0-9]{4})?'],
  ['USPS package, commercial', '93[0-9]{3}[0-8][0-9]{15}(?:[0-9]{4})?'],
  ['USPS package, label bought online', '94[0-9]{19}(?:[0-9]{4})?(?:[0-9]{4})?'],
  ['USPS package, retail', '95[0-9]{19}(?:[0-9]{4})?'],
]

export const usps = formatsOf(
  'usps',
  'USPS Publication 199 (Intelligent Mail Package Barcode); Publication 91',
  [
    ...IMPB.map(([name, body]) => ({
      name,
      shape: new RegExp(`^(?:420[0-9]{5}(?:[0-9]{4})?)?(?<body>${body})(?<check>[0-9])$`),
      check: gs1,
      weight: 8,
    })),
    {
      name: 'USPS confirmation, 20 digits',
      shape:
        /^(?<body>(?<service>0[1-8]|14|2[1-6]|34|5[06]|7[0-3]|8[235])[0-9]{17})(?<check>[0-9])$/,
      check: gs1,
      weight: 6,
      services: CONFIRMATIONS,
    },
    {
      name: 'USPS confirmation, 20 digits',
      shape: /^(?<body>[0-9]{19})(?<check>[0-9])$/,
      check: gs1,
      weight: 4,
    },
    {
      name: 'USPS confirmation',
      shape:
        /^(?:420[0-9]{5}(?:[0-9]{4})?)?(?<body>91(?<service>[0-9]{2})[0-9]{17})(?<check>[0-9])$/,
      check: gs1,
      weight: 8,
      services: CONFIRMATIONS,
    },
    {
      name: 'USPS confirmation, written without its 91',
      shape: /^(?:420[0-9]{5}(?:[0-9]{4})?)?(?<body>(?<service>[0-9]{2})[0-9]{17})(?<check>[0-9])$/,
      check: prefixed('91', gs1),
      weight: 4,
      services: CONFIRMATIONS,
    },
    { name: 'Global Express Guaranteed', shape: /^82[0-9]{8}$/, weight: 3 },
  ],
)
