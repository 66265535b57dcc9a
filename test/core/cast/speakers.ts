// What the tests of the cast stage say of a few paragraphs: each quotation's words with who speaks them.
import { castChapter } from '../../../src/core/cast/cast-chapter.ts'
import { noNames, type CastState } from '../../../src/core/cast/cast-state.ts'
import { charactersOf } from '../../../src/core/cast/characters.ts'

export function castOf(texts: readonly string[], language = 'en', state: CastState = noNames) {
  const paragraphs = texts.map((text) => ({ text, isBreak: text === '' }))
  const found = castChapter(paragraphs, language, state)
  const said = found.quotations.map(({ paragraph, from, to, speaker, kind }) => ({
    words: texts[paragraph]?.slice(from, to) ?? '',
    speaker,
    kind,
  }))
  return { ...found, said, characters: charactersOf(found.state, language) }
}

/** `[words, speaker]` of each quotation. */
export const speakersOf = (texts: readonly string[], language = 'en') =>
  castOf(texts, language).said.map(({ words, speaker }) => [words, speaker])
