// Who speaks in a chapter, found without any model: by quotation marks, speech verbs and turns.
import type { EvidenceKind } from '../../contract/index.ts'
import { attributeTurns, type Attribution } from './attribute-turns.ts'
import { narratorName, openNames, type CastState } from './cast-state.ts'
import { countNames } from './count-names.ts'
import { gatherTurns, type Turn } from './gather-turns.ts'
import { createNameJudge } from './name-judge.ts'
import type { PersonReference } from './person-reference.ts'
import type { Quotation } from './quotation.ts'
import { quotationStyle } from './quotation-style.ts'
import { readParagraph, type Speech } from './read-paragraph.ts'
import { wordsOfLanguage } from './words-of-language.ts'

export type CastParagraph = {
  /** Plain display text. */
  text: string
  /** A heading or scene break: who speaks behind it takes no turns with who spoke before. */
  isBreak?: boolean
}

export type CastOfChapter = {
  /** In reading order. */
  quotations: Quotation[]
  /** For the next chapter, and for `charactersOf`. */
  state: CastState
}

/**
 * The quotations of one chapter and their speakers. `paragraphs` come in reading order, each as it is shown;
 * `state` is that of the chapter before, `noNames` at the first. Pure: equal arguments, equal answers. Needs
 * memory for one chapter and for the names of the book so far; fails never, finds nothing in a text without
 * quotation marks. `language` is BCP 47: English, German, French and Spanish have tables.
 */
export function castChapter(
  paragraphs: readonly CastParagraph[],
  language: string,
  state: CastState,
): CastOfChapter {
  const words = wordsOfLanguage(language)
  const texts = paragraphs.map(({ text }) => text)
  const judge = createNameJudge(texts, words)
  const style = quotationStyle(texts, language)
  const rules = { words, style, judge, mayBeName: judge.anywhere }
  const book = openNames(state)
  const read = paragraphs.map(({ text, isBreak }, index) => ({
    text,
    isBreak: isBreak ?? false,
    read: readParagraph(text, texts[index + 1] ?? '', rules),
  }))
  for (const paragraph of read) countNames(book, paragraph.text, paragraph.read, rules)
  const turns = gatherTurns(read, rules)
  const attributions = attributeTurns(turns, book, words)
  const quotations = turns.flatMap((turn, index) =>
    quotationsOf(turn, attributions[index] ?? { speaker: null, confidence: 0, isBeat: false }),
  )
  for (const { speaker } of quotations) {
    const record = speaker === null ? undefined : book.get(speaker)
    if (record) record.quotations++
  }
  return { quotations, state: { names: [...book.values()] } }
}

function quotationsOf(turn: Turn, attribution: Attribution): Quotation[] {
  let isTold = false
  return turn.speeches.map(({ paragraph, speech }, index) => {
    const kind = kindOf(turn, speech, { index, isTold, isBeat: attribution.isBeat })
    isTold = speech.tag !== null
    const { from, to } = speech.span
    const { speaker, confidence } = attribution
    if (speaker === null) return { paragraph, from, to, speaker, kind: 'unknown', confidence: 0 }
    const own = ownName(speech.tag?.reference ?? null) ?? ownName(turn.tag) ?? speaker
    return {
      paragraph,
      from,
      to,
      speaker: own,
      kind,
      confidence: rounded(confidence * trust[kind]),
    }
  })
}

const rounded = (share: number): number => Math.round(share * 1000) / 1000

/**
 * How far evidence of each kind is to be believed when nothing else is doubtful: after the corpus’s novels,
 * but for `continued` and `beat`, which lean on paragraphs that the corpus does not have.
 */
const trust: Readonly<Record<EvidenceKind, number>> = {
  'speech-verb': 0.99,
  'speech-verb-narrator': 0.99,
  'speech-verb-noun': 0.9,
  'speech-verb-pronoun': 0.95,
  continued: 0.95,
  beat: 0.85,
  turn: 0.9,
  unknown: 0,
}

const ownName = (reference: PersonReference | null): string | null => {
  if (reference?.kind === 'narrator') return narratorName
  if (reference?.kind === 'name') return reference.name
  return reference?.kind === 'description' && reference.stable ? reference.name : null
}

type Place = { index: number; isTold: boolean; isBeat: boolean }

function kindOf(turn: Turn, speech: Speech, { index, isTold, isBeat }: Place): EvidenceKind {
  if (speech.tag || (speech.sharesTag && isTold))
    return kindOfTag(speech.tag?.reference ?? turn.tag)
  if (turn.hasTag) return 'continued'
  if (index > 0 && !speech.beat) return 'continued'
  return isBeat ? 'beat' : 'turn'
}

function kindOfTag(reference: PersonReference | null): EvidenceKind {
  switch (reference?.kind) {
    case 'name':
      return 'speech-verb'
    case 'narrator':
      return 'speech-verb-narrator'
    case 'description':
      return reference.stable ? 'speech-verb-noun' : 'speech-verb-pronoun'
    default:
      return 'speech-verb-pronoun'
  }
}
