/** The order every benchmark of the page shows: three shipments, forty scans, a brand. */
import type { Brand } from '../../schema/brand.ts'
import type { ShipmentInput } from '../../schema/order-input.ts'
import { orderInput } from '../../schema/order-input.ts'
import type { Scan } from '../../schema/report.ts'
import { NO_FACTS } from '../../schema/report.ts'
import type { RecordCommand } from '../../worker/order/commands.ts'
import type { Placed } from '../../worker/order/state.ts'
import type { NewMerchant } from '../../worker/store/merchants.ts'

export const MERCHANT: NewMerchant = {
  id: 'bench',
  name: 'Bench',
  shard: 'DB',
  jurisdiction: 'none',
  locationHint: null,
  locale: 'en',
  timeZone: 'Europe/Berlin',
  grantDays: 60,
  createdAt: '2026-01-01T00:00:00Z',
}

export const BRAND: Brand = {
  name: 'Juniper & Oak',
  home: 'https://juniper.example',
  colours: { accent: '#2f6b4f' },
  digits: 'latn',
  support: { email: 'hello@juniper.example', phone: '+49 30 5550100' },
  links: [{ label: { en: 'Returns' }, url: 'https://juniper.example/returns' }],
}

const order = orderInput.parse({
  number: 'BENCH',
  currency: 'EUR',
  totals: { total: '62.50' },
  buyer: { name: 'Alex Rivera', locale: 'en', contacts: [] },
  delivery: {
    address: { lines: ['Lindenstraße 12'], city: 'Berlin', postcode: '10969', country: 'DE' },
  },
  lines: [1, 2, 3].map((id) => ({
    id: String(id),
    title: { en: `Article number ${id}` },
    quantity: id,
  })),
  shipments: [1, 2, 3].map((id) => ({
    id: String(id),
    carrier: 'ups',
    tracking_number: `1Z999AA1012345678${id}`,
    lines: [{ line: String(id), quantity: id }],
  })),
})

const { shipments = [], ...placed } = order
export const PLACED: Placed = placed
export const SHIPMENTS: readonly ShipmentInput[] = shipments

const CITIES = ['Leipzig', 'Hannover', 'Kassel', 'Berlin']
const COUNTS = [14, 13, 13]

const scans = (count: number, end: number): Scan[] =>
  Array.from({ length: count }, (_, index) => {
    const at = new Date(end - (count - index) * 3 * 3_600_000).toISOString().slice(0, 19)
    return {
      at: `${at}+00:00`,
      local: at,
      zone: null,
      code: index % 2 ? 'AR' : 'DP',
      text: index % 2 ? 'Arrived at Facility' : 'Departed from Facility',
      location: `${CITIES[index % CITIES.length]}, DE`,
      city: CITIES[index % CITIES.length] ?? null,
      milestone: index === 0 ? 'accepted' : 'in_transit',
      reason: null,
    }
  })

/** One look at each of the three. */
export function looks(): RecordCommand['looks'] {
  const at = Date.now()
  return COUNTS.map((count, index) => ({
    shipment: String(index + 1),
    look: {
      leg: 0,
      at,
      mapVersion: 1,
      digest: `bench-${index}`,
      result: {
        report: {
          ...NO_FACTS,
          tracking_number: `1Z999AA1012345678${index + 1}`,
          whole: true,
          scans: scans(count, at),
        },
      },
    },
  }))
}
