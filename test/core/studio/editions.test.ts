// A new edition of a book keeps what is the same, and says what is not.
import { expect, it } from 'vitest'
import type { BookReader } from '../../../src/core/ports/books.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook } from '../../fixtures/open-book.ts'
import {
  plainVoice,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

/** The path says which edition it is. */
const editions: BookReader = {
  read: (path, signal) => {
    const words = ['Yes.', 'The second goes.', 'Yes.', 'The third stays.']
    const edition = path.includes('second') ? words.with(1, 'A new one.') : words
    return readerOf([edition]).read(path, signal)
  },
}

it('a new edition speaks only its new lines, in the voice of the one before it', async () => {
  let spoken = 0
  const voice = voiceOf(async () => ({ file: `sound-${++spoken}` }))
  const other = { ...plainVoice, id: 'espeak:other', name: 'other' }
  const sources = sourcesOf({ ...voice, voices: async () => [plainVoice, other] })
  const given = { reader: editions, sources }
  await withOpenBook(
    studioPorts(systemClock, given),
    async ({ call, end, projectId, narrate, rows, studio }) => {
      await call('project.cast', { projectId, voice: other.id })
      await narrate()
      // The second “Yes.”: the first one keeps what it has, here and in the new edition.
      const chosen = (await rows())[2]?.id ?? ''
      const again = await call('segment.regenerate', { projectId, segmentIds: [chosen] })
      await end(again.jobId)
      expect(spoken).toBe(4)

      const ticket = studio.tickets.issue('book', 'second.txt')
      const { projectId: second = '' } = await end((await call('book.import', { ticket })).jobId)
      expect(second).not.toBe(projectId)
      const { project, history } = await call('project.open', { projectId: second })
      expect(history.canUndo).toBe(false)
      expect(project).toMatchObject({ voice: other.id, editionOf: projectId })
      const { changes } = await call('project.compare', { projectId: second })
      expect(changes).toMatchObject({ same: 3, fresh: 1, gone: 1 })
      expect(changes?.lines.map(({ text }) => text)).toEqual(['A new one.'])

      const wish = { projectId: second, scope: { kind: 'ticked' } } as const
      expect(await end((await call('speech.start', wish)).jobId)).toMatchObject({ state: 'done' })
      expect(spoken).toBe(5)
      const listed = await call('segment.list', { projectId: second, from: 0, count: 3 })
      const takes = listed.rows.map(({ status }) => ('takeId' in status ? status.takeId : ''))
      expect(takes.map((id) => /\d+$/.exec(id)?.[0])).toEqual(['1', '1', '2'])

      await call('project.remove', { projectId })
      expect(await call('project.compare', { projectId: second })).toEqual({ changes: null })
    },
  )
})

it('another book of the same name is no edition', () =>
  withOpenBook(
    studioPorts(systemClock, {
      reader: {
        async *read(path, signal) {
          for await (const event of readerOf([['A line.', path]]).read(path, signal))
            yield event.kind === 'header' && path.includes('other')
              ? { ...event, header: { ...event.header, authors: ['Somebody Else'] } }
              : event
        },
      },
    }),
    async ({ call, end, studio }) => {
      const ticket = studio.tickets.issue('book', 'other.txt')
      const { projectId = '' } = await end((await call('book.import', { ticket })).jobId)
      expect(await call('project.compare', { projectId })).toEqual({ changes: null })
    },
  ))

it('a new edition has the chapters ticked, and as loud, as they are in the one before it', () =>
  withOpenBook(
    studioPorts(systemClock, { reader: readerOf([['One.'], ['Two.'], ['Three.']]) }),
    async ({ call, end, studio, projectId }) => {
      await call('chapter.tick', {
        projectId,
        chapters: [{ chapterId: 'c2', spoken: false }],
      })
      await call('chapter.level', { projectId, chapterId: 'c3', gainDb: 1.5 })
      const ticket = studio.tickets.issue('book', 'second.txt')
      const { projectId: second = '' } = await end((await call('book.import', { ticket })).jobId)
      expect(second).not.toBe(projectId)
      const { project } = await call('project.open', { projectId: second })
      expect(project.chapters.map(({ spoken }) => spoken)).toEqual([true, false, true])
      expect(project.chapters.map(({ gainDb }) => gainDb)).toEqual([undefined, undefined, 1.5])
    },
  ))
