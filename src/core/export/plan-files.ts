// Which files an export makes, and what each of them is called and says of itself.
import type { BookTags, ExportWish, FileSplit } from '../../contract/index.ts'
import type { FileTags } from '../ports/codecs.ts'
import { fileNames } from './file-names.ts'

/** A chapter to be written, with its length as it is heard in the file, and about how large it is there. */
export type ChapterToFile = { title: string; seconds: number; bytes: number }

export type FilePlan<C extends ChapterToFile> = { name: string; tags: FileTags; chapters: C[] }

/** At least one file; chapters stay whole and in order. `name` is what a single file is called. */
export function planFiles<C extends ChapterToFile>(
  chapters: readonly C[],
  {
    format,
    split = { kind: 'one' },
    names: template,
  }: Pick<ExportWish, 'format' | 'split' | 'names'>,
  { tags, name }: { tags: BookTags; name: string },
): FilePlan<C>[] {
  if (split.kind === 'one') return [{ name, tags, chapters: [...chapters] }]
  const runs = runsOf(chapters, split)
  const digits = Math.max(2, String(runs.length).length)
  const titles = runs.map((run, index) =>
    split.kind === 'chapters'
      ? run[0]?.title || `Chapter ${index + 1}`
      : `${tags.title}, part ${index + 1}`,
  )
  const numbered = titles.map((title, index) => ({
    number: String(index + 1).padStart(digits, '0'),
    title,
  }))
  const names = fileNames(numbered, { tags, format, template })
  return runs.map((run, index) => ({
    name: names[index] as string,
    tags: { ...tags, part: { number: index + 1, of: runs.length, title: titles[index] as string } },
    chapters: run,
  }))
}

function runsOf<C extends ChapterToFile>(
  chapters: readonly C[],
  split: Exclude<FileSplit, { kind: 'one' }>,
): C[][] {
  switch (split.kind) {
    case 'chapters':
      return chapters.map((chapter) => [chapter])
    case 'hours':
      return partsOf(chapters, split.hours * 3600, ({ seconds }) => seconds)
    case 'size':
      return partsOf(chapters, split.megabytes * 1e6, ({ bytes }) => bytes)
  }
}

/** As few as hold them; a chapter that is more than a part may be is a part of its own. */
function partsOf<C>(chapters: readonly C[], most: number, weigh: (chapter: C) => number): C[][] {
  const parts: C[][] = []
  let sum = Infinity
  for (const chapter of chapters) {
    if (sum + weigh(chapter) > most) {
      parts.push([])
      sum = 0
    }
    parts.at(-1)?.push(chapter)
    sum += weigh(chapter)
  }
  return parts
}
