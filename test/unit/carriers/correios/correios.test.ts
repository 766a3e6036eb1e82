import { describe, expect, it, vi } from 'vitest'
import { meaningOf } from '../../../../worker/carriers/correios/codes.ts'
import { correios } from '../../../../worker/carriers/correios/index.ts'
import { describeCarrier } from '../../../support/carrier-suite.ts'

const unit = (cidade: string, uf: string) => ({ tipo: 'Unidade', endereco: { cidade, uf } })

const OUT = {
  codigo: 'OEC',
  tipo: '01',
  descricao: 'Objeto saiu para entrega ao destinatário',
  dtHrCriado: '2026-03-10T08:22:47',
  unidade: unit('FORTALEZA', 'CE'),
}
const POSTED = {
  codigo: 'PO',
  tipo: '01',
  descricao: 'Objeto postado',
  dtHrCriado: '2026-03-08T17:36:45',
  unidade: unit('SANTOS', 'SP'),
}
const WAITS = {
  codigo: 'LDI',
  tipo: '01',
  descricao: 'Objeto aguardando retirada no endereço indicado',
  dtHrCriado: '2026-03-11T09:00:00',
  unidade: { ...unit('FORTALEZA', 'CE'), nome: 'AC CENTRAL' },
}

const object = (codObjeto: string, eventos: readonly unknown[], more: object = {}) => ({
  codObjeto,
  dtPrevista: '2026-03-12T20:58:00',
  eventos,
  ...more,
})

describeCarrier({
  carrier: correios,
  recorded: {
    folder: 'correios',
    ends: {
      delivered_6_events: [
        {
          number: 'QH991577104BR',
          scans: 6,
          milestone: 'delivered',
          from: '2022-03-29T17:36:45',
          to: '2022-04-18T08:40:06',
        },
      ],
    },
    errors: {},
  },
  asking: {
    credentials: { user: 'shop', access_code: 'access-code', posting_card: '0012345678' },
    parcels: ['QH991577104BR', 'QH000000002BR'].map((number) => ({
      number,
      since: 0,
      courier: null,
    })),
    token: {
      path: '/token/v1/autentica/cartaopostagem',
      answer: {
        token: 'token-of-correios',
        emissao: '2026-03-10T08:00:00',
        expiraEm: '2026-03-11T08:00:00',
      },
    },
    request: {
      method: 'GET',
      path: '/srorastro/v1/objetos?codigosObjetos=QH991577104BR&codigosObjetos=QH000000002BR&resultado=T',
      headers: expect.objectContaining({ authorization: 'Bearer token-of-correios' }),
    },
    answer: {
      objetos: [object('QH991577104BR', [OUT, POSTED]), object('QH000000002BR', [POSTED])],
    },
    changed: { objects: [object('QH991577104BR', [OUT])] },
    statuses: { 404: 'not_found' },
  },
})

describe('Correios', () => {
  const read = (...objetos: unknown[]) =>
    correios.read({ contentType: null, body: JSON.stringify({ objetos }) })

  it('a token lives from its making to its end', async () => {
    const token = { token: 't', emissao: '2026-03-10T08:00:00', expiraEm: '2026-03-10T09:30:00' }
    vi.spyOn(globalThis, 'fetch').mockResolvedValue(Response.json(token))
    const credentials = { user: 'u', access_code: 'a', posting_card: '0012345678' }
    const access = { credentials, token: null, origin: null, now: 1000 }
    expect(await correios.authenticate?.(access)).toEqual({ value: 't', expiresAt: 5_401_000 })
    vi.restoreAllMocks()
  })

  it('clocks have the zone of their state, and no zone where none is said', () => {
    const nowhere = { ...OUT, unidade: null }
    const [report] = read(object('A', [OUT, POSTED, nowhere])).reports
    expect(report?.scans.map(({ local, zone }) => [local, zone])).toEqual([
      ['2026-03-10T08:22:47', 'America/Fortaleza'],
      ['2026-03-08T17:36:45', 'America/Sao_Paulo'],
      ['2026-03-10T08:22:47', null],
    ])
  })

  it.each([
    ['BDE', '01', 'Objeto entregue ao destinatário', 'delivered', null],
    ['BDE', '01', 'Objeto entregue ao remetente', 'returned_to_sender', null],
    ['BDI', '20', 'A entrega não pode ser efetuada', 'attempt_failed', 'recipient_absent'],
    ['BDR', '1', 'Objeto entregue ao destinatário', 'delivered', null],
    ['PAR', '17', 'Aguardando pagamento do despacho postal', 'in_transit', 'customs_duties'],
    // Types that no table knows.
    ['OEC', '77', 'Objeto saiu para entrega ao remetente', 'returning_to_sender', null],
    ['XYZ', '01', 'Objeto em transferência - por favor aguarde', 'in_transit', null],
    ['XYZ', '01', 'Palavras que ninguém conhece', null, null],
    ['EST', '01', 'Favor desconsiderar a informação anterior', null, null],
  ])('%s %s, %s: %s, %s', (code, type, words, milestone, reason) => {
    expect(meaningOf(code, type, words)).toEqual({ milestone, reason })
  })

  it('says where a parcel waits, and no longer once it was fetched', () => {
    expect(read(object('A', [WAITS, OUT])).reports[0]?.pickup).toMatchObject({ name: 'AC CENTRAL' })
    const fetched = { ...OUT, codigo: 'BDE', dtHrCriado: '2026-03-12T09:00:00' }
    expect(read(object('A', [fetched, WAITS])).reports[0]?.pickup).toBeNull()
  })

  it.each([
    ['SRO-020: Objeto não encontrado na base de dados dos Correios.', 'not_found', 'SRO-020'],
    ['SRO-019: Objeto inválido', 'invalid_number', 'SRO-019'],
    ['Outra coisa', 'bad_answer', null],
  ])('an object with the message %s is %s', (mensagem, code, carrier_code) => {
    expect(read({ codObjeto: 'A', mensagem }, object('B', [OUT]))).toMatchObject({
      reports: [{ tracking_number: 'B' }],
      problems: [{ code, carrier_code, tracking_number: 'A' }],
    })
  })

  it('words of the gateway are the account’s trouble', () => {
    const body = JSON.stringify({ msgs: ['GTW-009: Token inválido ou expirado.'] })
    expect(correios.read({ contentType: null, body }).problems).toMatchObject([
      { code: 'unauthorized', carrier_code: 'GTW-009' },
    ])
  })
})
