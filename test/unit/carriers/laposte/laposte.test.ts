import { describe, expect, it } from 'vitest'
import { CODES } from '../../../../worker/carriers/laposte/codes.ts'
import { laposte } from '../../../../worker/carriers/laposte/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'
import { unknownTo } from '../../../support/status-maps.ts'

const EVENTS = [
  { code: 'MD2', label: 'Mis en distribution', date: '2026-03-10T09:01:00+01:00' },
  { code: 'ET1', label: 'En cours de traitement', date: '2026-03-09T16:25:00+01:00' },
]

const result = (idShip: string, event: readonly unknown[]) => ({
  returnCode: 200,
  idShip,
  shipment: { idShip, event, estimDate: '2026-03-10T09:38:00+01:00' },
})

describeCarrier({
  carrier: laposte,
  recorded: {
    folder: 'laposte',
    ends: {
      'karrio.tracking': [
        {
          number: 'EW112720413FR',
          scans: 9,
          milestone: 'delivered',
          from: '2023-02-17T14:41:00+01:00',
          to: '2023-03-09T09:38:00+01:00',
        },
      ],
    },
    errors: { 'karrio.error': ['invalid_number', '400'] },
  },
  asking: {
    credentials: { api_key: 'okapi-key' },
    parcels: [
      { number: 'EW112720413FR', since: 0, courier: null },
      { number: '6A11111111111', since: 0, courier: null },
    ],
    request: {
      method: 'GET',
      path: '/suivi/v2/idships/EW112720413FR,6A11111111111?lang=fr_FR',
      headers: expect.objectContaining({ 'x-okapi-key': 'okapi-key' }),
    },
    answer: [result('EW112720413FR', EVENTS), result('6A11111111111', EVENTS)],
    changed: [{ returnCode: 200, parcel: { id: 'EW112720413FR', events: EVENTS } }],
    statuses: { 404: 'not_found' },
  },
})

describe('La Poste', () => {
  const read = (body: unknown) =>
    laposte.read({ contentType: 'application/json', body: JSON.stringify(body) })

  it('knows every code of the connectors’ maps', () => {
    for (const map of ['laposte', 'colissimo']) {
      expect(unknownTo(map, (code) => CODES.has(code))).toEqual([])
    }
  })

  it('a day to expect is over once the parcel is there', () => {
    expect(read(result('A', EVENTS)).reports[0]?.estimate).toEqual({
      from: '2026-03-10',
      to: '2026-03-10',
    })
    const there = [{ code: 'DI1', label: 'Livré', date: '2026-03-10T10:00:00+01:00' }, ...EVENTS]
    expect(read(result('A', there)).reports[0]?.estimate).toBeNull()
  })

  it('given back to the sender is not delivered', () => {
    const back = { code: 'DI2', label: 'Remis à l’expéditeur', date: '2026-03-10T10:00:00+01:00' }
    expect(read(result('A', [back])).reports[0]?.scans[0]?.milestone).toBe('returned_to_sender')
  })

  it('one number of several that is not known is its own problem', () => {
    const unknown = { returnCode: 104, returnMessage: 'Aucun produit', idShip: 'B' }
    const { reports, problems } = read([result('A', EVENTS), unknown])
    expect(reports.map(({ tracking_number }) => tracking_number)).toEqual(['A'])
    expect(problems).toMatchObject([{ code: 'not_found', tracking_number: 'B' }])
  })

  it('a refused key is the account’s trouble', () => {
    const refused = { code: 'UNAUTHORIZED', message: 'Clé invalide' }
    expect(read(refused).problems).toMatchObject([{ code: 'unauthorized' }])
  })
})
