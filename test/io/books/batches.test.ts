// Batches of a reader: one answer a second at the latest, and an end to work that comes to nothing.
import { describe, expect, it } from 'vitest'
import type { ReadEvent } from '../../../src/core/ports/books.ts'
import { createBatches, type Pace } from '../../../src/io/books/batches.ts'
import { failureOfReading } from '../../fixtures/read-all.ts'
import { createVirtualClock } from '../../fixtures/virtual-clock.ts'

const progress = (doneBytes: number): ReadEvent => ({ kind: 'progress', doneBytes, totalBytes: 9 })

/** A book that yields when it is told to, and costs what it is told to. */
function heldBook(fileBytes = 1000) {
  const clock = createVirtualClock()
  const work = { cpuMs: 0, doneBytes: 0 }
  let release = () => {}
  async function* events(): AsyncGenerator<ReadEvent> {
    for (let n = 0; n < 3; n++) {
      await new Promise<void>((resolve) => (release = resolve))
      yield progress(n)
    }
  }
  const pace: Pace = {
    name: 'held.epub',
    fileBytes,
    clock,
    cpuMs: () => work.cpuMs,
    doneBytes: () => work.doneBytes,
  }
  return { clock, work, next: createBatches(events(), pace), release: () => release() }
}

describe('a batch', () => {
  it('is answered after a second, and loses no event that comes later', async () => {
    const { clock, next, release } = heldBook()
    for (let silent = 0; silent < 20; silent++) {
      const empty = next()
      await clock.advance(1000)
      expect(await empty).toEqual({ events: [], done: false })
    }
    const late = next()
    release()
    await clock.advance(1000)
    expect((await late).events).toEqual([progress(0)])
  })

  it('is answered after a second though events come without a pause', async () => {
    let time = 0
    async function* events(): AsyncGenerator<ReadEvent> {
      for (let n = 0; n < 10_000; n++) {
        time += 10
        yield progress(n)
      }
    }
    const clock = { ...createVirtualClock(), monotonic: () => time }
    const pace = { name: 'busy.pdf', fileBytes: 1000, clock, cpuMs: () => 0, doneBytes: () => 0 }
    expect(await createBatches(events(), pace)()).toEqual({ events: [progress(99)], done: false })
  })

  it('fails when nothing comes for longer than any disk takes', async () => {
    const { clock, next } = heldBook()
    const waiting = async () => {
      for (let turn = 0; turn < 200; turn++) {
        const batch = next()
        batch.catch(() => {})
        await clock.advance(1000)
        await batch
      }
    }
    expect((await failureOfReading(waiting())).code).toBe('book-hostile')
    expect(clock.now()).toBeGreaterThan(60_000)
  })

  it('fails when seconds of work bring neither an event nor a byte', async () => {
    const { clock, work, next } = heldBook()
    const turn = async (change: Partial<typeof work>) => {
      Object.assign(work, change)
      const batch = next()
      batch.catch(() => {})
      await clock.advance(1000)
      return batch
    }
    await turn({ cpuMs: 5000 })
    await turn({ cpuMs: 10_000, doneBytes: 1 })
    await turn({ cpuMs: 15_000, doneBytes: 1 })
    expect(await failureOfReading(turn({ cpuMs: 20_000 }))).toMatchObject({
      code: 'book-hostile',
      params: { name: 'held.epub', limit: 'time' },
    })
  })

  it('may take more work without an event, the larger the file is', async () => {
    const { clock, work, next } = heldBook(64 * 1024 ** 2)
    work.cpuMs = 8000
    const batch = next()
    await clock.advance(1000)
    expect(await batch).toEqual({ events: [], done: false })
  })
})
