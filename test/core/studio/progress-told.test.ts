// How far the chapters of an open book are, as it is told after a change of the whole book.
import { expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import { plainVoice, sourcesOf, studioPorts, voiceOf } from '../../fixtures/studio-ports.ts'

it('a cast and its undo tell how much of the chapters is ready now', async () => {
  let spoken = 0
  const plain = voiceOf(async () => ({ file: `sound-${++spoken}` }))
  const voices = ['first', 'second'].map((name) => ({ ...plainVoice, id: `espeak:${name}`, name }))
  const sources = sourcesOf({ ...plain, voices: async () => voices })
  await withOpenBook(studioPorts(systemClock, { sources }), async (book) => {
    const { studio, call, projectId, narrate, rows } = book
    const told = (ready: number) =>
      new Promise<void>((resolve) => {
        const stop = studio.on('segments.changed', ({ progress }) => {
          if (progress.reduce((sum, chapter) => sum + chapter.ready, 0) !== ready) return
          stop()
          resolve()
        })
      })
    const all = (await rows()).length
    const spokenAll = told(all)
    await narrate()
    await spokenAll
    const none = told(0)
    await call('project.cast', { projectId, voice: 'espeak:second' })
    await none
    const again = told(all)
    await call('project.undo', { projectId })
    await again
    expect((await rows()).every(({ status }) => status.state === 'ready')).toBe(true)
  })
})
