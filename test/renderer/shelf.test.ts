// Which books the library shows, in which order; and what was done with them and can be taken back.
import { describe, expect, it } from 'vitest'
import type { ProjectSummary } from '../../src/contract/index.ts'
import { createNews } from '../../src/renderer/src/state/news.ts'
import { booksFound, shownBooks, type ShelfOrder } from '../../src/renderer/src/state/shelf.ts'
import { createTakeBacks } from '../../src/renderer/src/state/take-backs.ts'
import { bookOf } from './studio-by-hand.ts'

const emma = bookOf('Emma', { authors: ['Jane Austen'], openedAt: 3, createdAt: 1, ready: 5 })
const cat = bookOf('Élan and the Cat', { authors: ['Ada Zola', 'Bo'], openedAt: 1, createdAt: 3 })
const two = bookOf('Book 2', { openedAt: 2, createdAt: 2, ready: 10 })
const ten = bookOf('Book 10', { authors: ['Émile Brontë'], archived: true, ready: 1 })
const all = [emma, cat, two, ten]
const titles = (books: readonly ProjectSummary[]) => books.map(({ title }) => title)

describe('the search', () => {
  it.each([
    ['elan', ['Élan and the Cat']],
    ['cat zola', ['Élan and the Cat']],
    ['  AUST ', ['Emma']],
    ['bronte', ['Book 10']],
    ['book', ['Book 2', 'Book 10']],
    ['', titles(all)],
    ['emma zola', []],
  ])(
    'for “%s” looks for every word in titles and authors, without case and accents',
    (word, found) => expect(titles(booksFound(all, word))).toEqual(found),
  )
})

describe('the shelf', () => {
  const shown = (order: ShelfOrder, archived = false, search = '') =>
    shownBooks(all, { order, archived, search })

  it.each([
    ['opened', ['Emma', 'Book 2', 'Élan and the Cat']],
    ['added', ['Élan and the Cat', 'Book 2', 'Emma']],
    ['title', ['Book 2', 'Élan and the Cat', 'Emma']],
    ['author', ['Emma', 'Élan and the Cat', 'Book 2']],
    ['progress', ['Book 2', 'Emma', 'Élan and the Cat']],
  ] as const)('is in order by “%s”', (order, expected) =>
    expect(titles(shown(order).books)).toEqual(expected),
  )

  it('orders numbers as numbers', () => {
    const both = [ten, two].map((one) => ({ ...one, archived: false }))
    const view = { order: 'title', archived: false, search: '' } as const
    expect(titles(shownBooks(both, view).books)).toEqual(['Book 2', 'Book 10'])
  })

  it('keeps what is archived apart, and says how much of it matches', () => {
    expect(shown('title', true)).toMatchObject({ all: 1, archived: 1, elsewhere: 3 })
    expect(titles(shown('title', true).books)).toEqual(['Book 10'])
    expect(shown('title', false, 'bronte')).toEqual({
      books: [],
      all: 3,
      archived: 1,
      elsewhere: 1,
    })
  })
})

describe('what was done', () => {
  it('is taken back from the last one on, each once', () => {
    const takeBacks = createTakeBacks(createNews(() => false))
    const taken: string[] = []
    for (const name of ['first', 'second', 'third'])
      takeBacks.offer(name, async () => void taken.push(name))
    takeBacks.last()
    takeBacks.last()
    expect(taken).toEqual(['third', 'second'])
    takeBacks.last()
    takeBacks.last()
    expect(taken).toEqual(['third', 'second', 'first'])
  })
})
