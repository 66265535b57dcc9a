// How an import tells how far it is: bytes read, and chapters found.
import { expect, it } from 'vitest'
import type { Job } from '../../../src/contract/index.ts'
import type { BookReader } from '../../../src/core/ports/books.ts'
import { openStudio } from '../../../src/core/studio/open-studio.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { callsOf } from '../../fixtures/studio-calls.ts'
import { readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

it('an import counts the chapters that it has found beside the bytes that it has read', async () => {
  let goOn = () => {}
  const held = new Promise<void>((resolve) => (goOn = resolve))
  const reader: BookReader = {
    async *read(path, signal) {
      let chapters = 0
      for await (const event of readerOf([['One.'], ['Two.'], ['Three.']]).read(path, signal)) {
        if (event.kind === 'chapter' && ++chapters === 3) await held
        yield event
        if (event.kind === 'chapter')
          yield { kind: 'progress', doneBytes: chapters * 10, totalBytes: 30 }
      }
    },
  }
  const { ports, options } = studioPorts(systemClock, { reader })
  const studio = await openStudio(ports, options)
  try {
    const { call, end } = callsOf(studio)
    const told: Job[] = []
    const halfway = new Promise<void>((resolve) => {
      studio.on('job.advanced', ({ job }) => {
        told.push(job)
        if (job.done === 20) resolve()
      })
    })
    const ticket = ports.tickets.issue('book', 'book.txt')
    const { jobId } = await call('book.import', { ticket })
    expect(told[0]).not.toHaveProperty('chapters')
    await halfway
    expect(told.at(-1)).toMatchObject({ state: 'running', chapters: 2, done: 20, total: 30 })
    goOn()
    expect(await end(jobId)).toMatchObject({ state: 'done', chapters: 3, done: 30, total: 30 })
  } finally {
    await studio.close()
  }
})
