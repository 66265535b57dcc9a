// A translation that is not there yet: a book of its own, beside its original.
import {
  longest,
  type ChapterEntry,
  type Project,
  type TranslationRequest,
} from '../../../contract/index.ts'
import { coverOf, describedCover } from '../../base/cover-address.ts'
import { digestJson } from '../../base/digest.ts'
import { countText } from '../../segment/count-text.ts'
import { discardUnfinished } from '../library/discard-unfinished.ts'
import { makeThumbnail } from '../library/make-thumbnail.ts'
import type { StudioParts } from '../studio-parts.ts'
import { translatedTitle, translateRows } from './translate-rows.ts'

/** Answers with its id when all of it is there; else nothing is. */
export async function makeEdition(
  parts: StudioParts,
  original: Project,
  { language, glossary }: Pick<TranslationRequest, 'language' | 'glossary'>,
  signal: AbortSignal,
): Promise<string> {
  const { context, voices, changes } = parts
  const { projects, clock, newId } = context
  const id = newId()
  const wish = { language, glossary }
  // Begun first: what a crash leaves of it is found and released at the next start.
  await projects.begin(id)
  try {
    const chapters: ChapterEntry[] = []
    for await (const { entry, title, rows } of translateRows(parts, original, wish, signal)) {
      const segments = rows.map(({ translated }) => translated)
      const heard = segments.filter(({ leftOut }) => !leftOut).map(({ text }) => text)
      const named = { ...entry, title: title.slice(0, longest.title), ...countText(heard) }
      await projects.addChapter(id, { entry: named, segments })
      chapters.push(named)
    }
    const title = await translatedTitle(parts, original, wish)
    const picture = await projects.cover(original.id)
    const thumbnail = picture && (await makeThumbnail(context, picture, signal))
    const cover = picture && {
      ...{ mediaType: describedCover(original.cover)?.mediaType ?? 'image/png' },
      ...{ picture: null, thumbnail: thumbnail?.key ?? null },
    }
    const { series: _, editionOf: __, description: ___, ...like } = original
    const project: Project = {
      ...like,
      ...{ id, title: title.slice(0, longest.title), language, chapters },
      // The same file in another language is another book.
      bookDigest: digestJson({ book: original.bookDigest, language }),
      cover: coverOf(id, cover),
      voice: await voices.initialFor(language, 'anywhere'),
      fallbackVoice: null,
      cast: original.cast.map((character) => ({ ...character, voice: null })),
      // How words are said, and what was odd about a file, is of the original.
      ...{ dictionary: [], warnings: [] },
      translationOf: { projectId: original.id, language: original.language, glossary },
      ...{ createdAt: clock.now(), openedAt: clock.now(), revision: 0 },
    }
    signal.throwIfAborted()
    await projects.finish(project, picture && { ...picture, thumbnail: thumbnail ?? null })
  } catch (error) {
    await discardUnfinished(context, id)
    throw error
  }
  await changes.summarise(id)
  return id
}
