// Rows cut, joined, taken out, moved and said by hand, as a person does it in the studio.
import { describe, expect, it } from 'vitest'
import { documentOf } from '../../fixtures/documents.ts'
import { withDesk, type DeskBook } from '../../fixtures/desk-book.ts'

const firstTexts = [
  ...['The lamp was lit.', 'Ann came in. She sat.', 'Bob did not come.', 'The lamp went out.'],
  ...['In 1984 it rained.', 'Ann left.', 'Nobody saw the lamp.'],
]
const ready = (count: number) => Array.from({ length: count }, () => 'ready')

/** Does it on a book that is spoken; nothing is asked for by it, and undo gives every byte back. */
async function takenBack(
  { ports, projectId, narrate, call, asked, states, rows }: DeskBook,
  work: () => Promise<unknown>,
) {
  await narrate()
  const before = await documentOf(ports.projects, projectId)
  const requests = asked.length
  await work()
  expect(asked).toHaveLength(requests)
  const positions = (await rows()).map(({ position }) => position)
  expect(positions).toEqual(positions.map((_, index) => index))
  const after = await documentOf(ports.projects, projectId)
  await call('project.undo', { projectId })
  expect(await documentOf(ports.projects, projectId)).toBe(before)
  expect(new Set(await states())).toEqual(new Set(['ready']))
  await call('project.redo', { projectId })
  expect(await documentOf(ports.projects, projectId)).toBe(after)
  expect(asked).toHaveLength(requests)
}

describe('a row with another text', () => {
  it('has composed letters, whatever was typed or pasted', async () => {
    await withDesk(async ({ call, projectId, idOf, texts }) => {
      await call('segment.edit', { projectId, segmentId: await idOf(1), text: 'One cafe\u0301.' })
      expect((await texts())[1]).toBe('One caf\u00E9.')
    })
  })
})

describe('a row cut in two', () => {
  it('is two rows of which nothing is spoken until a person asks, and then they alone', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts, states, renarrate } = book
      await takenBack(book, async () =>
        call('segment.split', { projectId, segmentId: await idOf(1), at: 13 }),
      )
      expect((await texts()).slice(1, 3)).toEqual(['Ann came in.', 'She sat.'])
      const { estimate } = {
        estimate: await call('speech.estimate', { projectId, scope: { kind: 'stale' } }),
      }
      expect(estimate).toMatchObject({ segments: 2, ready: 0, characters: 20 })
      expect((await renarrate()).toSorted()).toEqual(['Ann came in.', 'She sat.'])
      expect(await states()).toEqual(ready(8))
    })
  })

  it('can be cut again and again, each row with an id of its own', async () => {
    await withDesk(async ({ call, projectId, idOf, rows, texts }) => {
      for (const at of [13, 4, 4])
        await call('segment.split', { projectId, segmentId: await idOf(1), at }).catch(() => {})
      const all = await rows()
      expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
      expect((await texts()).join(' ')).toBe(firstTexts.join(' '))
    })
  })

  it('is refused where one part would show nothing', async () => {
    await withDesk(async ({ studio, projectId, idOf, texts }) => {
      const args = { projectId, segmentId: await idOf(1), at: 99 }
      expect(await studio.call('segment.split', args)).toMatchObject({
        ok: false,
        failure: { code: 'not-found' },
      })
      expect(await texts()).toEqual(firstTexts)
    })
  })
})

describe('two rows joined', () => {
  it('are one row, spoken as one', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts, renarrate } = book
      await takenBack(book, async () =>
        call('segment.join', { projectId, segmentId: await idOf(1) }),
      )
      expect((await texts())[1]).toBe('Ann came in. She sat. Bob did not come.')
      expect(await renarrate()).toEqual(['Ann came in. She sat. Bob did not come.'])
    })
  })

  it('may be several, in one step for undo', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts } = book
      await takenBack(book, async () =>
        call('segment.join', { projectId, segmentId: await idOf(0), count: 3 }),
      )
      expect((await texts()).slice(0, 2)).toEqual([
        'The lamp was lit. Ann came in. She sat. Bob did not come.',
        'The lamp went out.',
      ])
    })
  })

  it('may be as many as four hundred, and undo parts them all again', async () => {
    const chapter = Array.from({ length: 400 }, (_, number) => `Line ${number}.`)
    await withDesk(
      async ({ call, projectId, idOf, texts }) => {
        await call('segment.join', { projectId, segmentId: await idOf(0), count: 400 })
        expect(await texts()).toEqual([chapter.join(' ')])
        await call('project.undo', { projectId })
        expect(await texts()).toEqual(chapter)
      },
      { chapters: [chapter] },
    )
  })

  it('are all of one chapter', async () => {
    await withDesk(async ({ studio, projectId, idOf, texts }) => {
      const args = { projectId, segmentId: await idOf(1), count: 4 }
      expect(await studio.call('segment.join', args)).toMatchObject({
        ok: false,
        failure: { code: 'not-found' },
      })
      expect(await texts()).toEqual(firstTexts)
    })
  })

  it('need a next row in their chapter', async () => {
    await withDesk(async ({ studio, projectId, idOf }) => {
      for (const position of [3, 6])
        expect(
          await studio.call('segment.join', { projectId, segmentId: await idOf(position) }),
        ).toMatchObject({ ok: false, failure: { code: 'not-found' } })
    })
  })
})

describe('rows taken out', () => {
  it('may be several apart from each other', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts, states } = book
      await takenBack(book, async () =>
        call('segment.remove', {
          projectId,
          target: {
            kind: 'segments',
            segmentIds: [await idOf(5), await idOf(0), await idOf(2), await idOf(1), 'gone'],
          },
        }),
      )
      expect(await texts()).toEqual([3, 4, 6].map((at) => firstTexts[at]))
      expect(await states()).toEqual(ready(3))
    })
  })

  it('may be a whole chapter, which stays, counts nothing and can be looked at', async () => {
    await withDesk(async (book) => {
      const { call, projectId, texts, narrate } = book
      const { project } = await call('project.open', { projectId })
      const [first] = project.chapters
      await takenBack(book, () =>
        call('segment.remove', {
          projectId,
          target: { kind: 'chapter', chapterId: first?.id ?? '' },
        }),
      )
      expect(await texts()).toEqual(firstTexts.slice(4))
      const { chapters } = (await call('project.open', { projectId })).project
      expect(chapters[0]).toMatchObject({ segments: 0, words: 0, characters: 0, firstPosition: 0 })
      expect(chapters[1]).toMatchObject({ segments: 3, firstPosition: 0 })
      const timeline = await call('chapter.timeline', { projectId, chapterId: first?.id ?? '' })
      expect(timeline).toMatchObject({ spans: [], durationSeconds: 0 })
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
    })
  })

  it('are not found where none is left', async () => {
    await withDesk(async ({ studio, projectId }) => {
      const target = { kind: 'segments' as const, segmentIds: ['gone'] }
      expect(await studio.call('segment.remove', { projectId, target })).toMatchObject({
        ok: false,
      })
    })
  })
})

describe('rows moved', () => {
  it('keep their sound and stay in their chapter', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts, states } = book
      await takenBack(book, async () =>
        call('segment.move', { projectId, segmentId: await idOf(0), count: 2, places: 1 }),
      )
      expect(await texts()).toEqual([2, 0, 1, 3, 4, 5, 6].map((at) => firstTexts[at]))
      expect(await states()).toEqual(ready(7))
    })
  })

  it('go as far as their chapter does, however many are asked for', async () => {
    await withDesk(async ({ call, projectId, idOf, texts }) => {
      await call('segment.move', { projectId, segmentId: await idOf(2), count: 9, places: -9 })
      expect(await texts()).toEqual([2, 3, 0, 1, 4, 5, 6].map((at) => firstTexts[at]))
    })
  })

  it('may be one that changes places with its neighbour', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, texts } = book
      await takenBack(book, async () =>
        call('segment.move', { projectId, segmentId: await idOf(1), count: 1, places: 1 }),
      )
      expect(await texts()).toEqual([0, 2, 1, 3, 4, 5, 6].map((at) => firstTexts[at]))
    })
  })

  it('that come nowhere leave nothing to be undone', async () => {
    await withDesk(async ({ call, projectId, idOf }) => {
      await call('segment.move', { projectId, segmentId: await idOf(0), count: 1, places: -3 })
      expect((await call('project.open', { projectId })).history.canUndo).toBe(false)
    })
  })
})

describe('words written by hand', () => {
  it('are said instead, whatever the dictionary and the rules say', async () => {
    await withDesk(async (book) => {
      const { call, projectId, idOf, row, renarrate, states } = book
      await takenBack(book, async () =>
        call('segment.say', {
          projectId,
          segmentId: await idOf(4),
          words: ' That year it 2 rained. ',
        }),
      )
      expect(await states()).toEqual([...ready(4), 'stale', ...ready(2)])
      expect(await row(4)).toMatchObject({
        text: 'In 1984 it rained.',
        spokenText: 'That year it 2 rained.',
        manner: { isSaidByHand: true },
        edited: false,
      })
      const put = [
        {
          ...{ id: 'd', word: 'rained', say: 'poured', isCaseSensitive: false },
          ...{ isWholeWord: true, language: null },
        },
      ]
      await call('dictionary.change', { projectId, put, remove: [] })
      expect(await renarrate()).toEqual(['That year it 2 rained.'])
    })
  })

  it('are gone with another text, and by the rules again where a person wants it', async () => {
    await withDesk(async ({ call, projectId, idOf, row, narrate, renarrate }) => {
      await narrate()
      const segmentId = await idOf(4)
      await call('segment.say', { projectId, segmentId, words: 'Long ago.' })
      await call('segment.say', { projectId, segmentId, words: null })
      expect(await row(4)).toMatchObject({ status: { state: 'ready' } })
      expect(await row(4)).not.toHaveProperty('manner')
      await call('segment.say', { projectId, segmentId, words: 'Long ago.' })
      await call('segment.edit', { projectId, segmentId, text: 'In 1990 it rained.' })
      expect(await row(4)).not.toHaveProperty('manner')
      expect(await renarrate()).toEqual(['In nineteen ninety it rained.'])
      await call('project.undo', { projectId })
      expect(await row(4)).toMatchObject({
        spokenText: 'Long ago.',
        manner: { isSaidByHand: true },
      })
    })
  })
})
