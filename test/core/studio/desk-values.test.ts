// Values set for rows, words found and replaced: what is heard of it, what it costs, how it is taken back.
import { describe, expect, it } from 'vitest'
import type { DictionaryEntry, RowTarget } from '../../../src/contract/index.ts'
import { documentOf } from '../../fixtures/documents.ts'
import { withDesk } from '../../fixtures/desk-book.ts'

const entry = (word: string, say: string): DictionaryEntry => ({
  ...{ id: word, word, say, isCaseSensitive: false, isWholeWord: true, language: null },
})
const query = (words: string) => ({ words, isCaseSensitive: false, isWholeWord: true })

describe('values set for rows', () => {
  const targets: [string, (ids: string[], chapterId: string) => RowTarget, number[]][] = [
    [
      'named rows',
      (ids) => ({ kind: 'segments', segmentIds: [ids[2] ?? '', 'gone', ids[0] ?? ''] }),
      [0, 2],
    ],
    ['rows in a row', () => ({ kind: 'rows', from: 3, count: 2 }), [3, 4]],
    ['rows up to the end', () => ({ kind: 'rows', from: 5, count: 99 }), [5, 6]],
    ['a chapter', (_, chapterId) => ({ kind: 'chapter', chapterId }), [0, 1, 2, 3]],
    ['what is found', () => ({ kind: 'found', filter: { query: query('lamp') } }), [0, 3, 6]],
  ]
  it.each(targets)('are those of %s, in one step', async (_, target, positions) => {
    await withDesk(async ({ call, projectId, rows, ports }) => {
      const all = await rows()
      const wish = target(
        all.map(({ id }) => id),
        all[0]?.chapterId ?? '',
      )
      const before = await documentOf(ports.projects, projectId)
      const set = { gainDb: -3, pauseMs: 900, mark: 'Look' }
      expect(await call('segment.set', { projectId, target: wish, set })).toEqual({
        count: positions.length,
      })
      const now = await rows()
      expect(now.filter(({ manner }) => manner).map(({ position }) => position)).toEqual(positions)
      expect(now[positions[0] ?? 0]?.manner).toEqual(set)
      await call('project.undo', { projectId })
      expect(await documentOf(ports.projects, projectId)).toBe(before)
    })
  })

  it('never speak anew where they are pause, level, mark, cut or notes, but change what is heard', async () => {
    await withDesk(async ({ call, projectId, narrate, asked, row, states }) => {
      await narrate()
      const { chapterId, id, status } = await row(1)
      const heard = async () => call('chapter.timeline', { projectId, chapterId })
      const before = await heard()
      const takeId = 'takeId' in status ? status.takeId : ''
      const target = { kind: 'segments' as const, segmentIds: [id] }
      const durations: number[] = []
      const addresses = [before.spans[1]?.address]
      for (const set of [
        { pauseMs: 5000 },
        { gainDb: 4 },
        { cut: { takeId, startSeconds: 0.25, endSeconds: 0.5 } },
        { mark: 'Odd', takeNotes: { [takeId]: 'Better' } },
      ]) {
        const requests = asked.length
        await call('segment.set', { projectId, target, set })
        expect(asked).toHaveLength(requests)
        expect(new Set(await states())).toEqual(new Set(['ready']))
        const { spans, durationSeconds } = await heard()
        durations.push(durationSeconds)
        addresses.push(spans[1]?.address)
      }
      const [long = 0, loud, cut = 0, marked] = durations
      expect(long).toBeGreaterThan(before.durationSeconds + 4)
      expect(loud).toBe(long)
      expect(cut).toBeCloseTo(long - 0.75, 1)
      expect(marked).toBe(cut)
      // Another pause, level or cut is another piece to be heard; a mark is none.
      expect(new Set(addresses.slice(0, 4)).size).toBe(4)
      expect(addresses[4]).toBe(addresses[3])
    })
  })

  it('make a row stale where they are its pace, which its voice is asked for', async () => {
    await withDesk(async ({ call, projectId, narrate, asked, idOf, states, renarrate }) => {
      await narrate()
      const target = { kind: 'segments' as const, segmentIds: [await idOf(2)] }
      await call('segment.set', { projectId, target, set: { rate: 1.25 } })
      expect((await states())[2]).toBe('stale')
      expect(await renarrate()).toEqual(['Bob did not come.'])
      expect(asked.at(-1)).toMatchObject({ rate: 1.25 })
      await call('segment.set', { projectId, target, set: { rate: 1 } })
      expect((await states())[2]).toBe('ready')
    })
  })

  it('leave a row that has failed as it is, where its voice would be asked for the same', async () => {
    await withDesk(
      async ({ call, projectId, narrate, idOf, states }) => {
        await narrate()
        expect((await states())[2]).toBe('failed')
        const target = { kind: 'found' as const, filter: { state: 'failed' as const } }
        expect(await call('segment.set', { projectId, target, set: { mark: '' } })).toEqual({
          count: 1,
        })
        expect((await states())[2]).toBe('failed')
        const query = { words: 'o', isCaseSensitive: false, isWholeWord: false }
        expect(
          await call('segment.find', { projectId, filter: { state: 'failed', query } }),
          // “Bob did not come.”, and no other row.
        ).toEqual({ positions: [2], matches: 3 })
        const segmentId = await idOf(2)
        await call('segment.edit', { projectId, segmentId, text: 'Bob went.' })
        expect((await states())[2]).toBe('waiting')
      },
      {
        onAsked: async ({ spoken }) => {
          if (JSON.stringify(spoken).includes('Bob')) throw new Error('never')
        },
      },
    )
  })
})

describe('a locked row', () => {
  it('keeps what is heard when it is locked, whatever is changed, and narrating passes it over', async () => {
    await withDesk(async ({ call, projectId, narrate, idOf, row, states, asked, renarrate }) => {
      await narrate()
      const segmentId = await idOf(0)
      const target = { kind: 'segments' as const, segmentIds: [segmentId] }
      const { status } = await row(0)
      await call('segment.set', { projectId, target, set: { isLocked: true } })
      await call('segment.edit', { projectId, segmentId, text: 'The lamp was not lit.' })
      await call('dictionary.change', { projectId, put: [entry('lit', 'alight')], remove: [] })
      await call('segment.set', { projectId, target, set: { rate: 1.5 } })
      expect((await row(0)).status).toEqual(status)
      const requests = asked.length
      await narrate()
      expect(asked).toHaveLength(requests)
      await call('segment.set', { projectId, target, set: { isLocked: false } })
      expect(await states()).toEqual(['stale', ...Array.from({ length: 6 }, () => 'ready')])
      expect(await renarrate()).toEqual(['The lamp was not alight.'])
    })
  })

  it('is locked with its earlier sound where it is stale', async () => {
    await withDesk(async ({ call, projectId, narrate, idOf, states }) => {
      await narrate()
      const segmentId = await idOf(0)
      await call('segment.edit', { projectId, segmentId, text: 'So it was.' })
      const target = { kind: 'rows' as const, from: 0, count: 1 }
      await call('segment.set', { projectId, target, set: { isLocked: true } })
      expect((await states())[0]).toBe('ready')
    })
  })

  it('is none where nothing is heard yet', async () => {
    await withDesk(async ({ call, projectId, row, narrate }) => {
      const target = { kind: 'rows' as const, from: 0, count: 1 }
      await call('segment.set', { projectId, target, set: { isLocked: true, gainDb: 2 } })
      expect((await row(0)).manner).toEqual({ gainDb: 2 })
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
    })
  })
})

describe('words found and replaced', () => {
  it('are counted before, replaced as they are meant, and taken back in one step', async () => {
    await withDesk(async ({ call, projectId, texts, narrate, states, asked, ports, renarrate }) => {
      await narrate()
      const before = await documentOf(ports.projects, projectId)
      const filter = { query: query('LAMP') }
      expect(await call('segment.find', { projectId, filter })).toEqual({
        positions: [0, 3, 6],
        matches: 3,
      })
      const requests = asked.length
      const wish = { projectId, query: query('LAMP'), by: '$& torch' }
      const replaced = await call('segment.replace', wish)
      expect(replaced).toMatchObject({ segments: 3, matches: 3 })
      expect(asked).toHaveLength(requests)
      expect((await texts())[3]).toBe('The $& torch went out.')
      expect(await states()).toEqual([
        'stale',
        'ready',
        'ready',
        'stale',
        'ready',
        'ready',
        'stale',
      ])
      await call('project.undo', { projectId, revision: replaced.revision })
      expect(await documentOf(ports.projects, projectId)).toBe(before)
      expect((await call('project.open', { projectId })).history).toEqual({
        canUndo: false,
        canRedo: true,
      })
      await call('project.redo', { projectId })
      expect(await renarrate()).toHaveLength(3)
    })
  })

  it('are replaced in the rows of a target alone, and nowhere where none stands', async () => {
    await withDesk(async ({ call, projectId, texts, row }) => {
      const { chapterId } = await row(4)
      const target = { kind: 'chapter' as const, chapterId }
      expect(
        await call('segment.replace', { projectId, query: query('lamp'), by: 'light', target }),
      ).toMatchObject({ segments: 1, matches: 1 })
      expect((await texts()).filter((text) => text.includes('lamp'))).toHaveLength(2)
      for (const [words, by] of [
        ['xyz', 'a'],
        ['left.', 'left. '],
      ] as const)
        expect(
          await call('segment.replace', { projectId, query: query(words), by, target }),
        ).toMatchObject({ segments: 0, matches: 0 })
      await call('project.undo', { projectId })
      expect((await call('project.open', { projectId })).history.canUndo).toBe(false)
    })
  })

  it('may leave nothing of a row, which is passed over then', async () => {
    await withDesk(async ({ call, projectId, states, narrate }) => {
      const whole = { words: 'Ann left.', isCaseSensitive: true, isWholeWord: false }
      await call('segment.replace', { projectId, query: whole, by: '' })
      expect((await states())[5]).toBe('skipped')
      expect(await narrate()).toMatchObject({ state: 'done', failed: 0 })
    })
  })

  it.each([
    [{ state: 'stale' }, [1]],
    [{ state: 'ready' }, [0, 2, 3, 4, 5, 6]],
    [{ state: 'waiting' }, []],
    [{ state: 'edited' }, [1]],
    [{ state: 'marked' }, [2]],
    [{ state: 'flagged' }, []],
    [{ speaker: 'ann' }, [3]],
    [{ speaker: null, query: query('lamp') }, [0, 6]],
    [{ speaker: null, state: 'marked', query: query('bob') }, [2]],
  ] as const)('are found by %j', async (filter, positions) => {
    await withDesk(async ({ call, projectId, narrate, idOf }) => {
      await call('cast.change', {
        projectId,
        put: [{ id: 'ann', name: 'Ann', voice: null, colour: 1 }],
        remove: [],
      })
      await narrate()
      await call('segment.edit', { projectId, segmentId: await idOf(1), text: 'Ann came.' })
      const set = (at: number, value: object) =>
        call('segment.set', { projectId, target: { kind: 'rows', from: at, count: 1 }, set: value })
      await set(2, { mark: '' })
      await set(3, { speaker: 'ann' })
      const found = await call('segment.find', { projectId, filter })
      expect(found.positions).toEqual(positions)
    })
  })
})

describe('a word of the dictionary', () => {
  it('makes exactly the rows stale that it is said in, and none when it is taken back', async () => {
    await withDesk(async ({ call, projectId, narrate, states, asked, renarrate, idOf }) => {
      await narrate()
      await call('segment.say', { projectId, segmentId: await idOf(6), words: 'No lamp was seen.' })
      await renarrate()
      const put = [entry('lamp', 'lahmp')]
      expect(
        await call('dictionary.affects', { projectId, entry: entry('lamp', 'x') }),
      ).toMatchObject({
        segments: 2,
        lines: [{ position: 0 }, { position: 3 }],
      })
      const requests = asked.length
      await call('dictionary.change', { projectId, put, remove: [] })
      const one = ['stale', 'ready', 'ready', 'stale', 'ready', 'ready', 'ready']
      expect(await states()).toEqual(one)
      await call('project.undo', { projectId })
      expect(new Set(await states())).toEqual(new Set(['ready']))
      await call('project.redo', { projectId })
      expect(asked).toHaveLength(requests)
      expect((await renarrate()).toSorted()).toEqual(['The lahmp was lit.', 'The lahmp went out.'])
      const said = { ...entry('lamp', 'lump') }
      await call('dictionary.change', { projectId, put: [said], remove: [] })
      expect(await states()).toEqual(one)
      await call('dictionary.change', { projectId, put: [], remove: ['lamp'] })
      expect(new Set(await states())).toEqual(new Set(['ready']))
    })
  })

  it('counts in every book, and in this one the book’s own goes first', async () => {
    await withDesk(async ({ call, projectId, narrate, renarrate, studio, states }) => {
      await narrate()
      const settled = new Promise<void>((resolve) => {
        const stop = studio.on('project.changed', () => (stop(), resolve()))
      })
      await call('dictionary.change', {
        projectId: null,
        put: [entry('Bob', 'Robert')],
        remove: [],
      })
      await settled
      expect((await states())[2]).toBe('stale')
      expect(await renarrate()).toEqual(['Robert did not come.'])
      await call('dictionary.change', { projectId, put: [entry('bob', 'Bobby')], remove: [] })
      expect(await renarrate()).toEqual(['Bobby did not come.'])
      expect(await call('dictionary.read', { projectId })).toMatchObject({
        book: [{ say: 'Bobby' }],
        everywhere: [{ say: 'Robert' }],
      })
    })
  })

  it('is heard before it is kept, and nothing of the book is changed', async () => {
    await withDesk(async ({ call, projectId, asked, ports }) => {
      const before = await documentOf(ports.projects, projectId)
      const wish = { projectId, words: 'The lamp, 1984.', entry: entry('lamp', 'lahmp') }
      const heard = await call('dictionary.hear', wish)
      expect(heard.durationSeconds).toBeGreaterThan(1)
      expect(asked.at(0)?.words).toBe('The lahmp, nineteen eighty-four.')
      const requests = asked.length
      await call('dictionary.hear', wish)
      expect(asked).toHaveLength(requests)
      expect(await documentOf(ports.projects, projectId)).toBe(before)
    })
  })
})
