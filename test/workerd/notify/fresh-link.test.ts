import {
  createExecutionContext,
  createMessageBatch,
  getQueueResult,
  runInDurableObject,
} from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import worker from '../../../worker/index.ts'
import { DAY } from '../../../worker/lib/clock.ts'
import { ATTEMPTS } from '../../../worker/queue/consume.ts'
import { GRANTED, markedOrder, marksIn, NOBODYS, NOW } from '../../support/marked.ts'
import type { Order } from '../../support/workerd-api.ts'
import type { Storefront } from '../../support/workerd-serve.ts'
import { openStorefront, page, referenceOf, sent, visit } from '../../support/workerd-serve.ts'

interface Sent {
  readonly to: string
  readonly from: { readonly email: string; readonly name: string }
  readonly subject: string
  readonly text: string
  readonly html: string
}

let shop: Storefront
let orders = 0
let mails: Sent[]
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW })
  vi.spyOn(console, 'error').mockReturnValue()
  shop ??= await openStorefront({}, { digits: 'arab' })
  sent.length = 0
  mails = []
})
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const taking = {
  send: async (mail: Sent) => {
    mails.push(mail)
    return { messageId: 'm' }
  },
}
const refused = Object.assign(new Error(`${NOBODYS.email} is on the suppression list`), {
  code: 'E_RECIPIENT_SUPPRESSED',
})
const refusing = { send: () => Promise.reject(refused) }

/** An order whose page was asked for a fresh link, and the message that is on its way. */
async function asked(more: Readonly<Record<string, unknown>> = {}) {
  orders += 1
  const order = await shop.place(markedOrder(`MAIL-${orders}`, more))
  await visit(`${order.link}/link`, { method: 'POST' })
  const message = sent.find((one) => one.kind === 'fresh_link' && one.order === order.id)
  if (!message) throw new Error('nothing was asked for')
  return { order, message }
}

/** The belt brings these messages, and what becomes of them. */
async function deliver(messages: readonly unknown[], mailer: object = taking, attempts = 1) {
  const batch = createMessageBatch(
    'notify',
    messages.map((body, index) => ({ id: `${index}`, timestamp: new Date(), attempts, body })),
  )
  const context = createExecutionContext()
  await worker.queue(batch, { ...env, EMAIL: mailer } as unknown as Env)
  return getQueueResult(batch, context)
}

const linkIn = (text: string): string => /http:\/\/\S+?\?g=[\w-]+/.exec(text)?.[0] ?? ''

describe('the mail with a fresh link', () => {
  it('goes to the order’s own address, from the brand, and its link works in text and HTML', async () => {
    const { order, message } = await asked()
    await shop.api('POST', `/orders/${order.number}/links`)
    await deliver([message])
    const [mail] = mails
    expect(mails).toHaveLength(1)
    expect([mail?.to, mail?.from.name]).toEqual([NOBODYS.email, `Brand ${shop.id}`])
    expect(mail?.subject).toContain(order.number)
    for (const part of [mail?.text ?? '', (mail?.html ?? '').replaceAll('&amp;', '&')]) {
      const link = linkIn(part)
      expect(link.startsWith(order.link)).toBe(true)
      expect(marksIn(await page(link), GRANTED)).toContain('article')
      expect(marksIn(part)).toEqual([])
    }
  })

  it('has a link that works for a week, though the order’s own term is over', async () => {
    const { message } = await asked()
    await deliver([message])
    const link = linkIn(mails[0]?.text ?? '')
    vi.setSystemTime(NOW + 7 * DAY - 1000)
    expect(marksIn(await page(link), GRANTED)).toContain('article')
    vi.setSystemTime(NOW + 7 * DAY)
    expect(marksIn(await page(link))).toEqual([])
  })

  it.each([
    ['en', 'ltr', /[٠-٩]/, false],
    ['ar-EG', 'rtl', /[٠-٩]/, true],
    ['th', 'ltr', /[٠-٩]/, false],
  ] as const)(
    'is in the buyer’s language, else the shop’s, with its digits: %s',
    async (locale, dir, digits, has) => {
      const contacts = [{ channel: 'email', address: NOBODYS.email, consent: true }]
      const { message } = await asked({ buyer: { locale, contacts } })
      await deliver([message])
      expect(mails[0]?.html).toContain(`dir="${dir}"`)
      expect(digits.test(mails[0]?.text ?? '')).toBe(has)
    },
  )
})

describe('one request is one mail', () => {
  it('though its message comes twice, together or one after the other', async () => {
    const { message } = await asked()
    await deliver([message, message])
    await deliver([message])
    expect(mails).toHaveLength(1)
  })

  it('though sending failed at first: the message comes again, and then once', async () => {
    const { message } = await asked()
    const failed = await deliver([message], refusing)
    expect([failed.explicitAcks, failed.retryMessages.length]).toEqual([[], 1])
    const again = await deliver([message])
    expect([again.explicitAcks, again.retryMessages]).toEqual([['0'], []])
    await deliver([message])
    expect(mails).toHaveLength(1)
  })

  it('and a refusal’s words, which name the address, are neither logged nor kept', async () => {
    const lines: unknown[] = []
    vi.spyOn(console, 'error').mockImplementation((line) => void lines.push(line))
    const { message } = await asked()
    await deliver([message], refusing, ATTEMPTS.outage)
    const { results } = await env.DB.prepare('SELECT * FROM dead_letters').all()
    expect([lines.length, results.length]).toEqual([1, 1])
    expect(lines[0]).toContain('the mail was not taken: E_RECIPIENT_SUPPRESSED')
    expect(marksIn(JSON.stringify([lines, results]))).toEqual([])
  })

  it('and one that fails does not hold up the others', async () => {
    const [first, second] = [await asked(), await asked()]
    const choosy = {
      send: async (mail: Sent) =>
        mail.subject.includes(first.order.number) ? refusing.send() : taking.send(mail),
    }
    const result = await deliver([first.message, second.message], choosy)
    expect([result.explicitAcks, mails.length]).toEqual([['1'], 1])
  })
})

describe('no mail is sent', () => {
  const nothing = async (order: Order, message: object) => {
    const result = await deliver([message])
    expect([mails, result.explicitAcks]).toEqual([[], ['0']])
    return order
  }

  it('for an order without an address', async () => {
    const { order, message } = await asked({ buyer: { name: 'Sam' } })
    await nothing(order, message)
  })

  it('for an order that was erased meanwhile', async () => {
    const { order, message } = await asked()
    await shop.api('DELETE', `/orders/${order.number}`)
    await nothing(order, message)
  })

  it('for a request nobody made', async () => {
    const { order, message } = await asked()
    await nothing(order, { ...message, request: 'another' })
  })

  it('in the name of another shop', async () => {
    const other = await openStorefront()
    const { order, message } = await asked()
    await nothing(order, { ...message, merchant: other.id })
    const kept = await runInDurableObject(env.ORDER.getByName(order.id), (_object, state) =>
      state.storage.kv.get<{ claimed: boolean }>('fresh_link'),
    )
    expect([kept?.claimed, referenceOf(shop, order).merchant]).toEqual([false, shop.id])
  })
})
