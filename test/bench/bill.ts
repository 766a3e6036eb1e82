/** What one parcel's life costs at a shop of a million a month: what was counted, and what comes by the minute. */
import type { Bill } from './prices.ts'

/** Per parcel. */
export interface Life {
  readonly rows: { readonly objects: number; readonly record: number }
  readonly rowsRead: number
  readonly requests: { readonly objects: number; readonly worker: number }
  readonly operations: number
  readonly cpuMs: number
  readonly recordBytes: number
}

const PARCELS_A_MONTH = 1e6
const MINUTES_A_MONTH = 43_200
const GB = 1e9

/** A tick's lease and watermark, and what an account keeps every quarter of an hour */
const ROWS_A_MINUTE = 2 + 1 / 15
/** An object with one value and an alarm; six days of life and fourteen after */
const OBJECT_BYTES = 16_000
const OBJECT_MONTHS = 20 / 30
/** Orders stay in the record as long as the merchant says: each month is this line once more */
const RECORD_MONTHS = 1
/** Memory of an object while it works, GB; an order's works for some milliseconds a request, an account's all the time */
const OBJECT_GB = 0.128
const BUSY_SECONDS = 0.01

export function billOf(life: Life): Bill {
  const minutes = MINUTES_A_MONTH / PARCELS_A_MONTH
  const busy = life.requests.objects * BUSY_SECONDS + minutes * 60
  return [
    { line: 'rows of orders’ objects', what: 'row_written', amount: life.rows.objects },
    { line: 'rows of the record', what: 'row_written', amount: life.rows.record },
    { line: 'rows of ticks and accounts', what: 'row_written', amount: ROWS_A_MINUTE * minutes },
    { line: 'rows read', what: 'row_read', amount: life.rowsRead },
    { line: 'requests of objects', what: 'object_request', amount: life.requests.objects },
    { line: 'objects at work', what: 'object_gb_second', amount: busy * OBJECT_GB },
    { line: 'queue', what: 'queue_operation', amount: life.operations },
    {
      line: 'requests of the Worker',
      what: 'worker_request',
      amount: life.requests.worker + minutes,
    },
    { line: 'processor, the simulators’ included', what: 'cpu_ms', amount: life.cpuMs },
    {
      line: 'objects stored',
      what: 'object_gb_month',
      amount: (OBJECT_BYTES / GB) * OBJECT_MONTHS,
    },
    {
      line: 'record stored, a month',
      what: 'd1_gb_month',
      amount: (life.recordBytes / GB) * RECORD_MONTHS,
    },
  ]
}

const VIEWS_A_PARCEL = 10
const SECONDS_A_MONTH = MINUTES_A_MONTH * 60
/** An account collects early looks for so long, and for so many parcels, before it sends a message */
const WINDOW_SECONDS = 5
const FULL_MESSAGE = 50

/**
 * Views are no part of the life: ten of them, and at most each as an early look at the carrier as
 * well, all through one account. A message takes the belt, a lease, what the account remembers of
 * whom it asked about and, where several parcels share it, an alarm.
 */
export function viewsBill(parcelsAMonth = PARCELS_A_MONTH): Bill {
  const views = VIEWS_A_PARCEL
  const aWindow = ((views * parcelsAMonth) / SECONDS_A_MONTH) * WINDOW_SECONDS
  const windows = views / Math.max(1, aWindow)
  const messages = views / Math.min(FULL_MESSAGE, Math.max(1, aWindow))
  const alarms = aWindow > 1 ? windows : 0
  return [
    { line: `${views} pages, requests of the Worker`, what: 'worker_request', amount: views },
    { line: `${views} pages, requests of objects`, what: 'object_request', amount: views },
    {
      line: `${views} early looks, at most: queue`,
      what: 'queue_operation',
      amount: messages * 3,
    },
    {
      line: `${views} early looks, at most: objects`,
      what: 'object_request',
      amount: views + messages + alarms,
    },
    {
      line: `${views} early looks, at most: rows`,
      what: 'row_written',
      amount: windows + alarms,
    },
  ]
}
