/**
 * Correios' events: code and type, written `BDE 01`. BDE, BDI and BDR are one list for three kinds of
 * service.
 *
 * Source: "Tabela de eventos" of the manual "Rastreamento de objetos" (SRO); BDE 01, OEC 01, RO 01,
 * DO 01 and PO 01 recorded.
 */
import type { Meaning, WordTable } from '../code-table.ts'
import { codeTable, meaningOfWords } from '../code-table.ts'

/** The end of a round, by type. */
const ENDS = [
  ['delivered', null, '01 67 70'],
  ['attempt_failed', 'recipient_absent', '02 20 21'],
  ['attempt_failed', 'refused', '04'],
  ['attempt_failed', null, '05 35 46'],
  ['attempt_failed', 'address_wrong', '06 07 08 19'],
  ['attempt_failed', 'recipient_moved', '10'],
  ['attempt_failed', 'address_incomplete', '34'],
  ['attempt_failed', 'business_closed', '25'],
  ['attempt_failed', 'id_required', '33'],
  ['in_transit', null, '22 45 47 53 59'],
  ['returned_to_sender', null, '23'],
  ['ready_for_pickup', null, '24 54 68'],
  ['returning_to_sender', 'unclaimed', '03 12 26'],
  [null, 'rescheduled', '32'],
  [null, 'out_of_area', '66'],
  [null, 'transport_delay', '69'],
  [null, 'damaged', '28 37'],
  [null, 'customs_rejected', '40'],
  [null, 'seized', '43'],
  [null, 'oversized', '49'],
  ['ended', 'lost', '09 50 51 52 80'],
] as const

const END_CODES = ['BDE', 'BDI', 'BDR'] as const

const PROGRESS = [
  ['label_created', null, 'PMT-01'],
  ['accepted', null, 'PO-01 PO-09 CO-01'],
  [
    'in_transit',
    null,
    'RO-01 DO-01 DO-02 TR-01 TRI-01 CD-00 CD-01 CD-02 CD-03 PAR-10 PAR-16 PAR-18 PAR-31 PAR-32',
  ],
  ['in_transit', 'customs_hold', 'PAR-19 PAR-20 PAR-21 PAR-33 PAR-34'],
  ['in_transit', 'customs_duties', 'PAR-17 PAR-25 PAR-28'],
  ['in_transit', 'customs_documents', 'PAR-15 PAR-24'],
  ['out_for_delivery', null, 'OEC-00 OEC-01'],
  ['returning_to_sender', null, 'OEC-09'],
  [
    'ready_for_pickup',
    null,
    'LDI-00 LDI-01 LDI-02 LDI-03 LDI-04 LDI-11 LDI-13 LDI-14 LDE-01 LDE-09',
  ],
  ['returning_to_sender', 'sender_request', 'FC-01'],
  [null, 'rescheduled', 'FC-02'],
  [null, 'missorted', 'FC-03'],
  ['returning_to_sender', null, 'FC-04'],
  [null, 'address_incomplete', 'FC-05 FC-19'],
  [null, 'business_closed', 'FC-07'],
  [null, 'out_of_area', 'FC-08 FC-47'],
  [null, 'transport_delay', 'FC-10'],
  [null, 'sender_request', 'BLQ-01 BLQ-02'],
  ['ended', 'lost', 'IDC-01 IDC-02 IDC-03 IDC-04 IDC-05 IDC-06 IDC-07'],
  // "Please disregard the information before": which one it means is not said.
  [null, null, 'EST-01 EST-02 EST-03 EST-04 EST-05 EST-06 EST-09'],
] as const

export const CODES = codeTable([
  ...PROGRESS,
  ...ENDS.map(
    ([milestone, reason, types]) =>
      [
        milestone,
        reason,
        types
          .split(' ')
          .flatMap((type) => END_CODES.map((code) => `${code}-${type}`))
          .join(' '),
      ] as const,
  ),
])

/** The words turn a code round: given to the sender is not delivered. */
const TURNED: WordTable = [
  [/\bentregue ao remetente|devolvido ao remetente/i, 'returned_to_sender', null],
  [
    /saiu para entrega ao remetente|devolu[çc][ãa]o ao remetente|ser[áa] devolvido/i,
    'returning_to_sender',
    null,
  ],
]

const WORDS: WordTable = [
  [/entregue ao destinat[áa]rio|objeto entregue/i, 'delivered', null],
  [/saiu para entrega/i, 'out_for_delivery', null],
  [/aguardando retirada|dispon[íi]vel para retirada/i, 'ready_for_pickup', null],
  [/aguardando pagamento/i, 'in_transit', 'customs_duties'],
  [/fiscaliza[çc][ãa]o aduaneira|alf[âa]ndega|aduan/i, 'in_transit', 'customs_hold'],
  [/carteiro n[ãa]o atendido|destinat[áa]rio ausente/i, 'attempt_failed', 'recipient_absent'],
  [/recusou/i, 'attempt_failed', 'refused'],
  [/mudou-se/i, 'attempt_failed', 'recipient_moved'],
  [/endere[çc]o incorreto|desconhecido no local/i, 'attempt_failed', 'address_wrong'],
  [
    /n[ãa]o (?:foi )?(?:p[ôo]de ser )?(?:efetuada|entregue)|tentativa de entrega/i,
    'attempt_failed',
    null,
  ],
  [/roubado|extraviado|n[ãa]o localizado/i, 'ended', 'lost'],
  [/avariado/i, null, 'damaged'],
  [/mal encaminhado/i, null, 'missorted'],
  [/atraso/i, null, 'transport_delay'],
  [/etiqueta|pr[ée]-?postagem/i, 'label_created', null],
  [/postado/i, 'accepted', null],
  [/em tr[âa]nsito|encaminhado|recebido (?:na|pelos)|transfer[êe]ncia/i, 'in_transit', null],
]

export function meaningOf(code: string | null, type: string | null, words: string | null): Meaning {
  const pair = `${code?.toUpperCase() ?? ''}-${(type ?? '').padStart(2, '0')}`
  return (
    meaningOfWords(TURNED, words) ??
    CODES.get(pair) ??
    meaningOfWords(WORDS, words) ?? { milestone: null, reason: null }
  )
}
