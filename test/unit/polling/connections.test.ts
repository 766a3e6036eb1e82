import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { Connections } from '../../../worker/polling/connections.ts'

describe('connections', () => {
  it('are given out up to the carrier’s number, and then to who waits longest', async () => {
    const connections = new Connections()
    expect(await connections.take(2)).toBe(true)
    expect(await connections.take(2)).toBe(true)
    const served: string[] = []
    for (const name of ['first', 'second']) void connections.take(2).then(() => served.push(name))
    await Promise.resolve()
    expect(served).toEqual([])
    connections.release()
    await Promise.resolve()
    expect(served).toEqual(['first'])
    connections.release()
    await Promise.resolve()
    expect(served).toEqual(['first', 'second'])
  })

  it('are refused at once where the line is long', async () => {
    const connections = new Connections()
    await connections.take(1)
    for (let waiting = 0; waiting < 4; waiting += 1) void connections.take(1)
    expect(await connections.take(1)).toBe(false)
    connections.release()
    const again = connections.take(1)
    expect(await Promise.race([again, Promise.resolve('waits')])).toBe('waits')
  })

  it('never are more than there are, and come back however they are used', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 6 }),
        fc.array(fc.boolean(), { maxLength: 80 }),
        async (most, steps) => {
          const connections = new Connections()
          let open = 0
          const take = () =>
            connections.take(most).then((granted) => {
              if (granted) open += 1
            })
          for (const isTaking of steps) {
            if (isTaking) void take()
            else if (open > 0) {
              open -= 1
              connections.release()
            }
            for (let turns = 0; turns < 4; turns += 1) await Promise.resolve()
            expect(open).toBeLessThanOrEqual(most)
          }
          while (open > 0) {
            open -= 1
            connections.release()
            for (let turns = 0; turns < 4; turns += 1) await Promise.resolve()
          }
          const all = Array.from({ length: most }, take)
          await Promise.all(all)
          expect(open).toBe(most)
        },
      ),
    )
  })
})
