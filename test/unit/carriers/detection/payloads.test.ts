/** Numbers that carriers answered about: each carrier is among the candidates of its own. */
import { expect, it } from 'vitest'
import { detect, NO_CONTEXT } from '../../../../worker/carriers/detect.ts'
import type { Payload } from '../../../support/shared.ts'
import { shared } from '../../../support/shared.ts'

/** Folder of recorded answers → carrier. */
const FOLDERS: Readonly<Record<string, string>> = {
  amazon_shipping: 'amazon-shipping',
  aramex: 'aramex',
  australiapost: 'australiapost',
  bpost: 'bpost',
  bring: 'bring',
  canadapost: 'canadapost',
  canpar: 'canpar',
  cdek: 'cdek',
  correios: 'correios',
  delhivery: 'delhivery',
  dhl_express: 'mydhl',
  dhl_parcel_de: 'dhl-parcel-de',
  dhl_universal: 'dhl',
  dpd: 'dpd',
  dpdhl: 'dhl-parcel-de',
  fedex: 'fedex',
  geodis: 'geodis',
  gls: 'gls',
  hermes: 'hermes',
  inpost: 'inpost',
  landmark: 'landmark',
  laposte: 'laposte',
  mydhl: 'mydhl',
  nova_poshta: 'nova-poshta',
  postnl: 'postnl',
  purolator: 'purolator',
  royalmail: 'royalmail',
  russian_post: 'russian-post',
  sendle: 'sendle',
  sf_express: 'sf-express',
  smsa: 'smsa',
  thailand_post: 'thailand-post',
  ups: 'ups',
  usps: 'usps',
}

const MADE_UP = 'made up where the sample was written: the carrier has no such number'
const CHECK_DIGIT = 'an example whose check digit is wrong'

const EXCEPTIONS: Readonly<Record<string, string>> = {
  '89108749065090': MADE_UP,
  string: MADE_UP,
  XXXXXXXXXX1: MADE_UP,
  M123: MADE_UP,
  '...': MADE_UP,
  '12345678901234567890': MADE_UP,
  '1234567890': CHECK_DIGIT,
  '1Z12345E6205277936': CHECK_DIGIT,
  RA644000001RU: CHECK_DIGIT,
  '39936862321': 'a digit short, for an error',
  '7XX1000': 'cut short, for an error',
  '1234567': 'the shop’s own number of the order',
  '100000100': 'the number of a return, of a form nobody published',
  '23AA47DE2B3B6': 'a form nobody published: thirteen letters and digits',
}

const NUMBER_KEY = /^(trackings?_?numbers?|barcode|awbs?|waybills?|int_?doc_?number|cdek_number)$/i

function* numbersIn(value: unknown, key = ''): Generator<string> {
  if (typeof value === 'string' && NUMBER_KEY.test(key)) yield value
  else if (Array.isArray(value)) for (const one of value) yield* numbersIn(one, key)
  else if (typeof value === 'object' && value !== null)
    for (const [name, one] of Object.entries(value)) yield* numbersIn(one, name)
}

const numbersOf = ({ expected, strict, request }: Payload): string[] => [
  ...numbersIn({ expected, strict, request }),
]

const isCandidate = (number: string, carrier: string): boolean =>
  detect(number, NO_CONTEXT).some((candidate) => candidate.carrier === carrier)

shared.describe('recorded numbers', () => {
  it.each(Object.entries(FOLDERS))(
    'of %s have their carrier among the candidates',
    (folder, id) => {
      const numbers = new Set(shared.payloads(folder).flatMap(numbersOf))
      expect(numbers.size).toBeGreaterThan(0)
      const missing = [...numbers].filter((number) => !isCandidate(number, id))
      expect(missing.filter((number) => !Object.hasOwn(EXCEPTIONS, number))).toEqual([])
    },
  )

  it('are excepted only where they are needed to be', () => {
    const missing = Object.entries(FOLDERS).flatMap(([folder, id]) =>
      shared
        .payloads(folder)
        .flatMap(numbersOf)
        .filter((number) => !isCandidate(number, id)),
    )
    expect(new Set(Object.keys(EXCEPTIONS))).toEqual(new Set(missing))
  })
})
