// Counts the names of a chapter, and what tells whether a woman or a man bears them.
import type { CastWords } from './cast-words.ts'
import { recordOf, type NameBook } from './cast-state.ts'
import { readName, type MayBeName } from './person-reference.ts'
import type { ReadParagraph } from './read-paragraph.ts'
import { tokenise, type Token } from './tokens.ts'

/** So many words behind a name a pronoun may still mean it. */
const reach = 14

type Rules = { words: CastWords; mayBeName: MayBeName }

/** Of one paragraph. */
export function countNames(
  book: NameBook,
  text: string,
  { speeches, told }: ReadParagraph,
  rules: Rules,
): void {
  for (const tokens of told) countIn(book, tokens, rules, true)
  for (const { span, addressed } of speeches) {
    const { innerFrom, innerTo } = span
    countIn(book, tokenise(text, innerFrom, innerTo, rules.words), rules, false)
    for (const reference of addressed)
      if (reference.kind === 'name' && book.has(reference.name))
        recordOf(book, reference).isPerson = true
  }
}

function countIn(book: NameBook, tokens: readonly Token[], rules: Rules, isTold: boolean): void {
  const { words, mayBeName } = rules
  for (let at = 0; at < tokens.length; at++) {
    const found = readName(tokens, at, words, mayBeName)
    if (found?.reference.kind !== 'name') continue
    const { name, title, gender } = found.reference
    // What only begins a sentence of speech is no name yet.
    const isSure = isTold || title !== null || !tokens[at]?.isFirst
    if (!isSure && !book.has(name)) continue
    const record = recordOf(book, { name, kind: 'name', title, gender })
    record.mentions++
    if (isTold) record.told++
    if (isTold && !countSigns(record, tokens, found.end, rules) && tokens[at]?.isFirst)
      countNextSentence(record, tokens, found.end, rules)
    at = found.end - 1
  }
}

/** `Anna rose. She went out.`: what a sentence begins with is what the one before was about. */
function countNextSentence(
  record: { he: number; she: number },
  tokens: readonly Token[],
  from: number,
  { words, mayBeName }: Rules,
): void {
  for (let at = from; at < tokens.length; at++) {
    const token = tokens[at]
    if (token?.isFirst) {
      const pronoun = Object.hasOwn(words.pronouns, token.lower)
        ? words.pronouns[token.lower]
        : null
      if (pronoun === 'he' || pronoun === 'she') record[pronoun]++
      return
    }
    if (token?.isCapital && mayBeName(token)) return
  }
}

/** Whether anything in its sentence tells of its bearer. */
function countSigns(
  record: { he: number; she: number },
  tokens: readonly Token[],
  from: number,
  { words, mayBeName }: Rules,
): boolean {
  for (let at = from; at < Math.min(tokens.length, from + reach); at++) {
    const token = tokens[at]
    if (!token || token.isFirst || (token.isCapital && mayBeName(token))) return false
    if (words.nouns.he.has(token.lower) || words.nouns.she.has(token.lower)) return false
    const sign = Object.hasOwn(words.genderSigns, token.lower)
      ? words.genderSigns[token.lower]
      : undefined
    if (sign === undefined) continue
    // `told her` is another person; `herself` and `her hand` behind the verb are the subject’s.
    const isSubject = /^(?:himself|herself)$/.test(token.lower)
    record[sign] += isSubject ? 3 : 1
    return true
  }
  return false
}
