/** What "SRO Rastro" sends: objects with their events, or with a message about why there are none. */
import * as z from 'zod'
import { fact, list, optional, required, some, text } from '../fields.ts'

const unit = optional(
  z.object({
    nome: fact,
    tipo: fact,
    endereco: optional(z.object({ cidade: fact, uf: fact, bairro: fact })).catch(null),
  }),
).catch(null)
export type Unit = z.infer<typeof unit>

const event = z.object({
  codigo: text,
  tipo: text,
  descricao: text,
  detalhe: fact,
  dtHrCriado: text,
  unidade: unit,
  unidadeDestino: unit,
})
export type Event = z.infer<typeof event>

const parcel = z
  .object({
    codObjeto: required,
    mensagem: fact,
    dtPrevista: fact,
    eventos: list(event).optional(),
  })
  .refine(({ eventos, mensagem }) => eventos !== undefined || mensagem !== null)
export type Parcel = z.infer<typeof parcel>

export const answer = z.union([
  z
    .object({ objetos: some(parcel) })
    .transform(({ objetos }) => ({ kind: 'objects' as const, objects: objetos })),
  z
    .object({ msgs: some(required) })
    .transform(({ msgs }) => ({ kind: 'messages' as const, messages: msgs })),
])
export type Answer = z.infer<typeof answer>
