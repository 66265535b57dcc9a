// Opening and closing credits: chapters of their own, once, in the words of the book's language.
import { describe, expect, it, test } from 'vitest'
import type { BookTags } from '../../../src/contract/index.ts'
import { missingCredits } from '../../../src/core/export/acx.ts'
import { creditsLines, creditsTitle, isCredits } from '../../../src/core/export/credits.ts'
import { systemClock } from '../../../src/io/clock.ts'
import { withOpenBook, type OpenBook } from '../../fixtures/open-book.ts'
import { readerOf, studioPorts } from '../../fixtures/studio-ports.ts'

const tags: BookTags = {
  ...{ title: 'Where Is It?', authors: ['A. One', 'B. Two'], narrator: 'C. Three', language: 'en' },
  ...{ series: 'Things, 2', publisher: 'Press', year: '2026' },
}

describe('credits', () => {
  test.each([
    ['en', 'Where Is It? Things, 2. Written by A. One and B. Two. Narrated by C. Three.'],
    ['de-AT', 'Where Is It? Things, 2. Von A. One und B. Two. Gelesen von C. Three.'],
    ['fr', 'Where Is It? Things, 2. Écrit par A. One et B. Two. Lu par C. Three.'],
    ['es', 'Where Is It? Things, 2. Escrito por A. One y B. Two. Narrado por C. Three.'],
    ['fi', 'Where Is It? A. One ja B. Two.'],
    ['und', 'Where Is It? A. One, B. Two.'],
  ])('open in %s with what is known: %s', (language, said) => {
    expect(creditsLines('opening-credits', { ...tags, language }).join(' ')).toBe(said)
    expect(isCredits(creditsTitle('opening-credits', language))).toBe(true)
  })

  test.each([
    [tags, 'Published by Press in 2026.'],
    [{ ...tags, publisher: '' }, 'Published in 2026.'],
    [{ title: 'It', authors: [], narrator: '', language: 'en' }, 'This has been It. The end.'],
  ])('close with what is known of %j', (of, said) => {
    expect(creditsLines('closing-credits', of).join(' ')).toContain(said)
  })
})

const chapters = [['First line.', 'Second line.'], ['Last line.']]
const withBook = (work: (book: OpenBook) => Promise<void>) =>
  withOpenBook(studioPorts(systemClock, { reader: readerOf(chapters) }), work)
const state = async ({ call, projectId, rows }: OpenBook) => ({
  chapters: (await call('project.open', { projectId })).project.chapters.map(
    ({ title, spoken, segments, firstPosition }) => [title, spoken, segments, firstPosition],
  ),
  texts: (await rows()).map(({ text, position }) => `${position} ${text.trim()}`),
})

it('are two ticked chapters more, spoken and undone as one step, and not added twice', () =>
  withBook(async (book) => {
    const { call, narrate, projectId, rows } = book
    const before = await state(book)
    const args = { projectId, tags: { title: 'It', authors: ['Ann'], narrator: 'Bob' } }
    expect(await call('project.addCredits', args)).toMatchObject({
      ...{ opening: 'added', closing: 'added', ended: false },
    })
    const after = await state(book)
    expect(after.chapters.map(([title]) => title)).toEqual([
      'Opening Credits',
      ...before.chapters.map(([title]) => title),
      'Closing Credits',
    ])
    expect(after.chapters[1]?.[3]).toBe(3)
    expect(after.texts.slice(0, 4)).toEqual([
      '0 It.',
      '1 Written by Ann.',
      '2 Narrated by Bob.',
      '3 First line.',
    ])
    expect(after.texts.at(-1)).toBe('9 The end.')
    expect(missingCredits(after.chapters.map(([title]) => String(title)))).toEqual([])
    expect(await narrate()).toMatchObject({ state: 'done', failed: 0, total: 10 })

    expect(await call('project.addCredits', args)).toMatchObject({
      opening: 'kept',
      closing: 'kept',
    })
    expect(await state(book)).toEqual(after)
    // What somebody has written in stays; the other one says it anew.
    const first = (await rows())[0]
    await call('segment.edit', { projectId, segmentId: first?.id ?? '', text: 'It, at last.' })
    const renewed = { ...args, tags: { ...args.tags, narrator: 'Cleo' } }
    expect(await call('project.addCredits', renewed)).toMatchObject({
      ...{ opening: 'kept', closing: 'renewed' },
    })
    const texts = (await state(book)).texts.join(' ')
    expect(texts).toContain('2 Narrated by Bob.')
    expect(texts).toContain('8 Narrated by Cleo.')
    await call('project.undo', { projectId })
    await call('project.undo', { projectId })
    expect(await state(book)).toEqual(after)
    await call('project.undo', { projectId })
    expect(await state(book)).toEqual(before)
    await call('project.redo', { projectId })
    expect(await state(book)).toEqual(after)
  }))

it('are a person’s own where a chapter is called so', () =>
  withBook(async (book) => {
    const { call, projectId } = book
    await call('chapter.rename', { projectId, chapterId: 'c2', title: 'End credits' })
    expect(await call('project.addCredits', { projectId })).toMatchObject({
      ...{ opening: 'added', closing: 'kept' },
    })
    expect((await state(book)).texts.at(-1)).toMatch(/Last line/)
  }))
