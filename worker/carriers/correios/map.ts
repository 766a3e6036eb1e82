/** From what Correios sends to what we keep. Pure. */
import type {
  CarrierErrorCode,
  CarrierProblem,
  Pickup,
  Reading,
  Report,
  Scan,
} from '../contract.ts'
import { NO_FACTS } from '../contract.ts'
import { expected, newest, place } from '../facts.ts'
import { readDay, readMoment } from '../time.ts'
import { zoneOf } from '../zones.ts'
import { meaningOf } from './codes.ts'
import type { Answer, Event, Parcel } from './wire.ts'

/** Source: the messages of "SRO Rastro" (`SRO-nnn`) and of its gateway (`GTW-nnn`). */
const MESSAGES: readonly (readonly [RegExp, CarrierErrorCode])[] = [
  [/\bGTW-\d+|token|n[ãa]o autorizado|credenc/i, 'unauthorized'],
  [/\bSRO-020\b|n[ãa]o encontrado/i, 'not_found'],
  [/\bSRO-(?:019|009)\b|inv[áa]lido/i, 'invalid_number'],
  [/limite|excedid/i, 'throttled'],
  [/indispon[íi]vel|timeout/i, 'down'],
]

export function readAnswer(answer: Answer): Reading {
  if (answer.kind === 'messages') {
    return { reports: [], problems: answer.messages.map((message) => problemOf(message, null)) }
  }
  const unknown = answer.objects.filter(({ eventos }) => !eventos?.length)
  return {
    reports: answer.objects
      .filter(({ eventos, mensagem }) => eventos?.length || !mensagem)
      .map(reportOf),
    problems: unknown.flatMap(({ mensagem, codObjeto }) =>
      mensagem ? [problemOf(mensagem, codObjeto)] : [],
    ),
  }
}

function reportOf({ codObjeto, dtPrevista, eventos = [] }: Parcel): Report {
  const scans = eventos.map(scanOf)
  return {
    ...NO_FACTS,
    tracking_number: codObjeto,
    whole: true,
    scans,
    estimate: expected(scans, readDay(dtPrevista)),
    pickup: pickupOf(eventos, scans),
  }
}

function scanOf({ codigo, tipo, descricao, detalhe, dtHrCriado, unidade }: Event): Scan {
  const { cidade = null, uf = null } = unidade?.endereco ?? {}
  const zone = zoneOf('BR', uf)
  return {
    ...readMoment(dtHrCriado, zone ? { zone } : {}),
    code: [codigo, tipo].filter(Boolean).join('-') || null,
    text: [descricao, detalhe].filter(Boolean).join(' — ') || null,
    ...place([cidade, uf], cidade),
    ...meaningOf(codigo, tipo, descricao),
  }
}

/** The agency at which it waits: of the newest event, while that is what it says. */
function pickupOf(events: readonly Event[], scans: readonly Scan[]): Pickup | null {
  const index = newest(scans, ({ milestone }) => milestone !== null)
  const scan = scans[index]
  const unit = events[index]?.unidade
  if (scan?.milestone !== 'ready_for_pickup' || !unit) return null
  return {
    name: unit.nome ?? unit.tipo,
    address: scan.location,
    hours: null,
    until: null,
    code: null,
  }
}

const problemOf = (message: string, number: string | null): CarrierProblem => ({
  code: MESSAGES.find(([pattern]) => pattern.test(message))?.[1] ?? 'bad_answer',
  carrier_code: /\b[A-Z]{3}-\d{3}\b/.exec(message)?.[0] ?? null,
  message: message.slice(0, 200),
  tracking_number: number,
})
