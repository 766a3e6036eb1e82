/** Comparing secrets and signatures. */
import { sha256 } from './bytes.ts'

/**
 * Whether two secrets are the same, in a time that says nothing about where they differ: both are
 * hashed first, so that neither content nor length shows, and the loop never ends early.
 */
export async function constantTimeEqual(
  a: string | Uint8Array<ArrayBuffer>,
  b: string | Uint8Array<ArrayBuffer>,
): Promise<boolean> {
  const [left, right] = await Promise.all([sha256(a), sha256(b)])
  let difference = 0
  left.forEach((byte, index) => {
    difference |= byte ^ (right[index] ?? 0)
  })
  return difference === 0
}
