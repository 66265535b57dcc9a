// What has failed is counted as long as it is wanted: not after another text, voice, or an undo.
import { expect, it } from 'vitest'
import type { VoiceProvider } from '../../../src/core/ports/speech.ts'
import { fail } from '../../../src/core/base/failure-error.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

it('a book counts no failures of a voice or a text that it does not have any more', async () => {
  let spoken = 0
  const plain = voiceOf(async ({ voice }) => {
    if (voice.name === 'broken') throw fail('server-refused', { server: 'here' })
    return { file: `sound-${++spoken}` }
  })
  const provider: VoiceProvider = {
    ...plain,
    voices: async () =>
      ['good', 'broken'].map((name) => ({ ...plainVoice, id: `espeak:${name}`, name })),
  }
  const given = { reader: readerOf([['One word.', 'Two words.']]), sources: sourcesOf(provider) }
  await withOpenBook(studioPorts(systemClock, given), async (book) => {
    const { call, projectId, narrate, rows } = book
    const failed = async () => {
      const { projects } = await call('library.list', {})
      const { progress } = await call('project.open', { projectId })
      return { library: projects[0]?.failed, chapter: progress[0]?.failed }
    }
    await narrate()
    await call('project.cast', { projectId, voice: 'espeak:broken' })
    const total = (await rows()).length
    expect(await narrate()).toMatchObject({ state: 'done', failed: total })
    expect(await failed()).toEqual({ library: total, chapter: total })

    await call('project.allowFallback', { projectId, voice: 'espeak:good' })
    expect(await failed()).toEqual({ library: total, chapter: total })
    await call('project.undo', { projectId })

    const [first] = await rows()
    await call('segment.edit', { projectId, segmentId: first?.id ?? '', text: 'Another word.' })
    expect(await failed()).toEqual({ library: total - 1, chapter: total - 1 })
    expect((await rows())[0]?.status.state).not.toBe('failed')

    await call('project.undo', { projectId })
    await call('project.undo', { projectId })
    expect((await rows()).map(({ status }) => status.state)).toEqual(
      Array.from({ length: total }, () => 'ready'),
    )
    expect(await failed()).toEqual({ library: 0, chapter: 0 })
  })
})
