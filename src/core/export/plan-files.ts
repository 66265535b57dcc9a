// Which files an export makes, and what each of them is called and says of itself.
import { fileNameOf, type BookTags, type ExportWish, type FileSplit } from '../../contract/index.ts'
import type { FileTags } from '../ports/codecs.ts'

/** A chapter to be written, with its length as it is heard in the file. */
export type ChapterToFile = { title: string; seconds: number }

export type FilePlan<C extends ChapterToFile> = { name: string; tags: FileTags; chapters: C[] }

/** At least one file; chapters stay whole and in order. `name` is what a single file is called. */
export function planFiles<C extends ChapterToFile>(
  chapters: readonly C[],
  wish: Pick<ExportWish, 'format' | 'split'>,
  { tags, name }: { tags: BookTags; name: string },
): FilePlan<C>[] {
  const split = wish.split ?? { kind: 'one' }
  if (split.kind === 'one') return [{ name, tags, chapters: [...chapters] }]
  const runs = runsOf(chapters, split)
  const digits = Math.max(2, String(runs.length).length)
  return runs.map((run, index) => {
    const number = index + 1
    const title =
      split.kind === 'chapters'
        ? run[0]?.title || `Chapter ${number}`
        : `${tags.title}, part ${number}`
    const stem = `${String(number).padStart(digits, '0')} ${title}`
    return {
      name: fileNameOf(stem, wish.format),
      tags: { ...tags, part: { number, of: runs.length, title } },
      chapters: run,
    }
  })
}

function runsOf<C extends ChapterToFile>(
  chapters: readonly C[],
  split: Exclude<FileSplit, { kind: 'one' }>,
): C[][] {
  if (split.kind === 'chapters') return chapters.map((chapter) => [chapter])
  const most = split.hours * 3600
  const runs: C[][] = []
  let seconds = Infinity
  for (const chapter of chapters) {
    // A chapter that is longer than a part is a part of its own.
    if (seconds + chapter.seconds > most) {
      runs.push([])
      seconds = 0
    }
    runs.at(-1)?.push(chapter)
    seconds += chapter.seconds
  }
  return runs
}
