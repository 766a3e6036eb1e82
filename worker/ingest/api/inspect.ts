/** `/v1/carriers/{carrier}/inspect`: what we make of a carrier's answer, for support that asks why a page says what it says. */
import { Hono } from 'hono'
import type { Reading, Report } from '../../carriers/contract.ts'
import { CarrierError } from '../../carriers/contract.ts'
import { findCarrier } from '../../carriers/registry.ts'
import { Problem } from '../../lib/errors.ts'
import { HttpFailure, readText } from '../../lib/http.ts'
import { fold } from '../../order/fold.ts'
import { mergeScans } from '../../order/scans.ts'
import type { Api } from './access.ts'
import type { InspectAnswer } from './answers.ts'
import { MAX_INSPECTED } from './inputs.ts'
import { showScan } from './show-order.ts'

export const inspect = new Hono<Api>().post('/:carrier/inspect', async (context) => {
  const carrier = findCarrier(context.req.param('carrier'))
  if (!carrier) throw new Problem('carrier_unknown')
  const contentType = context.req.header('content-type') ?? null
  const body = await bodyText(context.req.raw)
  const reading = readSafely(() => carrier.read({ contentType, body }))
  const shown: InspectAnswer = {
    shipments: reading.reports.map((report) =>
      inspectReport(report, carrier.id, carrier.mapVersion),
    ),
    errors: [...reading.problems],
  }
  return context.json(shown)
})

async function bodyText(request: Request): Promise<string> {
  try {
    return await readText(request, MAX_INSPECTED)
  } catch (error) {
    if (error instanceof HttpFailure)
      throw new Problem('body_too_large', `At most ${MAX_INSPECTED} bytes`)
    throw error
  }
}

/** What is no answer of the carrier's is an answer too: that it cannot be read. */
function readSafely(read: () => Reading): Reading {
  try {
    return read()
  } catch (error) {
    if (!(error instanceof CarrierError)) throw error
    return { reports: [], problems: [error.problem] }
  }
}

function inspectReport(
  report: Report,
  carrier: string,
  map: number,
): InspectAnswer['shipments'][number] {
  const { tracking_number, scans: reported, whole: _whole, ...facts } = report
  const leg = {
    carrier,
    tracking_number,
    account: null,
    digest: '',
    outcome: 'found',
    looked: null,
  } as const
  const kept = reported.map((scan) => ({ ...scan, leg: 0, map }))
  const { scans } = mergeScans({ scans: [], truncated: false }, kept, [leg])
  const { milestone, condition, reason, delivered } = fold(scans, 0)
  return {
    tracking_number,
    milestone,
    condition,
    reason,
    ...facts,
    legs: [...(facts.legs ?? [])],
    delivered_at: delivered?.at ?? delivered?.local ?? null,
    scans: scans.map(showScan),
  }
}
