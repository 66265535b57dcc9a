// What the palette finds, in which order, and the places that can be written.
import { describe, expect, it } from 'vitest'
import { deedIds } from '../../src/renderer/src/state/deed-table.ts'
import {
  paletteDeeds,
  paletteGroups,
  type PaletteSource,
} from '../../src/renderer/src/state/palette.ts'
import { placesOf, readTime } from '../../src/renderer/src/state/places.ts'
import { chapterOf } from './studio-by-hand.ts'

const titles = ['Front matter', 'The Exporter', 'Über den Wolken', 'Loomings', 'Nothing']
const chapters = titles.map((title, at) =>
  chapterOf(`c${at}`, { title, segments: title === 'Nothing' ? 0 : 10, firstPosition: at * 10 }),
)
const here = chapters[3]
const source: PaletteSource = { deeds: paletteDeeds(() => true), chapters, here, books: [] }
const namesOf = (search: string) =>
  paletteGroups(source, search).flatMap(({ items }) => items.map(({ name }) => name))

describe('the palette', () => {
  it('shows every command and chapter while nothing is searched, but not itself', () => {
    const [deeds, found] = paletteGroups(source, '')
    const ids = deeds?.items.map(({ id }) => id)
    expect(deeds?.kind).toBe('deed')
    expect(ids).toContain('next-flag')
    expect(ids).not.toContain('palette')
    expect(ids).not.toContain('save-and-speak')
    expect(ids?.length).toBe(deedIds.length - 4)
    expect(found?.items.map(({ name }) => name)).toEqual([
      'Chapter 1: Front matter',
      'Chapter 2: The Exporter',
      'Chapter 3: Über den Wolken',
      'Chapter 4: Loomings',
    ])
  })

  it.each([
    ['export', 'Export'],
    ['next fl', 'Next flag'],
    ['flag prev', 'Previous flag'],
    ['regenerate', 'Speak the segment again'],
    ['preferences', 'Go to the settings'],
    ['play', 'Play or pause'],
    ['loom', 'Chapter 4: Loomings'],
    ['uber', 'Chapter 3: Über den Wolken'],
    ['Über', 'Chapter 3: Über den Wolken'],
    ['narr chap', 'Narrate this chapter'],
  ])('finds for %j first %j', (search, name) => {
    expect(namesOf(search)[0]).toBe(name)
  })

  it('puts the group with the best find first, and finds nothing where nothing fits', () => {
    expect(paletteGroups(source, 'exporter').map(({ kind }) => kind)).toEqual(['chapter'])
    expect(namesOf('qqzx')).toEqual([])
  })

  it('offers each place once', () => {
    expect(namesOf('4')).toEqual(['Segment 4', 'Chapter 4: Loomings'])
    expect(namesOf('chapter 4')).toEqual(['Chapter 4: Loomings'])
  })

  it('finds books by title and author', () => {
    const books = [{ id: 'b', title: 'Walden', authors: ['Henry Thoreau'] }]
    const library = { ...source, chapters: [], books: books as never }
    expect(paletteGroups(library, 'thoreau')).toMatchObject([
      { kind: 'book', items: [{ name: 'Walden', projectId: 'b' }] },
    ])
  })
})

describe('places', () => {
  it('are times of minutes and of hours', () => {
    expect(['2:30', '1:02:30', '90:00', ' 0:05 '].map(readTime)).toEqual([150, 3750, 5400, 5])
    expect(['1:2', '1:75', '1:99:00', '2.30', '12', ''].map(readTime)).toEqual(
      Array.from({ length: 6 }, () => null),
    )
    expect(placesOf('1:02:30', chapters, here)).toEqual([
      { name: '1:02:30 in the book', place: { kind: 'book-time', seconds: 3750 } },
      {
        name: '1:02:30 in “Loomings”',
        place: { kind: 'chapter-time', chapterId: 'c3', seconds: 3750 },
      },
    ])
  })

  it('are numbers of segments and of chapters, within the book', () => {
    const positions = (text: string) =>
      placesOf(text, chapters, here).map(({ place }) => 'position' in place && place.position)
    expect(positions('3')).toEqual([2, 20])
    expect(positions('segment 12')).toEqual([11])
    expect(positions('seg12')).toEqual([11])
    expect(positions('Ch 2')).toEqual([10])
    expect(positions('5')).toEqual([4])
    expect(positions('0')).toEqual([])
    expect(positions('900')).toEqual([])
    expect(positions('verse 3')).toEqual([])
  })
})
