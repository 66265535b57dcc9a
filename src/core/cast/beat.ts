// Who does something beside a quotation that nothing else attributes: `Anna rose. “…”`.
import type { CastWords } from './cast-words.ts'
import type { MayBeName, PersonReference } from './person-reference.ts'
import { readName } from './person-reference.ts'
import { readSubject } from './speech-tag.ts'
import { sentencesOf, type Token } from './tokens.ts'

/** The subject of the last sentence before it. */
export const beatBefore = (tokens: readonly Token[], words: CastWords, mayBeName: MayBeName) =>
  subjectOf(sentencesOf(tokens).at(-1) ?? [], words, mayBeName)

/** The subject of the first sentence behind it. */
export const beatBehind = (tokens: readonly Token[], words: CastWords, mayBeName: MayBeName) =>
  subjectOf(sentencesOf(tokens)[0] ?? [], words, mayBeName)

/** A person, or the one whose face or voice it is. */
export function subjectOf(
  sentence: readonly Token[],
  words: CastWords,
  mayBeName: MayBeName,
): PersonReference | null {
  const subject = readSubject(sentence, words, mayBeName)
  if (!subject) return null
  const { reference, end } = subject
  if (reference.kind === 'group') return null
  if (reference.kind === 'pronoun' && reference.gender === null) return null
  if (reference.kind !== 'description') return isActing(sentence[end], words) ? reference : null
  if (reference.gender !== null) return isActing(sentence[end], words) ? reference : null
  const first = sentence.find(({ isWord }) => isWord)
  if (!first) return null
  // `His face fell`, `My heart beat`, `Anna’s eyes shone`.
  const gender = Object.hasOwn(words.genderSigns, first.lower)
    ? words.genderSigns[first.lower]
    : undefined
  if (gender !== undefined) return { kind: 'pronoun', gender }
  if (words.possessives[first.lower] === 'narrator') return { kind: 'narrator' }
  const owner = readName(sentence, sentence.indexOf(first), words, mayBeName)
  return owner ? owner.reference : null
}

/** A subject has its verb behind it, not `of` and not the end. */
const isActing = (next: Token | undefined, words: CastWords): boolean =>
  next !== undefined && (next.isWord ? !words.prepositions.has(next.lower) : next.text === ',')
