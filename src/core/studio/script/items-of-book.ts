// All that a model would be asked about a book, kind by kind, chapter by chapter.
import type { AskedKind, Project, ScriptKind } from '../../../contract/index.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { ChapterOfKind, KindWish } from './kinds/kind-of-script.ts'
import { kindsOfScript } from './kinds/kinds-of-script.ts'
import type { PlacedItem } from './placed-item.ts'

export type KindOfBook = {
  kind: AskedKind
  about: AboutBook
  chapters: AsyncIterable<readonly PlacedItem[]>
}

/** `chapterIds` undefined: the ticked ones. */
export async function* itemsOfBook(
  parts: KindWish['parts'],
  project: Project,
  kinds: readonly ScriptKind[],
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<KindOfBook> {
  const { title, language } = project
  for (const kind of new Set(kinds)) {
    const wish: KindWish = { parts, project, chapterIds, signal }
    const { characters, chapters } = await kindsOfScript[kind](wish)
    yield { kind, about: { title, language, characters }, chapters: askedOf(chapters) }
  }
}

async function* askedOf(
  chapters: AsyncIterable<ChapterOfKind>,
): AsyncGenerator<readonly PlacedItem[]> {
  for await (const { asked } of chapters) yield asked
}
