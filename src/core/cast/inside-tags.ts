// French tells who speaks inside the marks: `« Oui, dit-il, je viens. »` is two quotations and a tag.
import type { CastWords } from './cast-words.ts'
import type { Span } from './find-quotations.ts'
import { tokenise, type Token } from './tokens.ts'

/** The span in parts, where a tag stands within it. */
export function splitAtTags(text: string, span: Span, words: CastWords): Span[] {
  const tokens = tokenise(text, span.innerFrom, span.innerTo, words)
  const tag = findTag(tokens, words)
  if (!tag) return [span]
  const told = tokens[tag.from] as Token
  const behind = tokens[tag.to]
  const end = text.slice(0, told.from).trimEnd().length
  const first = { ...span, to: end, innerTo: end, goesOn: false }
  if (!behind) return [first]
  const rest = text.slice(behind.from, span.innerTo)
  const from = behind.from + (/^[.,;:!?…]+\s*/.exec(rest)?.[0].length ?? 0)
  if (!/[\p{L}\p{N}]/u.test(text.slice(from, span.innerTo)) || isTold(tokens[tag.to + 1], behind))
    return [first]
  return [first, ...splitAtTags(text, { ...span, from, innerFrom: from }, words)]
}

/** Behind a full stop, what begins with the person goes on telling: `dit-il. Il se leva.` */
const isTold = (next: Token | undefined, stop: Token): boolean =>
  stop.text === '.' && next !== undefined && /^(?:il|elle)$/.test(next.lower)

/** From the verb to the sign behind it; the verb follows a sign and has its subject behind it. */
function findTag(tokens: readonly Token[], words: CastWords): { from: number; to: number } | null {
  for (let at = 1; at < tokens.length; at++) {
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
