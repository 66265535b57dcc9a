// The turns of a chapter: which quotations are one person's, and what stands beside them.
import { subjectOf } from './beat.ts'
import { readReference, type PersonReference } from './person-reference.ts'
import type { ReadingRules, ReadParagraph, Speech } from './read-paragraph.ts'
import { tagBefore, type SpeechTag } from './speech-tag.ts'
import { sentencesOf, type Token } from './tokens.ts'

export type Turn = {
  /** Paragraph and speech, in order. */
  speeches: { paragraph: number; speech: Speech }[]
  /** The surest tag of all its quotations. */
  tag: PersonReference | null
  hasTag: boolean
  beat: PersonReference | null
  addressed: PersonReference[]
  /** Who does something in the short paragraph of narration before it. */
  lead: PersonReference | null
  /** Paragraphs of narration between it and the turn before, and how many letters they have. */
  gap: number
  gapLength: number
  /** Those named in narration around it, in order. */
  named: PersonReference[]
}

/** Turns with more paragraphs of narration between them are two conversations. */
export const longestGap = 3
/** A paragraph between turns of a conversation that is no scene of its own. */
const shortParagraph = 160

export function gatherTurns(
  paragraphs: readonly { text: string; isBreak: boolean; read: ReadParagraph }[],
  rules: ReadingRules,
): Turn[] {
  const turns: Turn[] = []
  let gap = 0
  let gapLength = 0
  let lead: PersonReference | null = null
  let named: PersonReference[] = []
  let goesOn = false
  let leadTag: SpeechTag | null = null
  for (const [paragraph, { text, isBreak, read }] of paragraphs.entries()) {
    if (read.speeches.length === 0) {
      const tokens = read.told[0] ?? []
      named.push(...namedIn(tokens, rules))
      if (text.trim() !== '') gap++
      if (isBreak) gap += longestGap + 1
      gapLength += text.length
      lead = text.length <= shortParagraph ? leadOf(tokens, rules) : null
      leadTag = /[:,]\s*$/.test(text) ? tagBefore(tokens, rules.words, rules.judge) : null
      goesOn = false
      continue
    }
    let turn: Turn | null = goesOn ? (turns.at(-1) ?? null) : null
    for (const [index, speech] of read.speeches.entries()) {
      // `Anna said:` may be a paragraph of its own.
      if (index === 0 && leadTag && isFirst(read)) speech.tag ??= leadTag
      leadTag = null
      const around = namedIn(read.told[index] ?? [], rules)
      // Two quotations with nothing between them are two persons’.
      const isDirect = index > 0 && read.told[index]?.length === 0
      if (!turn || isDirect || (index > 0 && isAnother(turn, speech))) {
        turn = { ...emptyTurn(), lead, gap, gapLength, named: [...named, ...around] }
        turns.push(turn)
        lead = null
        gap = 0
        gapLength = 0
        named = []
      } else turn.named.push(...around)
      addSpeech(turn, paragraph, speech)
    }
    turn?.named.push(...namedIn(read.told.at(-1) ?? [], rules))
    goesOn = read.speeches.at(-1)?.span.goesOn ?? false
  }
  return turns
}

const isFirst = ({ told }: ReadParagraph): boolean => told[0]?.length === 0

const emptyTurn = (): Turn => ({
  speeches: [],
  tag: null,
  hasTag: false,
  beat: null,
  addressed: [],
  lead: null,
  gap: 0,
  gapLength: 0,
  named: [],
})

function addSpeech(turn: Turn, paragraph: number, speech: Speech): void {
  turn.speeches.push({ paragraph, speech })
  turn.hasTag ||= speech.tag !== null
  const reference = speech.tag?.reference ?? null
  if (rank(reference) > rank(turn.tag)) turn.tag = reference
  turn.beat ??= speech.beat
  turn.addressed.push(...speech.addressed)
  if (speech.tag?.to) turn.addressed.push(speech.tag.to)
}

const rank = (reference: PersonReference | null): number => {
  if (!reference) return 0
  const ranks = { name: 4, narrator: 4, description: 3, pronoun: 2, group: 1 } as const
  return ranks[reference.kind]
}

/** A second tag that means somebody else begins a turn within the paragraph. */
function isAnother(turn: Turn, { tag, sharesTag }: Speech): boolean {
  if (sharesTag || !tag?.reference || !turn.tag) return false
  const [a, b] = [turn.tag, tag.reference]
  if (a.kind === 'narrator' || b.kind === 'narrator') return a.kind !== b.kind
  if (a.kind === 'group' || b.kind === 'group') return true
  const genders = [genderOf(a), genderOf(b)]
  if (genders[0] !== null && genders[1] !== null && genders[0] !== genders[1]) return true
  if (a.kind === 'pronoun' || b.kind === 'pronoun') return false
  if (a.kind === 'name' && b.kind === 'name') {
    const words = a.name.split(' ')
    return !b.name.split(' ').some((word) => words.includes(word))
  }
  // `said Anna … cried the ferryman`: as a rule two.
  return a.name !== b.name
}

const genderOf = (reference: PersonReference) => ('gender' in reference ? reference.gender : null)

const leadOf = (tokens: readonly Token[], { words, mayBeName }: ReadingRules) =>
  subjectOf(sentencesOf(tokens).at(-1) ?? [], words, mayBeName) ??
  subjectOf(sentencesOf(tokens)[0] ?? [], words, mayBeName)

/** Names, and the one who tells. */
function namedIn(tokens: readonly Token[], { words, mayBeName }: ReadingRules): PersonReference[] {
  const found: PersonReference[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const isNarrator =
      Object.hasOwn(words.pronouns, token.lower) && words.pronouns[token.lower] === 'narrator'
    const isDescribed = words.articles.has(token.lower) || token.lower in words.possessives
    if (!token.isCapital && !isNarrator && !isDescribed) continue
    const read = readReference(tokens, at, words, mayBeName)
    if (!read) continue
    const { kind } = read.reference
    if (kind === 'name' || kind === 'narrator' || kind === 'description') found.push(read.reference)
    if (kind === 'name') at = read.end - 1
  }
  return found
}
