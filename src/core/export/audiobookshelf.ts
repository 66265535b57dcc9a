// The description of a book that Audiobookshelf reads from beside its files: metadata.json.
import type { BookTags } from '../../contract/index.ts'

/** Of a book in several files the times go on from file to file, as its player counts them. */
export type ListedChapter = { title: string; seconds: number }

/**
 * The shape that Audiobookshelf writes itself and prefers to what stands in the files (its scanner, since
 * 2.6): everything at the top, a series as `Name #part`, chapters with start and end in seconds.
 */
export function audiobookshelfMetadata(tags: BookTags, chapters: readonly ListedChapter[]): string {
  let start = 0
  const listed = chapters.map(({ title, seconds }, id) => {
    const from = start
    start += seconds
    // A chapter without a title would make it refuse them all.
    return { id, start: from, end: start, title: title || `Chapter ${id + 1}` }
  })
  const { series, seriesPart } = tags
  const about = {
    tags: [],
    chapters: listed,
    title: tags.title,
    subtitle: null,
    authors: tags.authors,
    narrators: tags.narrator === '' ? [] : [tags.narrator],
    series: series ? [seriesPart ? `${series} #${seriesPart.replaceAll(/\s+/g, '')}` : series] : [],
    genres: [],
    publishedYear: tags.year ?? null,
    publishedDate: null,
    publisher: tags.publisher ?? null,
    description: tags.description ?? null,
    isbn: null,
    asin: null,
    language: tags.language === '' || tags.language === 'und' ? null : tags.language,
    explicit: false,
    abridged: false,
  }
  return `${JSON.stringify(about, null, 2)}\n`
}
