// What a model is asked for a translation, as all that is asked about a book.
import type { Project } from '../../../contract/index.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { ScriptContext } from '../script/chapter-rows.ts'
import type { KindOfBook } from '../script/items-of-book.ts'
import type { PlacedItem } from '../script/placed-item.ts'
import { bookTitle, chaptersToTranslate, type TranslationWish } from './chapters-to-translate.ts'

export const aboutOriginal = ({ title, language }: Project): AboutBook => ({
  ...{ title, language, characters: [] },
})

export async function* translationItems(
  context: ScriptContext,
  project: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): AsyncGenerator<KindOfBook> {
  const chapters = itemsByChapter(context, project, wish, signal)
  yield { kind: 'translation', about: aboutOriginal(project), chapters }
}

async function* itemsByChapter(
  context: ScriptContext,
  project: Project,
  wish: TranslationWish,
  signal: AbortSignal,
): AsyncGenerator<PlacedItem[]> {
  const title = bookTitle(project, wish)
  if (title) yield [title]
  for await (const { asked, title: name } of chaptersToTranslate(context, project, wish, signal)) {
    const items = [...asked.values()]
    yield name && !items.includes(name) ? [name, ...items] : items
  }
}
