// What a book says of itself in its finished files, where nothing else is wished.
import type { BookTags, Project } from '../../../contract/index.ts'
import { failureOf } from '../../base/failure-error.ts'
import type { StudioParts } from '../studio-parts.ts'
import { voiceOf } from '../voices/voice-desk.ts'

/** The book's own words, and its voice as the narrator. */
export async function tagsOfBook(
  { context, voices }: Pick<StudioParts, 'context' | 'voices'>,
  project: Project,
): Promise<BookTags> {
  const { title, authors, language, series, description } = project
  const own: BookTags = { title: title || 'Untitled', authors, language, narrator: '' }
  if (series) own.series = series
  if (description) own.description = description
  try {
    const { voice, provider } = await voices.find(voiceOf(project))
    own.narrator = voice.label
    // The index of a long book takes memory: the voices give theirs back, and come again by themselves.
    await provider.rest()
  } catch (error) {
    // All is spoken: a voice that is gone only leaves its name untold.
    context.log.info('the narrator of an export is unknown', { failure: failureOf(error) })
  }
  return own
}
