// A paragraph as speech and narration: its quotations, what is told between them, and who is named there.
import { beatBefore, beatBehind } from './beat.ts'
import type { CastWords } from './cast-words.ts'
import { dashDialogue } from './dash-dialogue.ts'
import { findQuotations, type Span } from './find-quotations.ts'
import { splitAtTags } from './inside-tags.ts'
import type { NameJudge } from './name-judge.ts'
import { readName, type MayBeName, type PersonReference } from './person-reference.ts'
import type { QuotationStyle } from './quotation-style.ts'
import { tagBefore, tagBehind, type SpeechTag } from './speech-tag.ts'
import { sentencesOf, tokenise, type Token } from './tokens.ts'

export type Speech = {
  span: Span
  tag: SpeechTag | null
  /** It shares the tag of the quotation before it: `“Yes,” said Anna, “but …”`. */
  sharesTag: boolean
  beat: PersonReference | null
  addressed: PersonReference[]
}

export type ReadParagraph = {
  speeches: Speech[]
  /** All that is told, piece by piece: one before each quotation, one behind the last. */
  told: Token[][]
}

export type ReadingRules = {
  words: CastWords
  style: QuotationStyle
  judge: NameJudge
  mayBeName: MayBeName
}

/** `next` is the text of the paragraph behind it. */
export function readParagraph(text: string, next: string, rules: ReadingRules): ReadParagraph {
  const { words, style, judge, mayBeName } = rules
  const marked = (words.dashOpens ? dashDialogue(text) : null) ?? findQuotations(text, next, style)
  const found = words.insideTags ? marked.flatMap((span) => splitAtTags(text, span, words)) : marked
  const evidence = found.map((span, index): Speech => {
    const behind = tokenise(text, span.to, found[index + 1]?.from ?? text.length, words)
    const before = tokenise(text, found[index - 1]?.to ?? 0, span.from, words)
    const tag = tagBehind(behind, closingSign(text, span), words, judge)
    const lead = isNamed(text, span, before) ? null : tagBefore(before, words, judge)
    const beat =
      beatBefore(before, words, mayBeName) ??
      (closingSign(text, span) === ',' ? null : beatBehind(behind, words, mayBeName))
    const addressed = addressedIn(tokenise(text, span.innerFrom, span.innerTo, words), rules)
    // `… exclaiming: “Oh!” Anna said, …`: the new sentence is of what follows.
    const own =
      lead && closingSign(text, span) !== ',' && behind[0]?.isCapital ? lead : (tag ?? lead)
    return { span, tag: own, sharesTag: false, beat, addressed }
  })
  for (const [index, speech] of evidence.entries()) {
    const before = evidence[index - 1]
    if (!before || !isOneSentence(tokenise(text, before.span.to, speech.span.from, words))) continue
    speech.sharesTag = speech.tag === null ? before.tag !== null : isOwnedBy(before, speech)
  }
  const speeches = evidence.filter((speech) => isSpeech(text, speech))
  const ends = [0, ...speeches.map(({ span }) => span.to)]
  const told = ends.map((at, index) =>
    tokenise(text, at, speeches[index]?.span.from ?? text.length, words),
  )
  return { speeches, told }
}

/** The middle tag was found from both sides, or only from the first. */
const isOwnedBy = (before: Speech, speech: Speech): boolean =>
  before.tag !== null &&
  JSON.stringify(before.tag.reference) === JSON.stringify(speech.tag?.reference)

/** `,” said Anna, “`: nothing ends between the two quotations. */
function isOneSentence(between: readonly Token[]): boolean {
  const last = between.at(-1)
  return (
    last !== undefined &&
    (last.isWord || /^[,;:—–―-]$/.test(last.text)) &&
    sentencesOf(between).length === 1
  )
}

function closingSign(text: string, { innerFrom, innerTo }: Span): string {
  const inner = text.slice(innerFrom, innerTo).replace(/[\s_*’”"')\]]+$/u, '')
  return inner.at(-1) ?? ''
}

/** Words that are named, doubted or titles stand inside a sentence, are few and end without a sign. */
const mostNamedWords = 6
/** So many letters beside a quotation tell what it is. */
const nearby = 40

function isSpeech(text: string, { span, tag, sharesTag }: Speech): boolean {
  if (tag || sharesTag || span.goesOn) return true
  const before = text.slice(Math.max(0, span.from - nearby), span.from).trimEnd()
  const inner = text.slice(span.innerFrom, span.innerTo).trim()
  if (inner.split(/\s+/).length > mostNamedWords * 2) return true
  const after = text.slice(span.to, span.to + nearby).trimStart()
  const isInside = /[\p{L}\p{N}]$/u.test(before) || /^\p{Ll}/u.test(after)
  const hasSign = /[.,;!?…—–-]["'’”]?$/u.test(inner)
  if (before === '' && (hasSign || after === '')) return true
  if (/^\p{Ll}/u.test(inner) && !hasSign) return false
  if (/[:.!?…—–”’"»]$/u.test(before)) return hasSign || inner.split(/\s+/).length > mostNamedWords
  if (before.endsWith(',')) return hasSign && /^\P{Ll}/u.test(inner)
  return !isInside || (/[!?…;—–-]$/u.test(inner) && /^[\p{Lu}¿¡]/u.test(inner))
}

/** `was called “the house”`: no sign before it, and small within. */
const isNamed = (text: string, { innerFrom }: Span, before: readonly Token[]): boolean =>
  (before.at(-1)?.isWord ?? false) && /^\p{Ll}/u.test(text.slice(innerFrom))

/** Names between commas or at an end: `Come, Anna.`, `Anna! Come.` */
function addressedIn(
  tokens: readonly Token[],
  { words, mayBeName }: ReadingRules,
): PersonReference[] {
  const found: PersonReference[] = []
  for (let at = 0; at < tokens.length; at++) {
    const name = readName(tokens, at, words, mayBeName)
    if (!name) continue
    let from = at - 1
    while (
      from >= 0 &&
      /^(?:dear|my|old|mon|ma|cher|chère|mein|meine|lieber|liebe|mi|querido|querida)$/.test(
        tokens[from]?.lower ?? '',
      )
    )
      from--
    const before = tokens[from]
    const behind = tokens[name.end]
    const isCalling = name.end === at + 1 && Object.hasOwn(words.titles, tokens[at]?.lower ?? '')
    const opens =
      before === undefined || /^(?:[,!?.;—–]|oh|o|ah|no|yes|well|but|and)$/.test(before.lower)
    const closes = behind === undefined || /^[,!?.;—–]$/.test(behind.text)
    // `Yes, Doctor.` may be anybody.
    if (
      !isCalling &&
      opens &&
      closes &&
      !(before === undefined && behind?.text === '.') &&
      !tokens[name.end - 1]?.owns
    )
      found.push(name.reference)
    at = name.end - 1
  }
  return found
}
