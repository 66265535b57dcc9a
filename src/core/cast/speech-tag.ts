// The words beside a quotation that say who speaks: `said Anna`, `Anna said`, `Anna turned and said:`.
import type { CastWords } from './cast-words.ts'
import type { NameJudge } from './name-judge.ts'
import { readReference, type MayBeName, type PersonReference } from './person-reference.ts'
import { sentencesOf, type Token } from './tokens.ts'

/** Who; null where the verb stands alone, as in `dijo`. */
export type SpeechTag = {
  reference: PersonReference | null
  /** Whom they speak to, where the tag says that: `she asked Anna`. */
  to: PersonReference | null
}

/** A tag's tokens at most lie between its verb and the quotation that it leads to. */
const longestLead = 14
const longestAppositive = 9

/**
 * Of the narration behind a quotation. `closing` is the last sign inside its marks: behind a comma a tag
 * must follow, behind a full stop a new sentence begins.
 */
export function tagBehind(
  tokens: readonly Token[],
  closing: string,
  words: CastWords,
  { besideVerb: mayBeName }: NameJudge,
): SpeechTag | null {
  const at = tokens.findIndex(({ isWord }) => isWord)
  if (at < 0 || at > 2 || tokens.slice(0, at).some(({ text }) => !/^[,;—–―-]$/.test(text)))
    return null
  const hasComma = closing === ',' || tokens[0]?.text === ','
  const isOpen = hasComma || closing !== '.'
  const begin = skipAdverbs(tokens, at, words)
  const inverted = invertedTag(tokens, begin, hasComma, words, mayBeName)
  if (inverted && (isOpen || isLower(tokens[at]))) return inverted
  // `“Oh!” Anna said, with a smile: “…”` leads to what follows.
  const leads = tokens.at(-1)?.text === ':' && !hasComma
  if (!isOpen || leads) return null
  const subject = readReference(tokens, begin, words, mayBeName)
  if (!subject) return null
  const verbAt = skipAuxiliaries(tokens, skipAppositive(tokens, subject.end, words), words)
  const verb = tokens[verbAt]
  if (!verb?.isWord) return null
  const isStrong = words.verbs.has(verb.lower)
  const isSoft = words.softVerbs.has(verb.lower) || looksLikeVerb(verb, words)
  if (!(isStrong || (isSoft && (hasComma || /[—–-]/.test(closing))))) return null
  if (!hasComma && !endsWithSpeech(tokens, verbAt + 1, words, mayBeName)) return null
  return { reference: subject.reference, to: toWhom(tokens, verbAt + 1, words, mayBeName) }
}

/** `to Anna`, or the name right behind the verb. */
function toWhom(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
  mayBeName: MayBeName,
): PersonReference | null {
  for (let end = at; end < at + 4; end++) {
    const token = tokens[end]
    if (!token?.isWord) return null
    const isTo = words.toWhom.has(token.lower)
    const found =
      isTo || end === at ? readReference(tokens, isTo ? end + 1 : end, words, mayBeName) : null
    if (found?.reference.kind === 'name') return found.reference
    if (isTo) return null
  }
  return null
}

const isLower = (token: Token | undefined): boolean => token !== undefined && !token.isCapital

const looksLikeVerb = (token: Token, words: CastWords): boolean =>
  words.openVerb !== null &&
  !token.isCapital &&
  words.openVerb.test(token.lower) &&
  !words.prepositions.has(token.lower)

/** `said Anna`, `went on Anna`, `cried out to him the boy`. */
function invertedTag(
  tokens: readonly Token[],
  at: number,
  hasComma: boolean,
  words: CastWords,
  mayBeName: MayBeName,
): SpeechTag | null {
  const verb = tokens[at]
  if (!verb?.isWord || (verb.isCapital && words.verbs.has(verb.lower) && !verb.isFirst)) return null
  const isStrong = words.verbs.has(verb.lower)
  const isSoft = words.softVerbs.has(verb.lower) || (hasComma && looksLikeVerb(verb, words))
  if (!isStrong && !(isSoft && !verb.isCapital)) return null
  let subjectAt = at + 1
  while (subjectAt < at + 4) {
    const found = readReference(tokens, subjectAt, words, mayBeName)
    if (found)
      return { reference: found.reference, to: toWhom(tokens, found.end, words, mayBeName) }
    const token = tokens[subjectAt]
    if (!token?.isWord || !isSmall(token, words)) break
    subjectAt++
  }
  return words.dropsSubject && isStrong ? { reference: null, to: null } : null
}

const isSmall = (token: Token, words: CastWords): boolean =>
  words.particles.has(token.lower) || isAdverb(token, words) || words.auxiliaries.has(token.lower)

const isAdverb = (token: Token, words: CastWords): boolean =>
  (!token.isCapital || token.isFirst) &&
  (words.adverbs.has(token.lower) ||
    (words.adverbEnding !== null &&
      words.adverbEnding.test(token.lower) &&
      !words.notAdverbs.has(token.lower)))

function skipAdverbs(tokens: readonly Token[], at: number, words: CastWords): number {
  let end = at
  while (end - at < 2 && tokens[end] && isAdverb(tokens[end] as Token, words)) end++
  return end
}

function skipAuxiliaries(tokens: readonly Token[], at: number, words: CastWords): number {
  let end = at
  while (end - at < 3 && tokens[end] && isSmall(tokens[end] as Token, words)) end++
  return end
}

/** `Anna, the eldest, said`. */
function skipAppositive(tokens: readonly Token[], at: number, words: CastWords): number {
  if (tokens[at]?.text !== ',') return at
  for (let end = at + 2; end <= at + longestAppositive; end++) {
    const token = tokens[end]
    if (!token || token.isFirst) return at
    if (token.text === ',') {
      const verb = tokens[skipAuxiliaries(tokens, end + 1, words)]
      return verb && words.verbs.has(verb.lower) ? end + 1 : at
    }
  }
  return at
}

/** Whether the verb tells of the quotation before it, not of something else that was said. */
function endsWithSpeech(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
  mayBeName: MayBeName,
): boolean {
  if (words.prepositions.has(tokens[at]?.lower ?? '')) return true
  const token = tokens[skipAuxiliaries(tokens, at, words)]
  if (!token || !token.isWord || token.isFirst) return true
  if (words.prepositions.has(token.lower)) return true
  if (/^(?:and|as|when|while|but|und|et|y|mientras|als|während)$/.test(token.lower)) return true
  const whom = readReference(tokens, at, words, mayBeName)
  const isObject =
    Object.hasOwn(words.genderSigns, token.lower) || /^(?:me|us|them)$/.test(token.lower)
  const behind = tokens[whom ? whom.end : at + 1]
  return (whom !== null || isObject) && (!behind?.isWord || words.prepositions.has(behind.lower))
}

/** Of the narration before a quotation, where it leads to it by a comma or a colon. */
export function tagBefore(
  tokens: readonly Token[],
  words: CastWords,
  judge: NameJudge,
): SpeechTag | null {
  const sentence = sentencesOf(tokens).at(-1) ?? []
  const last = sentence.at(-1)
  if (!last || (!last.isWord && !/^[,:—–―-]$/.test(last.text))) return null
  const isColon = last.text === ':'
  for (let verbAt = sentence.length - 1; verbAt >= 0; verbAt--) {
    // Without a sign the verb stands right before: `said “Thank you”`.
    if (sentence.length - verbAt > (last.isWord ? 3 : longestLead)) return null
    const verb = sentence[verbAt] as Token
    const isVerb =
      words.verbs.has(verb.lower) ||
      words.participles.has(verb.lower) ||
      (isColon && words.softVerbs.has(verb.lower))
    const isBeside = words.softVerbs.has(verb.lower) && sentence.length - verbAt <= 3
    if (!isVerb && !isBeside) continue
    return subjectBefore(sentence, verbAt, words, judge)
  }
  return null
}

function subjectBefore(
  sentence: readonly Token[],
  verbAt: number,
  words: CastWords,
  { anywhere, besideVerb: mayBeName }: NameJudge,
): SpeechTag | null {
  for (let at = Math.max(0, verbAt - longestAppositive); at < verbAt; at++) {
    const before = sentence[at - 1]
    if (before && (words.prepositions.has(before.lower) || before.owns)) continue
    if (before?.isWord && before.isCapital && !before.isFirst) continue
    const found = readReference(sentence, at, words, mayBeName)
    if (!found) continue
    const end = skipAuxiliaries(sentence, skipAppositive(sentence, found.end, words), words)
    if (end === verbAt)
      return { reference: found.reference, to: toWhom(sentence, verbAt + 1, words, mayBeName) }
  }
  const joint = sentence[verbAt - 1]
  if (joint?.text === ',' && words.verbs.has(sentence[verbAt]?.lower ?? '')) {
    // `The moon, said the writer, “…”`.
    const found = readReference(sentence, verbAt + 1, words, mayBeName)
    if (found && sentence[found.end]?.text === ',') return { reference: found.reference, to: null }
  }
  const begins = skipAdverbs(sentence, 0, words) >= verbAt
  if (begins && words.verbs.has(sentence[verbAt]?.lower ?? '')) {
    const found = readReference(sentence, verbAt + 1, words, mayBeName)
    if (found) return { reference: found.reference, to: null }
    return words.dropsSubject ? { reference: null, to: null } : null
  }
  if (!joint || (joint.isWord && !words.conjunctions.has(joint.lower) && !isSmall(joint, words)))
    return null
  return subjectOfSentence(sentence, verbAt, words, anywhere)
}

/** `Anna turned to him and said`; where somebody else came between, the nearer one: `…, she bowed and said`. */
function subjectOfSentence(
  sentence: readonly Token[],
  verbAt: number,
  words: CastWords,
  mayBeName: MayBeName,
): SpeechTag | null {
  let subject = readSubject(sentence, words, mayBeName)
  if (!subject || subject.end > verbAt) return null
  for (let at = subject.end; at < verbAt; at++) {
    const { lower, text } = sentence[at] as Token
    if (/^[;:]$/.test(text) || /^(?:who|qui|que|quien)$/.test(lower)) subject = null
    const before = sentence[at - 1]
    const begins =
      before?.text === ',' || before?.text === ';' || words.conjunctions.has(before?.lower ?? '')
    if (!begins && !isNominative(lower, words)) continue
    const other = readReference(sentence, at, words, mayBeName)
    const next = sentence[other?.end ?? 0]
    if (other && other.end < verbAt && next?.isWord && !words.prepositions.has(next.lower))
      subject = other
  }
  return (
    subject && { reference: subject.reference, to: toWhom(sentence, verbAt + 1, words, mayBeName) }
  )
}

const isNominative = (word: string, words: CastWords): boolean =>
  Object.hasOwn(words.pronouns, word) &&
  /^(?:he|she|narrator|group)$/.test(words.pronouns[word] ?? '') &&
  word !== 'it'

/** The person a sentence begins with, behind `But`, `Then` and the like. */
export function readSubject(sentence: readonly Token[], words: CastWords, mayBeName: MayBeName) {
  let at = sentence.findIndex(({ isWord }) => isWord)
  if (at < 0) return null
  while (at < 3) {
    const found = readReference(sentence, at, words, mayBeName)
    if (found) return found
    const token = sentence[at]
    if (!token) return null
    const isStarter =
      words.conjunctions.has(token.lower) || words.adverbs.has(token.lower) || token.text === ','
    if (!isStarter) return null
    at++
  }
  return null
}
