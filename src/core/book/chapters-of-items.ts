// Items of a book that is one stream → its chapters: begun at headings, Gutenberg's frame known as such.
import type { FormatEvent } from './reader.ts'
import { createChapterBuilder } from './chapter-builder.ts'
import type { FlowItem } from './flow.ts'
import { createGutenbergMarker } from './gutenberg.ts'
import type { HeadingStarts } from './heading-starts.ts'

export type ChaptersOfItems = {
  /** The chapters that are whole by now. */
  push(items: readonly FlowItem[]): FormatEvent[]
  end(): FormatEvent[]
}

/** `starts` is null where the items say themselves where chapters begin. */
export function createChaptersOfItems(
  title: string,
  starts: HeadingStarts | null,
): ChaptersOfItems {
  const gutenberg = createGutenbergMarker()
  const builder = createChapterBuilder(title)
  const built = (items: readonly FlowItem[]) => builder.add(starts ? starts.push(items) : items)
  const told = (chapters: ReturnType<typeof built>) =>
    chapters.map((chapter): FormatEvent => ({ kind: 'chapter', chapter }))
  return {
    push: (items) => told(built(gutenberg.push(items))),
    end: () => told([...built(gutenberg.end()), ...builder.end()]),
  }
}
