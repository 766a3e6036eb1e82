/**
 * MD5, RFC 1321: broken as a hash, and still what some carriers sign with. Web Crypto does not have it
 * everywhere.
 */
import { utf8 } from './bytes.ts'

const BLOCK = 64
const LENGTH = 8
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476] as const
/** How far each of the four rounds turns, over and over. */
const TURNS = [
  [7, 12, 17, 22],
  [5, 9, 14, 20],
  [4, 11, 16, 23],
  [6, 10, 15, 21],
] as const
const SINES = Array.from({ length: 64 }, (_, step) =>
  Math.floor(Math.abs(Math.sin(step + 1)) * 2 ** 32),
)

type Words = readonly [number, number, number, number]

/** The 16 bytes of a text's digest. */
export function md5(text: string): Uint8Array<ArrayBuffer> {
  const message = padded(utf8(text))
  let state: Words = START
  for (let offset = 0; offset < message.byteLength; offset += BLOCK) {
    state = mixed(state, new DataView(message.buffer, offset, BLOCK))
  }
  const digest = new DataView(new ArrayBuffer(16))
  for (const [index, word] of state.entries()) digest.setUint32(index * 4, word, true)
  return new Uint8Array(digest.buffer)
}

/** A one, zeros up to whole blocks, and the length in bits. */
function padded(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const blocks = Math.ceil((bytes.length + 1 + LENGTH) / BLOCK)
  const message = new Uint8Array(blocks * BLOCK)
  message.set(bytes)
  message[bytes.length] = 0x80
  new DataView(message.buffer).setBigUint64(
    message.length - LENGTH,
    BigInt(bytes.length) * 8n,
    true,
  )
  return message
}

function mixed(start: Words, block: DataView): Words {
  let [a, b, c, d] = start
  for (const [step, sine] of SINES.entries()) {
    const round = step >> 4
    const [mix, word] = stepOf(round, step, b, c, d)
    const sum = (a + mix + sine + block.getUint32(word * 4, true)) | 0
    const turn = TURNS[round]?.[step % 4] ?? 0
    a = d
    d = c
    c = b
    b = (b + ((sum << turn) | (sum >>> (32 - turn)))) | 0
  }
  return [(start[0] + a) | 0, (start[1] + b) | 0, (start[2] + c) | 0, (start[3] + d) | 0]
}

/** What a step mixes in, and which word of the block. */
function stepOf(
  round: number,
  step: number,
  b: number,
  c: number,
  d: number,
): readonly [mix: number, word: number] {
  if (round === 0) return [(b & c) | (~b & d), step]
  if (round === 1) return [(d & b) | (~d & c), (5 * step + 1) % 16]
  if (round === 2) return [b ^ c ^ d, (3 * step + 5) % 16]
  return [c ^ (b | ~d), (7 * step) % 16]
}
