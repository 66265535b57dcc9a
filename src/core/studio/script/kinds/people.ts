// The people of a book: who of them are one, and how each is to be thought of.
import { peopleOfBook } from '../people-items.ts'
import { peopleProposals } from '../people-proposals.ts'
import type { ChapterOfKind, KindOfScript } from './kind-of-script.ts'

export const people: KindOfScript = async ({ parts, project, chapterIds, signal }) => {
  const names = await parts.script.names.of(project)
  const found = await peopleOfBook(parts.context, names, project, chapterIds, signal)
  async function* chapters(): AsyncGenerator<ChapterOfKind> {
    yield {
      asked: found.items,
      proposals: (answers) => peopleProposals(found, project.cast, answers),
    }
  }
  return { characters: found.characters.map(({ name }) => name), chapters: chapters() }
}
