// The desk at its edges: two pages at once, casts that are full, words by hand that cannot be cut.
import { describe, expect, it } from 'vitest'
import { withDesk, type DeskBook } from '../../fixtures/desk-book.ts'

describe('a text and what is said of it, changed at once', () => {
  it('are both kept: what came first is not as it was before again', async () => {
    await withDesk(async ({ call, projectId, idOf, row }) => {
      const segmentId = await idOf(2)
      await Promise.all([
        call('segment.edit', { projectId, segmentId, text: 'Bob came after all.' }),
        call('segment.say', { projectId, segmentId, words: 'Bob came.' }),
      ])
      const { text, spokenText } = await row(2)
      expect({ text: text.trim(), spokenText }).toEqual({
        text: 'Bob came after all.',
        spokenText: 'Bob came.',
      })
    })
  })

  it('the other way round the words by hand give way to the text', async () => {
    await withDesk(async ({ call, projectId, idOf, row }) => {
      const segmentId = await idOf(2)
      await Promise.all([
        call('segment.say', { projectId, segmentId, words: 'Bob stayed away.' }),
        call('segment.edit', { projectId, segmentId, text: 'Bob came after all.' }),
      ])
      const { text, spokenText, manner } = await row(2)
      expect({ text: text.trim(), spokenText, manner }).toEqual({ text: 'Bob came after all.' })
    })
  })

  it('a text that another page has changed meanwhile is not written over unasked', async () => {
    await withDesk(async ({ call, projectId, row }) => {
      const { id: segmentId, text: from } = await row(2)
      await call('segment.edit', { projectId, segmentId, text: 'Bob came. SECOND.', from })
      const first = { projectId, segmentId, text: 'Bob came. FIRST.' }
      await expect(call('segment.edit', { ...first, from })).rejects.toMatchObject({
        failure: { code: 'segment-changed', params: { text: (await row(2)).text } },
      })
      expect((await row(2)).text.trim()).toBe('Bob came. SECOND.')
      // Whoever has seen it may; so may who writes what stands there.
      await call('segment.edit', { ...first, from: 'Bob came. SECOND.' })
      await call('segment.edit', { ...first, from })
      expect((await row(2)).text.trim()).toBe('Bob came. FIRST.')
    })
  })

  it('a text that is as it was is no step for undo', async () => {
    await withDesk(async ({ call, projectId, row }) => {
      const { id: segmentId, text } = await row(2)
      await call('segment.edit', { projectId, segmentId, text })
      expect(await call('project.open', { projectId })).toMatchObject({
        history: { canUndo: false },
      })
    })
  })
})

describe('a found cast that is taken up', () => {
  const chapters = [['“Come in,” said Ann. “It is cold.”', '“No,” said Bob.', '“Yes,” said Ann.']]
  const takeUp = async ({ call, projectId }: DeskBook) => {
    const { characters } = await call('cast.find', { projectId })
    const ids = characters.map(({ id }) => id)
    return call('cast.takeUp', { projectId, characters: ids, confidence: 0.1 })
  }

  it('leaves a row whole whose words by hand are too few for its speakers', async () => {
    await withDesk(
      async (book) => {
        const { call, projectId, idOf, texts } = book
        await call('segment.say', { projectId, segmentId: await idOf(1), words: 'No' })
        expect(await takeUp(book)).toMatchObject({ lines: 3, cut: 2 })
        expect(await texts()).toContain('“No,” said Bob.')
      },
      { chapters },
    )
  })

  it('cuts rows of a copy again, none of them under the name of another', async () => {
    const paragraph = '“Come in,” said Ann. “No,” said Bob, and stayed where he was.'
    await withDesk(
      async ({ call, projectId }) => {
        const { characters } = await call('cast.find', { projectId })
        const lines = (of: string, name: string) => {
          const ids = characters.filter((found) => found.name === name).map(({ id }) => id)
          return call('cast.takeUp', { projectId: of, characters: ids, confidence: 0.1 })
        }
        expect(await lines(projectId, 'Bob')).toMatchObject({ lines: 2, cut: 2 })
        const copy = await call('project.duplicate', { projectId, title: 'A copy' })
        expect(await lines(copy.projectId, 'Ann')).toMatchObject({ lines: 2, cut: 2 })
        const wish = { projectId: copy.projectId, from: 0, count: 20 }
        const ids = (await call('segment.list', wish)).rows.map(({ id }) => id)
        expect(new Set(ids).size).toBe(ids.length)
      },
      { chapters: [[paragraph, '“Yes,” said Ann.', '“No,” said Bob.']] },
    )
  })

  it('gives lines to nobody for whom the cast has no room', async () => {
    await withDesk(
      async (book) => {
        const { call, projectId, rows } = book
        const many = Array.from({ length: 199 }, (_, at) => ({
          ...{ id: `x${at}`, name: `X ${at}`, voice: null, colour: 0 },
        }))
        await call('cast.change', { projectId, put: many, remove: [] })
        expect(await takeUp(book)).toMatchObject({ lines: 3 })
        const speakers = (await rows()).flatMap(({ manner }) => manner?.speaker ?? [])
        expect(new Set(speakers)).toEqual(new Set(['ann']))
        expect((await call('project.open', { projectId })).project.cast).toHaveLength(200)
      },
      { chapters },
    )
  })
})
