// All that a model would be asked about a book, kind by kind, chapter by chapter.
import type { AskedKind, Project, ScriptKind } from '../../../contract/index.ts'
import type { AboutBook } from '../../script/script-item.ts'
import type { StudioParts } from '../studio-parts.ts'
import { descriptionItems } from './description-items.ts'
import { earItems } from './ear-items.ts'
import { howItems } from './how-items.ts'
import { peopleOfBook } from './people-items.ts'
import type { PlacedItem } from './placed-item.ts'
import { speakingNames, whoBook } from './who-items.ts'
import { wordItems } from './words-items.ts'

export type KindOfBook = {
  kind: AskedKind
  about: AboutBook
  chapters: AsyncIterable<readonly PlacedItem[]>
}

/** `chapterIds` undefined: the ticked ones. */
export async function* itemsOfBook(
  { context, dictionary, script }: Pick<StudioParts, 'context' | 'dictionary' | 'script'>,
  project: Project,
  kinds: readonly ScriptKind[],
  chapterIds: readonly string[] | undefined,
  signal: AbortSignal,
): AsyncGenerator<KindOfBook> {
  const about = { title: project.title, language: project.language, characters: [] }
  for (const kind of new Set(kinds))
    switch (kind) {
      case 'who': {
        const names = await script.names.of(project)
        const book = whoBook(context, names, project, chapterIds, signal)
        const characters = speakingNames(book)
        yield { kind, about: { ...about, characters }, chapters: askedOf(book.chapters()) }
        break
      }
      case 'people': {
        const names = await script.names.of(project)
        const people = await peopleOfBook(context, names, project, chapterIds, signal)
        const characters = people.characters.map(({ name }) => name)
        yield { kind, about: { ...about, characters }, chapters: once(people.items) }
        break
      }
      case 'how':
        yield { kind, about, chapters: unsetOf(howItems(context, project, chapterIds, signal)) }
        break
      case 'words': {
        const items = wordItems(context, project, chapterIds, dictionary, signal)
        yield { kind, about, chapters: once(items) }
        break
      }
      case 'ear':
        yield { kind, about, chapters: earItems(context, project, chapterIds, signal) }
        break
      case 'description': {
        const items = descriptionItems(context, project, chapterIds, signal)
        yield { kind, about, chapters: once(items) }
      }
    }
}

async function* askedOf(
  chapters: AsyncIterable<readonly { asked: readonly PlacedItem[] }[]>,
): AsyncGenerator<PlacedItem[]> {
  for await (const rows of chapters) yield rows.flatMap(({ asked }) => asked)
}

async function* unsetOf(
  chapters: AsyncIterable<readonly (PlacedItem & { isSet: boolean })[]>,
): AsyncGenerator<PlacedItem[]> {
  for await (const items of chapters) yield items.filter(({ isSet }) => !isSet)
}

async function* once(
  items: readonly PlacedItem[] | Promise<readonly PlacedItem[]>,
): AsyncGenerator<readonly PlacedItem[]> {
  yield await items
}
