// The description beside the files, as Audiobookshelf's scanner takes it apart.
import { expect, it } from 'vitest'
import { audiobookshelfMetadata } from '../../../src/core/export/audiobookshelf.ts'

const tags = {
  title: 'The Tide',
  authors: ['Ada Reed', 'Bo Lund'],
  narrator: 'Eva',
  language: 'en-GB',
  series: 'Lamps',
  seriesPart: '2.5',
  year: '1891',
  publisher: 'Harbour',
}
const read = (text: string) => JSON.parse(text) as Record<string, unknown>

it('says all of a book at the top, and counts its chapters on over the files', () => {
  const said = read(
    audiobookshelfMetadata(tags, [
      { title: 'One', seconds: 10.5 },
      { title: '', seconds: 4 },
    ]),
  )
  expect(said).toMatchObject({
    title: 'The Tide',
    authors: ['Ada Reed', 'Bo Lund'],
    narrators: ['Eva'],
    series: ['Lamps #2.5'],
    publishedYear: '1891',
    publisher: 'Harbour',
    description: null,
    language: 'en-GB',
    chapters: [
      { id: 0, start: 0, end: 10.5, title: 'One' },
      { id: 1, start: 10.5, end: 14.5, title: 'Chapter 2' },
    ],
  })
  expect(said['tags']).toEqual([])
  expect(said['genres']).toEqual([])
})

it('names a series whose part it can tell, as its reader finds it', () => {
  const seriesOf = (seriesPart: string | undefined) => {
    const [series] = read(
      audiobookshelfMetadata(
        { ...tags, ...(seriesPart ? { seriesPart } : { seriesPart: '' }) },
        [],
      ),
    )['series'] as string[]
    const part = / #([^#\s]+)$/.exec(series ?? '')
    return { name: series?.replace(part?.[0] ?? '', ''), part: part?.[1] ?? null }
  }
  expect(seriesOf('3')).toEqual({ name: 'Lamps', part: '3' })
  expect(seriesOf('1 and 2')).toEqual({ name: 'Lamps', part: '1and2' })
  expect(seriesOf(undefined)).toEqual({ name: 'Lamps', part: null })
})

it('leaves unsaid what is not known', () => {
  const said = read(
    audiobookshelfMetadata({ title: 'A', authors: [], narrator: '', language: 'und' }, []),
  )
  expect(said).toMatchObject({ narrators: [], series: [], language: null, publishedYear: null })
})
