// Reads a mention of a person out of narration: a name, a description, a pronoun.
import type { CastWords } from './cast-words.ts'
import type { Gender } from './quotation.ts'
import type { Token } from './tokens.ts'

export type PersonReference =
  | { kind: 'name'; name: string; title: string | null; gender: Gender | null }
  /** `stable`: it means the same person throughout: `the old man`, `my mother`; not `his mother`. */
  | { kind: 'description'; name: string; gender: Gender | null; stable: boolean }
  | { kind: 'pronoun'; gender: Gender | null }
  | { kind: 'narrator' }
  /** Several, or nobody in particular. */
  | { kind: 'group' }

/** With the index of the first token behind it. */
export type ReadReference = { reference: PersonReference; end: number }

/** Whether a word that is written large may be a name where it stands. */
export type MayBeName = (token: Token) => boolean

const longestName = 5
const longestDescription = 6

/** What is mentioned at `at`, if anything is. */
export function readReference(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
  mayBeName: MayBeName,
): ReadReference | null {
  const token = tokens[at]
  if (!token?.isWord) return null
  const name = readName(tokens, skipEpithets(tokens, at, words, mayBeName), words, mayBeName)
  if (name) return withOwnerAndGroup(tokens, name, words, mayBeName)
  const pronoun = Object.hasOwn(words.pronouns, token.lower)
    ? words.pronouns[token.lower]
    : undefined
  if (pronoun !== undefined && !token.owns) return { reference: ofPronoun(pronoun), end: at + 1 }
  return readDescription(tokens, at, words)
}

function ofPronoun(pronoun: Gender | 'narrator' | 'group' | 'any'): PersonReference {
  if (pronoun === 'narrator' || pronoun === 'group') return { kind: pronoun }
  return { kind: 'pronoun', gender: pronoun === 'any' ? null : pronoun }
}

/** `poor Anna`, `the good Mr. Brook`: what stands before the name is none of it. */
function skipEpithets(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
  mayBeName: MayBeName,
): number {
  let end = at
  while (end - at < 3 && words.epithets.has(tokens[end]?.lower ?? '')) {
    const token = tokens[end]
    // `Old Tom` may be written like a name as a whole; `the` and `poor` never are.
    if (token?.isCapital && mayBeName(token)) break
    end++
  }
  const first = tokens[end]
  const isTitled = first !== undefined && isTitle(first, words)
  // `the Count` alone describes; `the Count Rudolf` and `poor Anna` name.
  const hasArticle = words.articles.has(tokens[at]?.lower ?? '')
  const isNoun = end - at === 1 || words.capitalNouns
  const isNamed = isTitled && (first.isCapital || (tokens[end + 1]?.isCapital ?? false))
  if (end > at && hasArticle && isNoun && !isNamed) return -1
  return end
}

const isTitle = (token: Token, words: CastWords): boolean =>
  Object.hasOwn(words.titles, token.lower) &&
  (token.isCapital || words.insideTags || words.dropsSubject)

/** A title with a name behind it, or a name. */
export function readName(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
  mayBeName: MayBeName,
): ReadReference | null {
  const first = tokens[at]
  if (at < 0 || !first?.isWord) return null
  let end = at
  let title: string | null = null
  let gender: Gender | null = null
  while (tokens[end] && isTitle(tokens[end] as Token, words) && !tokens[end]?.owns) {
    const token = tokens[end] as Token
    const next = tokens[end + 1]?.text === '.' ? end + 2 : end + 1
    const isLinked = words.nameLinks.has(tokens[next]?.lower ?? '') && tokens[next + 1]?.isCapital
    if (!(tokens[next]?.isCapital || isLinked) || sentenceEndsBefore(tokens, end + 1, next)) break
    title ??= token.lower
    gender ??= words.titles[token.lower] ?? null
    end = next
  }
  const parts: string[] = []
  let owns = false
  while (parts.length < longestName && !owns) {
    const token = tokens[end]
    if (!token?.isWord) break
    const isLink =
      (parts.length > 0 || title !== null) && words.nameLinks.has(token.lower) && !token.isCapital
    if (isLink && !tokens[end + 1]?.isCapital) break
    if (
      !isLink &&
      !(
        token.isCapital &&
        (title !== null && parts.length === 0 ? !isPlain(token, words) : mayBeName(token))
      )
    )
      break
    if (isLink && !mayBeName(tokens[end + 1] as Token)) break
    parts.push(spelled(token.text))
    owns = token.owns
    end++
    // Initials keep their stop.
    if (/^\p{Lu}$/u.test(token.text) && tokens[end]?.text === '.' && tokens[end + 1]?.isCapital) {
      parts[parts.length - 1] += '.'
      end++
    }
  }
  if (parts.length === 0) return null
  // `M.R.C.S.` is nobody.
  if (title === null && parts.every((part) => part.replace('.', '').length < 2)) return null
  const last = parts.at(-1)?.toLowerCase() ?? ''
  if (title === null && parts.length > 1 && words.placeWords.has(last)) return null
  const name = [...(title === null ? [] : [writtenTitle(title, words)]), ...parts].join(' ')
  return { reference: { kind: 'name', name, title, gender }, end }
}

/** Never a name, not even behind a title. */
const isPlain = ({ lower }: Token, words: CastWords): boolean =>
  words.conjunctions.has(lower) ||
  words.prepositions.has(lower) ||
  words.articles.has(lower) ||
  Object.hasOwn(words.pronouns, lower) ||
  Object.hasOwn(words.possessives, lower)

const sentenceEndsBefore = (tokens: readonly Token[], from: number, to: number): boolean =>
  tokens.slice(from, to + 1).some(({ isFirst }) => isFirst)

/** `TOMMY` is Tommy. */
const spelled = (text: string): string =>
  text.length > 2 && text === text.toUpperCase() && /^\p{L}+$/u.test(text)
    ? text.charAt(0) + text.slice(1).toLowerCase()
    : text

const shortTitles =
  /^(?:mr|mrs|ms|dr|prof|capt|col|gen|lt|rev|st|hr|fr|frl|m|mme|mlle|sr|sra|srta)$/

const writtenTitle = (title: string, words: CastWords): string => {
  const large = title.charAt(0).toUpperCase() + title.slice(1)
  const hasStop = shortTitles.test(title) && !(words.insideTags && /^m(?:me|lle)$/.test(title))
  return hasStop ? `${large}.` : large
}

/** `Anna’s brother` is another one, `Anna and Tom` are several. */
function withOwnerAndGroup(
  tokens: readonly Token[],
  name: ReadReference,
  words: CastWords,
  mayBeName: MayBeName,
): ReadReference {
  const { end } = name
  const owner = tokens[end - 1]
  if (owner?.owns && name.reference.kind === 'name') {
    const head = readHead(tokens, end, words)
    if (words.vagueNouns.has(head.text.toLowerCase())) return { ...name, end: head.end }
    const text = `${name.reference.name}’s ${head.text}`
    return {
      reference: { kind: 'description', name: text, gender: head.gender, stable: head.text !== '' },
      end: head.end,
    }
  }
  const joint = tokens[end]?.lower
  if (joint !== undefined && /^(?:and|und|et|y|e)$/.test(joint)) {
    const other =
      readName(tokens, end + 1, words, mayBeName) ?? readDescription(tokens, end + 1, words)
    if (other) return { reference: { kind: 'group' }, end: other.end }
  }
  return name
}

/** `the little old man`, `my mother`, `his wife`, `an elderly, thin gentleman`. */
function readDescription(
  tokens: readonly Token[],
  at: number,
  words: CastWords,
): ReadReference | null {
  const first = tokens[at]
  if (!first) return null
  const owner = Object.hasOwn(words.possessives, first.lower)
    ? words.possessives[first.lower]
    : null
  if (!words.articles.has(first.lower) && !owner) return null
  const head = readHead(tokens, at + 1, words)
  if (head.text === '') return null
  // `my brother’s wife`: one step further.
  if (tokens[head.end - 1]?.owns) {
    const owned = readHead(tokens, head.end, words)
    if (words.vagueNouns.has(owned.text.toLowerCase())) {
      const name = `${first.lower} ${head.text}`
      const { gender } = head
      return { reference: { kind: 'description', name, gender, stable: !owner }, end: owned.end }
    }
    if (owned.text !== '')
      return {
        reference: {
          kind: 'description',
          name: `${first.lower} ${head.text}’s ${owned.text}`,
          gender: owned.gender,
          stable: !owner || isKin(owner, tokens[head.end - 1]?.lower ?? '', words),
        },
        end: owned.end,
      }
  }
  if (words.vagueNouns.has(tokens[head.end - 1]?.lower ?? ''))
    return { reference: { kind: 'pronoun', gender: null }, end: head.end }
  const article = definite(first.lower)
  const name = article === 'l' ? `l’${head.text}` : `${article} ${head.text}`
  // `that gentleman` is somebody who was named just now.
  const noun = tokens[head.end - 1]?.lower ?? ''
  const isStable = owner ? isKin(owner, noun, words) : !/^(?:that|this|same)$/.test(first.lower)
  return {
    reference: { kind: 'description', name, gender: head.gender, stable: isStable },
    end: head.end,
  }
}

const isKin = (owner: 'narrator' | 'other', noun: string, words: CastWords): boolean =>
  owner === 'narrator' && words.kinNouns.has(noun)

/** `a stranger` is `the stranger` the next time. */
const definite = (article: string): string => (/^an?$/.test(article) ? 'the' : article)

type Head = { text: string; gender: Gender | null; end: number }

/** The words of a description up to its noun: no sign but a comma between adjectives, no preposition, no adverb. */
function readHead(tokens: readonly Token[], at: number, words: CastWords, adjectives = 0): Head {
  const parts: string[] = []
  let end = at
  let gender: Gender | null = null
  while (end - at < longestDescription) {
    const token = tokens[end]
    if (token?.text === ',' && parts.length > 0 && gender === null && tokens[end + 1]?.isWord) {
      if (adjectives > 2) break
      const rest = readHead(tokens, end + 1, words, adjectives + 1)
      if (rest.gender === null || tokens.slice(end + 1, rest.end).some(({ text }) => text === ','))
        break
      return { text: `${parts.join(' ')}, ${rest.text}`, gender: rest.gender, end: rest.end }
    }
    if (!token?.isWord || endsDescription(token, words)) break
    parts.push(token.text)
    end++
    if (words.nouns.he.has(token.lower)) gender = 'he'
    if (words.nouns.she.has(token.lower)) gender = 'she'
    if (token.owns) break
    // `the dying Indian sank`: what follows a name is its verb.
    if (!words.capitalNouns && token.isCapital && !tokens[end]?.isCapital) break
    if (gender !== null && !goesOn(tokens[end], words)) break
  }
  return { text: parts.join(' '), gender, end }
}

const endsDescription = (token: Token, words: CastWords): boolean =>
  words.prepositions.has(token.lower) ||
  words.conjunctions.has(token.lower) ||
  words.verbs.has(token.lower) ||
  words.auxiliaries.has(token.lower) ||
  words.articles.has(token.lower) ||
  words.adverbs.has(token.lower) ||
  Object.hasOwn(words.pronouns, token.lower) ||
  (words.softVerbs.has(token.lower) && !token.isCapital) ||
  (!words.capitalNouns &&
    words.adverbEnding !== null &&
    words.adverbEnding.test(token.lower) &&
    !words.notAdverbs.has(token.lower))

/** `the lady visitor`: another noun, if it is one that tells who. */
const goesOn = (token: Token | undefined, words: CastWords): boolean =>
  token !== undefined && (words.nouns.he.has(token.lower) || words.nouns.she.has(token.lower))
