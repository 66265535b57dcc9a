// What is asked about a book as a whole: its title, its chapters and how it begins.
import type { Project } from '../../../contract/index.ts'
import { isCredits } from '../../export/credits.ts'
import { rulesOf } from '../../script/rules-of.ts'
import { itemKey } from '../../script/script-item.ts'
import { rowsBetween } from '../document/project-rows.ts'
import { isAbout, type ScriptContext } from './chapter-rows.ts'
import type { PlacedItem } from './placed-item.ts'

/** Letters of its beginning. */
const mostLetters = 3000
const mostTitles = 60

/**
 * One item; none where it has a description already. Of the ticked chapters the book's own ones go first: a foreword tells
 * of other things.
 */
export async function descriptionItems(
  { projects }: Pick<ScriptContext, 'projects'>,
  project: Project,
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): Promise<PlacedItem[]> {
  if (project.description !== undefined) return []
  const own = project.chapters.filter(
    (chapter) => isAbout(chapter, chapterIds) && !isCredits(chapter.title),
  )
  const body = own.filter(({ matter }) => matter === 'body')
  let text = ''
  let place: PlacedItem['place'] | null = null
  for (const { firstPosition: from, segments } of body.length > 0 ? body : own) {
    signal.throwIfAborted()
    for await (const row of rowsBetween(projects, project.id, from, from + segments, 100)) {
      if (text.length >= mostLetters) break
      if (row.leftOut) continue
      const { id: segmentId, chapterId, position } = row
      place ??= { segmentId, chapterId, position, text: row.text }
      text += `${row.text.trimEnd()} `
    }
    if (text.length >= mostLetters) break
  }
  if (!place) return []
  const shown = {
    ...{ title: project.title, authors: project.authors, language: project.language },
    chapters: own.slice(0, mostTitles).map(({ title }) => title),
    text: text.slice(0, mostLetters).trimEnd().toWellFormed(),
  }
  const item = { id: 'book', line: 'book', scene: 'book', shown, before: [], after: [] }
  return [{ kind: 'description', item, key: itemKey(rulesOf('description'), item), place }]
}
