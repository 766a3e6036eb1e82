/** A Canada Post on the loopback: Basic credentials, XML, one number a request. */
import type { FakeAnswer, FakeCarrier } from './fake-carrier.ts'
import { failures, startFakeCarrier } from './fake-carrier.ts'

export interface FakeCanadaPostOptions {
  readonly answers?: Readonly<Record<string, FakeAnswer>>
  readonly username?: string
  readonly password?: string
}

const TRACK_PATH = /^\/vis\/track\/pin\/([^/?]+)\/detail$/
const MEDIA_TYPE = 'application/vnd.cpc.track-v2+xml'

export const canadaPostMessage = (code: string, description: string): string =>
  `<?xml version="1.0" encoding="UTF-8"?>
<messages xmlns="http://www.canadapost.ca/ws/messages">
  <message><code>${code}</code><description>${description}</description></message>
</messages>`

const detail = (number: string, events: string): string => `<?xml version="1.0" encoding="UTF-8"?>
<tracking-detail xmlns="http://www.canadapost.ca/ws/track">
  <pin>${number}</pin><significant-events>${events}</significant-events>
</tracking-detail>`

const event = (time: string): string => `<occurrence>
  <event-identifier>0100</event-identifier>
  <event-date>${time.slice(0, 10)}</event-date>
  <event-time>${time.slice(11)}</event-time>
  <event-time-zone>EST</event-time-zone>
  <event-description>Item processed</event-description>
  <event-site>OTTAWA</event-site><event-province>ON</event-province>
</occurrence>`

const ANSWER = detail('1371134583769923', '')

/** Failures ready to be set. */
export const CANADAPOST_FAILURES = {
  ...failures({
    throttled: canadaPostMessage('Server', 'Rejected by SLM Monitor'),
    broken: canadaPostMessage('Server', 'Failed to establish a backside connection'),
    answer: ANSWER,
    changed: ANSWER.replaceAll('significant-events', 'events'),
  }),
  /** The throttle as it also comes: with a status that says nothing of it */
  rejected: { status: 500, body: canadaPostMessage('Server', 'Rejected by SLM Monitor') },
  expired: { status: 401, body: canadaPostMessage('E002', 'AAA Authentication Failure') },
}

export function startFakeCanadaPost(options: FakeCanadaPostOptions = {}): Promise<FakeCarrier> {
  const { username = 'user', password = 'secret' } = options
  const basic = `Basic ${Buffer.from(`${username}:${password}`).toString('base64')}`
  return startFakeCarrier({
    ...options,
    contentType: MEDIA_TYPE,
    credentials: { username, password },
    failures: CANADAPOST_FAILURES,
    // Newest first, as Canada Post orders them.
    scanned: (number, times) => detail(number, times.toReversed().map(event).join('')),
    numbersOf: (path) => {
      const number = TRACK_PATH.exec(path)?.[1]
      return number === undefined ? null : [decodeURIComponent(number)]
    },
    refuse: ({ headers }) => {
      if (headers.authorization !== basic) return CANADAPOST_FAILURES.expired
      return headers.accept === MEDIA_TYPE ? null : { status: 406, body: '' }
    },
    compose: ([number = ''], next) =>
      next(number) ?? { status: 404, body: canadaPostMessage('004', 'No Pin History') },
    other: () => ({ status: 404, body: '<h1>Not Found</h1>' }),
  })
}
