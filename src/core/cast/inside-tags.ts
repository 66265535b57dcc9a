// French tells who speaks inside the marks: `« Oui, dit-il, je viens. »` is two quotations and a tag.
import type { CastWords } from './cast-words.ts'
import type { Span } from './find-quotations.ts'
import { tokenise, type Token } from './tokens.ts'

/** The span in parts, where tags stand within it. */
export function splitAtTags(text: string, span: Span, words: CastWords): Span[] {
  const tokens = tokenise(text, span.innerFrom, span.innerTo, words)
  const spans: Span[] = []
  let rest = span
  for (let tag = findTag(tokens, 1, words); tag; tag = findTag(tokens, tag.to + 1, words)) {
    const told = tokens[tag.from] as Token
    const behind = tokens[tag.to]
    const end = rest.from + text.slice(rest.from, told.from).trimEnd().length
    spans.push({ ...rest, to: end, innerTo: end, goesOn: false })
    if (!behind || isTold(tokens.slice(tag.to + 1, tag.to + 3), behind)) return spans
    let at = tag.to + 1
    while (at < tokens.length && !tokens[at]?.isWord) at++
    const next = tokens[at]
    if (!next) return spans
    rest = { ...span, from: next.from, innerFrom: next.from }
  }
  return [...spans, rest]
}

/** Behind a full stop, what begins with the person goes on telling: `dit-il. Il se leva.`; not `Il pleut.` */
const isTold = ([next, verb]: readonly Token[], stop: Token): boolean =>
  stop.text === '.' &&
  next !== undefined &&
  /^(?:il|elle)$/.test(next.lower) &&
  !/^(?:est|fait|faut|pleut|y|n|va|a|reste|vaut|semble|paraît)$/.test(verb?.lower ?? '')

/** From the verb to the sign behind it; the verb follows a sign and has its subject behind it. */
function findTag(
  tokens: readonly Token[],
  begin: number,
  words: CastWords,
): { from: number; to: number } | null {
  for (let at = begin; at < tokens.length; at++) {
    const token = tokens[at] as Token
    const from = /^(?:s|se|me|lui|leur|m)$/.test(token.lower) ? at + 1 : at
    const verb = tokens[from]
    const before = tokens[at - 1] as Token
    if (!verb || token.isCapital || !/^[,!?…—–]$/.test(before.text)) continue
    if (!words.verbs.has(verb.lower) && !words.softVerbs.has(verb.lower)) continue
    if (!hasSubject(tokens, from + 1, words)) continue
    let to = from + 1
    while (to < tokens.length && !isEnd(tokens, to, words)) to++
    return { from: at, to }
  }
  return null
}

const hasSubject = (tokens: readonly Token[], at: number, words: CastWords): boolean => {
  const token = tokens[at]
  if (!token?.isWord) return false
  const isPronoun = Object.hasOwn(words.pronouns, token.lower)
  const isNoun = words.articles.has(token.lower) || Object.hasOwn(words.possessives, token.lower)
  return isPronoun || isNoun || token.isCapital || Object.hasOwn(words.titles, token.lower)
}

function isEnd(tokens: readonly Token[], at: number, words: CastWords): boolean {
  const { text } = tokens[at] as Token
  if (!/^[,.;:!?…»]$/.test(text)) return false
  return !(text === '.' && Object.hasOwn(words.titles, tokens[at - 1]?.lower ?? ''))
}
