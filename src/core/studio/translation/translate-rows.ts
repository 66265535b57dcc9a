// The rows of a book in another language, chapter by chapter, from the answers that are kept.
import type { ChapterEntry, Project, Segment } from '../../../contract/index.ts'
import { cleanText } from '../../book/clean-text.ts'
import type { TranslationAnswer } from '../../script/kinds/translation.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { hasWords, isAbout } from '../script/chapter-rows.ts'
import { keptAnswers } from '../script/kept-answers.ts'
import type { PlacedItem } from '../script/placed-item.ts'
import type { StudioParts } from '../studio-parts.ts'
import {
  bookTitle,
  chaptersToTranslate,
  wordsOf,
  type TranslationWish,
} from './chapters-to-translate.ts'
import { translatedRow } from './translated-row.ts'
import { aboutOriginal } from './translation-items.ts'

export type TranslatedChapter = {
  entry: ChapterEntry
  /** As it is called in the other language. */
  title: string
  /** Each row of the original beside what becomes of it. */
  rows: { original: StoredSegment; translated: Segment }[]
}

/** Rows without an answer are left as they are, and unspoken. */
export async function* translateRows(
  { context }: Pick<StudioParts, 'context'>,
  project: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): AsyncGenerator<TranslatedChapter> {
  for await (const chapter of chaptersToTranslate(context, project, wish, signal)) {
    const { entry, rows, asked, title } = chapter
    const said = await answersTo(context, project, [...asked.values(), ...(title ? [title] : [])])
    const textOf = (row: StoredSegment): string | null => {
      const item = asked.get(row.id)
      if (item) return said(item)
      if (row.leftOut || !isAbout(entry, undefined)) return null
      // Figures and signs alone are the same in every language.
      const words = wordsOf(row)
      return hasWords(words) ? null : words
    }
    yield {
      entry,
      title: (title && said(title)) ?? entry.title,
      rows: rows.map((original) => ({
        original,
        translated: translatedRow(original, textOf(original), wish.language),
      })),
    }
  }
}

/** Of the book; the original's where it has no answer. */
export async function translatedTitle(
  { context }: Pick<StudioParts, 'context'>,
  project: Project,
  wish: TranslationWish,
): Promise<string> {
  const item = bookTitle(project, wish)
  const said = await answersTo(context, project, item ? [item] : [])
  return (item && said(item)) ?? project.title
}

async function answersTo(
  { modelAnswers, languageModels }: StudioParts['context'],
  project: Project,
  items: readonly PlacedItem[],
): Promise<(item: PlacedItem) => string | null> {
  // Another model's answers, which were paid for, are better than none.
  const model = languageModels.inUse()?.model ?? null
  const kept = await keptAnswers(modelAnswers, items, aboutOriginal(project), null, model)
  const textOf = (key: string) => (kept.get(key) as TranslationAnswer | undefined)?.text ?? ''
  // As a book's text on its way in: no controls, no marks that turn its direction, in one line.
  return ({ key }) => cleanText(textOf(key)) || null
}
