/** Processor time of the runtime this process started, in seconds. Linux only: elsewhere it is not known. */
import { readdirSync, readFileSync } from 'node:fs'

const TICKS_A_SECOND = 100

interface Process {
  readonly id: number
  readonly name: string
  readonly parent: number
  readonly seconds: number
}

export function cpuSeconds(): number {
  const all = processes()
  const mine = new Set([process.pid])
  for (let before = 0; before !== mine.size; ) {
    before = mine.size
    for (const { id, parent } of all) if (mine.has(parent)) mine.add(id)
  }
  return all
    .filter(({ id, name }) => mine.has(id) && name === 'workerd')
    .reduce((sum, { seconds }) => sum + seconds, 0)
}

function processes(): Process[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readProcess(Number(name)))
  } catch {
    return []
  }
}

function readProcess(id: number): Process[] {
  try {
    const [, name = '', rest = ''] =
      /^\d+ \((.*)\) (.*)$/s.exec(readFileSync(`/proc/${id}/stat`, 'utf8')) ?? []
    const fields = rest.split(' ')
    const seconds = (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND
    return [{ id, name, parent: Number(fields[1]), seconds }]
  } catch {
    return []
  }
}
