/**
 * T-Cat (黑貓宅急便): the status query of its EGS API, ten consignments a request. It pushes nothing.
 * T-Cat answers about one consignment once in two hours: on the day of delivery, when it is asked more
 * often, some questions are refused. Offices stand for places; there is no finer one.
 *
 * Unproven: built from its EGS API specification as integrations repeat it, not from recorded lives.
 */
import { trackWith } from '../client.ts'
import { defineCarrier } from '../contract.ts'
import type { Credentials } from './client.ts'
import { api, credentials } from './client.ts'
import { read } from './read.ts'

export const tCat = defineCarrier<Credentials>({
  id: 't-cat',
  name: 'T-Cat',
  proven: false,
  mapVersion: 1,
  // The specification: ten consignments a query, three queries at once, 3,000 a day.
  limits: { batch: 10, connections: 2, perSecond: 1, perDay: 3000 },
  trackingUrl: (number) =>
    `https://www.t-cat.com.tw/Inquire/TraceDetail.aspx?BillID=${encodeURIComponent(number)}`,
  read,
  credentials,
  track: trackWith(api),
})
