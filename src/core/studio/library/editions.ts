// Another edition of a book that is in the library: found by title and authors, compared line by line.
import type { BookHeader, ChapterEntry, EditionChanges, Project } from '../../../contract/index.ts'
import { wordKey } from '../../book/clean-text.ts'
import type { ProjectStore } from '../../ports/projects.ts'
import { allRows } from '../document/project-rows.ts'

/** New lines told; the rest is in the book's rows. */
const linesTold = 8

const keyOf = ({ title, authors }: Pick<BookHeader, 'title' | 'authors'>): string =>
  `${wordKey(title)} ${authors.map(wordKey).toSorted().join(' ')}`

/** The edition opened last; null where the library has none, or the title says nothing. */
export async function findEdition(
  projects: ProjectStore,
  header: Pick<BookHeader, 'title' | 'authors'>,
): Promise<Project | null> {
  if (wordKey(header.title) === '') return null
  const key = keyOf(header)
  const earlier = (await projects.list()).find(({ project }) => keyOf(project) === key)
  return earlier ? projects.read(earlier.project.id) : null
}

/** Which lines of a book are as in its earlier edition: those keep their takes. */
export async function compareEditions(
  projects: ProjectStore,
  earlier: Project,
  project: Project,
): Promise<EditionChanges> {
  const left = new Map<string, number>()
  for await (const { text, leftOut } of allRows(projects, earlier))
    if (!leftOut) left.set(text.trim(), (left.get(text.trim()) ?? 0) + 1)
  const changes: EditionChanges = {
    ...{ same: 0, fresh: 0, gone: 0, lines: [] },
  }
  for await (const { id, chapterId, position, text, leftOut } of allRows(projects, project)) {
    const count = left.get(text.trim()) ?? 0
    if (leftOut) {
      // A person had put it back: it is there, and can be put back again.
      if (count > 0) left.set(text.trim(), count - 1)
      continue
    }
    if (count > 0) {
      changes.same += 1
      left.set(text.trim(), count - 1)
      continue
    }
    changes.fresh += 1
    if (changes.lines.length < linesTold)
      changes.lines.push({ segmentId: id, chapterId, position, text })
  }
  for (const count of left.values()) changes.gone += count
  return changes
}

/**
 * Renditions that a person has chosen stay chosen where the words are the same: the second “Yes.” has the
 * take of the second one before. Asked with every line that is heard, in order; null where none was chosen.
 */
export async function chosenTakes(
  projects: ProjectStore,
  earlier: Project,
): Promise<(text: string) => string | null> {
  const chosen = new Map<string, (string | null)[]>()
  for await (const { text, pinnedTakeId } of allRows(projects, earlier))
    if (pinnedTakeId !== null) chosen.set(text.trim(), [])
  if (chosen.size > 0)
    for await (const { text, pinnedTakeId, leftOut } of allRows(projects, earlier))
      if (!leftOut) chosen.get(text.trim())?.push(pinnedTakeId)
  return (text) => chosen.get(text.trim())?.shift() ?? null
}

/**
 * Ticked, and as loud, as the chapters of the same names are in the earlier edition; a name that is there
 * twice says nothing.
 */
export function withTicksOf(earlier: Project | null, chapters: ChapterEntry[]): ChapterEntry[] {
  const before = byTitle(earlier?.chapters ?? [])
  const now = byTitle(chapters)
  return chapters.map((chapter) => {
    const key = wordKey(chapter.title)
    const [same, ...more] = before.get(key) ?? []
    if (!same || key === '' || more.length > 0 || now.get(key)?.length !== 1) return chapter
    const gain = same.gainDb === undefined ? {} : { gainDb: same.gainDb }
    return { ...chapter, ...gain, spoken: same.spoken && chapter.segments > 0 }
  })
}

const byTitle = (chapters: readonly ChapterEntry[]): Map<string, ChapterEntry[]> =>
  Map.groupBy(chapters, ({ title }) => wordKey(title))
