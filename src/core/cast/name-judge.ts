// Which words written large are names: learned from how a chapter writes them elsewhere.
import type { CastWords } from './cast-words.ts'
import type { MayBeName } from './person-reference.ts'

const small = /(?<![\p{L}'’-])\p{Ll}[\p{L}\p{M}'’-]*/gu
const large = /(?<![\p{L}'’-])\p{Lu}[\p{L}\p{M}'’-]*/gu
const largeInside = /(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}\p{M}'’-]*/gu

/**
 * At a sentence's beginning every word is large: it is a name there if the chapter also writes it large
 * inside a sentence, or never small and more than once. Where all nouns are large, one that ever has an article is none.
 */
export function createNameJudge(texts: readonly string[], words: CastWords): MayBeName {
  const lower = new Set<string>()
  const inside = new Set<string>()
  const seen = new Map<string, number>()
  const withArticle = new Set<string>()
  for (const text of texts) {
    for (const [found] of text.matchAll(small)) lower.add(bare(found))
    for (const [found] of text.matchAll(largeInside)) inside.add(bare(found))
    for (const [found] of text.matchAll(large)) seen.set(bare(found), (seen.get(bare(found)) ?? 0) + 1)
    if (words.capitalNouns)
      for (const [, , found] of text.matchAll(germanNoun)) if (found) withArticle.add(bare(found))
  }
  return ({ text, lower: word, isCapital, isFirst, isWord }) => {
    if (!isWord || !isCapital || words.notNames.has(word)) return false
    if (text.length === 1) return text !== 'I' && text !== 'O'
    if (words.capitalNouns && withArticle.has(word)) return false
    if (Object.hasOwn(words.pronouns, word) || Object.hasOwn(words.possessives, word)) return false
    if (words.verbs.has(word) && !inside.has(word)) return false
    return !isFirst || inside.has(word) || (!lower.has(word) && (seen.get(word) ?? 0) > 1)
  }
}

const germanNoun =
  /(?<!\p{L})(der|die|das|den|dem|des|im|am|zum|zur|vom|beim|ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|[mds]ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|dies(?:e[nmrs]?))\s+(\p{Lu}[\p{L}-]*)/giu

const bare = (found: string): string => found.toLowerCase().replaceAll('’', "'").replace(/'s$/, '')
