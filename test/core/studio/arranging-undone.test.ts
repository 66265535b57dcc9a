// Chapters arranged, and that taken back, while the book is narrated: what ends is said, the rest goes on.
import { expect, it } from 'vitest'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import {
  longSentence,
  readerOf,
  sourcesOf,
  studioPorts,
  voiceOf,
} from '../../fixtures/studio-ports.ts'

const chapters = [0, 1, 2].map((chapter) => [0, 1, 2].map((at) => longSentence(chapter * 3 + at)))

/** A book whose voice says nothing until it is let go; `narrating` resolves when it is being asked. */
async function withHeldVoice(
  work: (book: OpenBook, narrating: () => Promise<string>, letGo: () => void) => Promise<void>,
): Promise<void> {
  let asked = 0
  let letGo = () => {}
  const held = new Promise<void>((resolve) => (letGo = resolve))
  const voice = voiceOf(async () => {
    const number = ++asked
    await held
    return { file: `sound-${number}` }
  }, 1)
  const given = { reader: readerOf(chapters), sources: sourcesOf(voice), workers: 1 }
  await withOpenBook(studioPorts(systemClock, given), (book) => {
    const { call, projectId } = book
    const narrating = async () => {
      const before = asked
      const { jobId } = await call('speech.start', { projectId, scope: { kind: 'ticked' } })
      while (asked === before) await new Promise((resolve) => setImmediate(resolve))
      return jobId
    }
    return work(book, narrating, letGo)
  })
}

it('taking back what moves lines ends a narration, and says that it was for the lines', () =>
  withHeldVoice(async ({ call, end, projectId }, narrating, letGo) => {
    expect(await call('chapter.join', { projectId, chapterId: 'c1' })).toEqual({ ended: false })
    const jobId = await narrating()
    const undone = call('project.undo', { projectId })
    expect((await end(jobId)).state).toBe('cancelled')
    letGo()
    expect(await undone).toEqual({ canUndo: false, canRedo: true, ended: 'lines', taken: true })
    expect(await call('project.redo', { projectId })).toMatchObject({ ended: null })
  }))

it('taking back a new title ends nothing', () =>
  withHeldVoice(async ({ call, end, projectId }, narrating, letGo) => {
    await call('chapter.rename', { projectId, chapterId: 'c1', title: 'Another' })
    const jobId = await narrating()
    expect(await call('project.undo', { projectId })).toMatchObject({ ended: null })
    expect(await call('project.redo', { projectId })).toMatchObject({ ended: null })
    letGo()
    expect(await end(jobId)).toMatchObject({ state: 'done', failed: 0 })
  }))

it('nothing that could be taken back ends nothing', () =>
  withHeldVoice(async ({ call, projectId }) => {
    const step = { canUndo: false, canRedo: false, ended: null, taken: false }
    expect(await call('project.undo', { projectId })).toEqual(step)
    expect(await call('project.redo', { projectId })).toEqual(step)
  }))
