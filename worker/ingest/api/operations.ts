/** Every operation of the API as data, from which the OpenAPI document is made. Examples are parsed by their schemas. */
import type * as z from 'zod'
import { brandInput } from '../../../schema/brand.ts'
import { orderInput } from '../../../schema/order-input.ts'
import type { ProblemCode } from '../../lib/errors.ts'
import {
  accountAnswer,
  accountListAnswer,
  brandAnswer,
  detectAnswer,
  inspectAnswer,
  orderAnswer,
  orderListAnswer,
  unmappedAnswer,
} from './answers.ts'
import {
  accountChange,
  accountInput,
  detectInput,
  listInput,
  MAX_BODY,
  MAX_INSPECTED,
  milestonesInput,
  shipmentsInput,
} from './inputs.ts'

/** One answer other than a problem: what it means, and its schema; null: no body. */
export type Answer = readonly [meaning: string, schema: z.ZodType | null]

export interface Operation {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete'
  readonly path: string
  readonly id: string
  readonly summary: string
  readonly description?: string
  readonly query?: z.ZodObject
  /** `raw`: any content type, passed on as it is */
  readonly body?: { readonly schema: z.ZodType; readonly example: unknown } | 'raw'
  /** Takes an Idempotency-Key */
  readonly keyed?: true
  readonly answers: Readonly<Record<number, Answer>>
  /** Besides those that any operation may answer, and any with a body */
  readonly problems: readonly ProblemCode[]
}

const KEYED = ['idempotency_key_invalid', 'idempotency_key_reused'] as const
const CHANGED = ['order_not_found', 'order_erased', ...KEYED] as const
const THE_ORDER: Answer = ['The order as it now stands', orderAnswer]
const THE_ACCOUNT: Answer = ['The account, without its credentials', accountAnswer]

const ORDER_EXAMPLE = {
  number: 'A-1001',
  currency: 'EUR',
  totals: { items: '79.00', shipping: '4.90', total: '83.90' },
  buyer: {
    name: 'Sara Haddad',
    locale: 'ar-AE',
    contacts: [{ channel: 'email', address: 'sara@shop.example', consent: true }],
  },
  delivery: {
    method: 'home',
    address: { lines: ['1 Marina Walk'], city: 'Dubai', country: 'AE' },
    time_zone: 'Asia/Dubai',
  },
  lines: [{ id: '9007199254740993', title: { en: 'Lamp', ar: 'مصباح' }, quantity: 1 }],
  shipments: [{ carrier: 'sandbox', tracking_number: 'SBX-IATOD-60-1' }],
}

export const OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/orders',
    id: 'placeOrder',
    summary: 'Create an order, or replace what was said of it, by its number',
    description: `At most ${MAX_BODY} bytes. Scans already known stay. The same again changes nothing.`,
    body: { schema: orderInput, example: ORDER_EXAMPLE },
    keyed: true,
    answers: { 200: THE_ORDER, 201: ['The order, new', orderAnswer] },
    problems: ['order_erased', 'too_many_shipments', ...KEYED],
  },
  {
    method: 'get',
    path: '/orders',
    id: 'listOrders',
    summary: 'List orders, newest first',
    description: 'A moment behind what was just written: an order itself is read by its number.',
    query: listInput,
    answers: { 200: ['A page of orders', orderListAnswer] },
    problems: ['invalid_query'],
  },
  {
    method: 'get',
    path: '/orders/{number}',
    id: 'readOrder',
    summary: 'Read an order with its shipments and their scans',
    answers: { 200: THE_ORDER },
    problems: ['order_not_found'],
  },
  {
    method: 'delete',
    path: '/orders/{number}',
    id: 'eraseOrder',
    summary: 'Erase an order for good',
    description: 'Its number cannot be used again: that answers 410. Safe to repeat.',
    answers: { 204: ['Erased', null] },
    problems: ['order_not_found'],
  },
  {
    method: 'post',
    path: '/orders/{number}/shipments',
    id: 'addShipments',
    summary: 'Add shipments, or replace those of the same id',
    description: 'At most 100 an order.',
    body: {
      schema: shipmentsInput,
      example: { carrier: 'ups', tracking_number: '1Z999AA10123456784' },
    },
    keyed: true,
    answers: { 200: THE_ORDER },
    problems: ['too_many_shipments', ...CHANGED],
  },
  {
    method: 'post',
    path: '/orders/{number}/milestones',
    id: 'markOrder',
    summary: 'Say what only the shop knows: confirmed, packed, cancelled',
    body: { schema: milestonesInput, example: { confirmed: '2026-01-31T12:00:00+04:00' } },
    keyed: true,
    answers: { 200: THE_ORDER },
    problems: CHANGED,
  },
  {
    method: 'post',
    path: '/orders/{number}/links',
    id: 'renewLinks',
    summary: 'Renew the links that show more than progress',
    description: 'Those given before show progress only from now on.',
    keyed: true,
    answers: { 200: THE_ORDER },
    problems: CHANGED,
  },
  {
    method: 'get',
    path: '/carrier-accounts',
    id: 'listCarrierAccounts',
    summary: 'List carrier accounts, oldest first',
    answers: { 200: ['All accounts', accountListAnswer] },
    problems: [],
  },
  {
    method: 'post',
    path: '/carrier-accounts',
    id: 'createCarrierAccount',
    summary: 'Connect an account at a carrier',
    description:
      'The credentials are tried with a harmless request. What the carrier refuses is not kept; where it does not answer they are kept and `unchecked`.',
    body: {
      schema: accountInput,
      example: {
        carrier: 'ups',
        name: 'Warehouse',
        credentials: { client_id: 'an-id', client_secret: 'a-secret' },
      },
    },
    keyed: true,
    answers: { 201: THE_ACCOUNT },
    problems: [...KEYED, 'credentials_refused'],
  },
  {
    method: 'get',
    path: '/carrier-accounts/{id}',
    id: 'readCarrierAccount',
    summary: 'Read a carrier account',
    answers: { 200: THE_ACCOUNT },
    problems: ['carrier_account_not_found'],
  },
  {
    method: 'patch',
    path: '/carrier-accounts/{id}',
    id: 'changeCarrierAccount',
    summary: 'Rename a carrier account, or give it other credentials',
    description: 'Credentials are replaced as a whole, and tried as with a new account.',
    body: { schema: accountChange, example: { name: 'Second warehouse' } },
    answers: { 200: THE_ACCOUNT },
    problems: ['carrier_account_not_found', 'credentials_refused'],
  },
  {
    method: 'delete',
    path: '/carrier-accounts/{id}',
    id: 'deleteCarrierAccount',
    summary: 'Disconnect a carrier account',
    answers: { 204: ['Gone', null] },
    problems: ['carrier_account_not_found'],
  },
  {
    method: 'get',
    path: '/brand',
    id: 'readBrand',
    summary: 'Read how the pages look',
    answers: { 200: ['The brand', brandAnswer] },
    problems: [],
  },
  {
    method: 'put',
    path: '/brand',
    id: 'replaceBrand',
    summary: 'Say how the pages look',
    description: 'Elsewhere pages follow within two minutes.',
    body: {
      schema: brandInput,
      example: {
        name: 'Shop',
        colours: { accent: '#1f5eff' },
        support: { email: 'hi@shop.example' },
      },
    },
    answers: { 200: ['The brand', brandAnswer] },
    problems: [],
  },
  {
    method: 'get',
    path: '/carriers/detect',
    id: 'detectCarrier',
    summary: 'See whose a tracking number may be, and why',
    description:
      'By its form and check digit; your accounts and the destination weigh in. No carrier is asked. A carrier we do not track is named all the same.',
    query: detectInput,
    answers: { 200: ['Candidates, the likeliest first', detectAnswer] },
    problems: ['invalid_query'],
  },
  {
    method: 'get',
    path: '/carriers/{carrier}/unmapped',
    id: 'listUnmapped',
    summary: 'List what a carrier said that has no meaning yet',
    description:
      'Codes of your accounts’ parcels that no table gives a milestone or a reason, those known to say nothing among them, the most frequent first. Their scans are kept and change nothing.',
    answers: { 200: ['The codes', unmappedAnswer] },
    problems: ['carrier_unknown'],
  },
  {
    method: 'post',
    path: '/carriers/{carrier}/inspect',
    id: 'inspectAnswer',
    summary: 'See what is made of a carrier’s answer or webhook body',
    description: `The body as the carrier sent it, under its own content type, at most ${MAX_INSPECTED} bytes. Nothing is kept. What cannot be read is an error in the answer.`,
    body: 'raw',
    answers: { 200: ['What is made of it', inspectAnswer] },
    problems: ['carrier_unknown', 'body_too_large'],
  },
]
