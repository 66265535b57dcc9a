// The takes of a row: listed, heard, chosen, made anew, recorded; and the marks of a book.
import { describe, expect, it } from 'vitest'
import { failure, FailureError } from '../../../src/core/base/failure-error.ts'
import { quietCodecs } from '../../fixtures/studio-ports.ts'
import { withDesk, type DeskBook } from '../../fixtures/desk-book.ts'

const takesOf = async ({ call, projectId, idOf }: DeskBook, position: number) =>
  (await call('take.list', { projectId, segmentId: await idOf(position) })).takes

const again = async (
  { call, projectId, idOf, end }: DeskBook,
  position: number,
  voice?: string,
) => {
  const segmentIds = [await idOf(position)]
  const wish = { projectId, segmentIds, ...(voice !== undefined && { voice }) }
  return end((await call('segment.regenerate', wish)).jobId)
}

describe('the takes of a row', () => {
  it('are all that was ever heard there; the one that is heard is told', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, narrate, renarrate } = book
      await narrate()
      await again(book, 0)
      await call('segment.edit', { projectId, segmentId: await idOf(0), text: 'The lamp is lit.' })
      const brief = async () =>
        (await takesOf(book, 0)).map(({ isChosen, isCurrent }) => ({ isChosen, isCurrent }))
      const old = { isChosen: false, isCurrent: false }
      expect(await brief()).toEqual([old, old])
      await renarrate()
      expect(await brief()).toEqual([old, old, { isChosen: true, isCurrent: true }])
    })
  })

  it('can be chosen again: one of another text is locked, one of this text is not', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, narrate, renarrate, row, asked, states } = book
      await narrate()
      const segmentId = await idOf(0)
      await call('segment.edit', { projectId, segmentId, text: 'The lamp is lit.' })
      await renarrate()
      const [older, newer] = await takesOf(book, 0)
      const requests = asked.length
      await call('take.choose', { projectId, segmentId, takeId: older?.id ?? '' })
      expect(await row(0)).toMatchObject({
        manner: { isLocked: true },
        status: { state: 'ready', takeId: older?.id },
      })
      await narrate()
      expect(asked).toHaveLength(requests)
      await call('take.choose', { projectId, segmentId, takeId: newer?.id ?? '' })
      expect(await row(0)).toMatchObject({ status: { state: 'ready', takeId: newer?.id } })
      expect(await row(0)).not.toHaveProperty('manner')
      await call('project.undo', { projectId })
      expect(await row(0)).toMatchObject({ status: { takeId: older?.id } })
      expect(new Set(await states())).toEqual(new Set(['ready']))
    })
  })

  it('are noted, heard alone at the level of the row, and unknown ones are not found', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, narrate, studio } = book
      await narrate()
      const segmentId = await idOf(0)
      const [take] = await takesOf(book, 0)
      const takeId = take?.id ?? ''
      const target = { kind: 'segments' as const, segmentIds: [segmentId] }
      const plain = await call('take.hear', { projectId, segmentId, takeId })
      await call('segment.set', {
        projectId,
        target,
        set: { gainDb: 6, takeNotes: { [takeId]: 'Warm' } },
      })
      expect(await takesOf(book, 0)).toMatchObject([{ note: 'Warm', isChosen: true }])
      const loud = await call('take.hear', { projectId, segmentId, takeId })
      expect(loud.address).not.toBe(plain.address)
      expect(loud.durationSeconds).toBe(plain.durationSeconds)
      const unknown = { projectId, segmentId, takeId: `${'0'.repeat(64)}.1` }
      for (const name of ['take.hear', 'take.choose'] as const)
        expect(await studio.call(name, unknown)).toMatchObject({
          ok: false,
          failure: { code: 'not-found', params: { kind: 'take' } },
        })
    })
  })

  it('stay with the row’s id when it is cut, and the other row has none', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, narrate } = book
      await narrate()
      await call('segment.split', { projectId, segmentId: await idOf(1), at: 13 })
      expect(await takesOf(book, 1)).toHaveLength(1)
      expect(await takesOf(book, 2)).toHaveLength(0)
    })
  })
})

describe('a row made again', () => {
  it('is heard with its new take, locked or not', async () => {
    await withDesk(async (book) => {
      const { call, projectId, narrate, row, asked } = book
      await narrate()
      const target = { kind: 'rows' as const, from: 0, count: 1 }
      await call('segment.set', { projectId, target, set: { isLocked: true } })
      const requests = asked.length
      expect(await again(book, 0)).toMatchObject({ state: 'done', failed: 0 })
      expect(asked).toHaveLength(requests + 1)
      const takes = await takesOf(book, 0)
      expect(takes.map(({ isChosen }) => isChosen)).toEqual([false, true])
      expect((await row(0)).status).toMatchObject({ state: 'ready', takeId: takes[1]?.id })
    })
  })

  it('with another voice is locked to it, and taken back in one step', async () => {
    await withDesk(async (book) => {
      const { call, projectId, narrate, renarrate, row, asked, idOf } = book
      await narrate()
      const { status } = await row(0)
      expect(await again(book, 0, 'flite:other')).toMatchObject({ state: 'done', failed: 0 })
      expect(asked.at(-1)).toMatchObject({ voice: 'flite:other', words: 'The lamp was lit.' })
      const takes = await takesOf(book, 0)
      expect(takes).toMatchObject([
        { voice: 'espeak:plain', isChosen: false, isCurrent: true },
        { voice: 'flite:other', isChosen: true, isCurrent: false },
      ])
      expect(await row(0)).toMatchObject({ manner: { isLocked: true }, voice: 'espeak:plain' })
      await call('segment.edit', { projectId, segmentId: await idOf(0), text: 'The lamp is on.' })
      expect((await row(0)).status).toMatchObject({ state: 'ready', takeId: takes[1]?.id })
      await call('project.undo', { projectId })
      await call('project.undo', { projectId })
      expect((await row(0)).status).toEqual(status)
      expect(await renarrate().catch(() => 'nothing')).toBe('nothing')
    })
  })

  it('is refused with a voice that nobody has', async () => {
    await withDesk(async (book) => {
      await book.narrate()
      const job = await again(book, 0, 'flite:nobody')
      expect(job).toMatchObject({ state: 'failed', failure: { code: 'voice-unknown' } })
    })
  })
})

describe('a recording', () => {
  const recorded = async ({ call, projectId, idOf, ports }: DeskBook, position: number) =>
    call('take.record', {
      ...{ projectId, segmentId: await idOf(position) },
      ticket: ports.tickets.issue('book', 'mine.wav'),
    })

  it('is heard at once and stays, whatever becomes of the text', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, narrate, row, asked, states } = book
      await narrate()
      const requests = asked.length
      const { takeId } = await recorded(book, 0)
      expect(takeId).toMatch(/^sha256-[0-9a-f]{64}$/)
      expect((await row(0)).status).toMatchObject({ state: 'ready', takeId })
      expect(await takesOf(book, 0)).toMatchObject([
        { isRecording: false, isChosen: false },
        { isRecording: true, isChosen: true, isCurrent: true, id: takeId },
      ])
      await call('segment.edit', { projectId, segmentId: await idOf(0), text: 'Another.' })
      await narrate()
      expect(asked).toHaveLength(requests)
      expect((await row(0)).status).toMatchObject({ state: 'ready', takeId })
      const { chapterId } = await row(0)
      expect(await call('chapter.timeline', { projectId, chapterId })).toMatchObject({
        complete: true,
      })
      await call('project.undo', { projectId })
      await call('project.undo', { projectId })
      expect((await states())[0]).toBe('ready')
      expect((await takesOf(book, 0)).find(({ isRecording }) => isRecording)).toMatchObject({
        isChosen: false,
      })
    })
  })

  it('can be the first that is heard of a row', async () => {
    await withDesk(async (book) => {
      await recorded(book, 3)
      expect((await book.states())[3]).toBe('ready')
      expect(book.asked).toEqual([])
    })
  })

  it('that is none fails with its reason and leaves the row as it was', async () => {
    const codecs = {
      ...quietCodecs(),
      prepareRecording: (path: string) =>
        Promise.reject(new FailureError(failure('not-sound', { name: path }))),
    }
    await withDesk(
      async (book) => {
        const { studio, projectId, idOf, ports } = book
        const ticket = ports.tickets.issue('book', 'mine.txt')
        const args = { projectId, segmentId: await idOf(0), ticket }
        expect(await studio.call('take.record', args)).toMatchObject({
          ok: false,
          failure: { code: 'not-sound' },
        })
        expect((await book.states())[0]).toBe('waiting')
        expect((await book.call('project.open', { projectId })).history.canUndo).toBe(false)
      },
      { codecs },
    )
  })
})

describe('the marks of a book', () => {
  it('are marked rows and flagged ones, in order, with what they are marked for', async () => {
    await withDesk(async ({ call, projectId, idOf, rows }) => {
      for (const [position, mark] of [
        [5, 'Too fast'],
        [1, ''],
      ] as const)
        await call('segment.set', {
          projectId,
          target: { kind: 'segments', segmentIds: [await idOf(position)] },
          set: { mark },
        })
      const all = await rows()
      expect(await call('project.marks', { projectId })).toEqual({
        marks: [1, 5].map((position) => {
          const {
            id: segmentId,
            chapterId,
            text,
          } = all[position] ?? { id: '', chapterId: '', text: '' }
          return {
            line: { segmentId, chapterId, position, text },
            mark: position === 1 ? '' : 'Too fast',
            flags: [],
          }
        }),
        total: 2,
      })
      await call('segment.set', {
        projectId,
        target: { kind: 'found', filter: { state: 'marked' } },
        set: { mark: null },
      })
      expect(await call('project.marks', { projectId })).toEqual({ marks: [], total: 0 })
    })
  })
})
