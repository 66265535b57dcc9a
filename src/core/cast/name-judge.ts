// Which words written large are names: learned from how a chapter writes them elsewhere.
import type { CastWords } from './cast-words.ts'
import type { MayBeName } from './person-reference.ts'

/** A noun has an article before it at least once in so many places. */
const oftenAmong = 6

const small = /(?<![\p{L}'’-])\p{Ll}[\p{L}\p{M}'’-]*/gu
const large = /(?<![\p{L}'’-])\p{Lu}[\p{L}\p{M}'’-]*/gu
const largeInside = /(?<=[\p{Ll},;]\s)\p{Lu}[\p{L}\p{M}'’-]*/gu

export type NameJudge = {
  anywhere: MayBeName
  /** Less strict: the subject of a verb of speech is a person. */
  besideVerb: MayBeName
}

/**
 * At a sentence's beginning every word is large: it is a name there if the chapter also writes it large
 * inside a sentence, or never small and more than once. Where all nouns are large, one that often has an article is none.
 */
export function createNameJudge(texts: readonly string[], words: CastWords): NameJudge {
  const lower = new Set<string>()
  const inside = new Set<string>()
  const seen = new Map<string, number>()
  const withArticle = new Map<string, number>()
  for (const text of texts) {
    for (const [found] of text.matchAll(small)) lower.add(bare(found))
    for (const [found] of text.matchAll(largeInside)) inside.add(bare(found))
    for (const [found] of text.matchAll(large))
      seen.set(bare(found), (seen.get(bare(found)) ?? 0) + 1)
    if (words.capitalNouns)
      for (const [, found] of text.matchAll(nounWithArticle)) {
        const noun = bare(found ?? '')
        withArticle.set(noun, (withArticle.get(noun) ?? 0) + 1)
      }
  }
  const judge =
    (isBesideVerb: boolean): MayBeName =>
    ({ text, lower: word, isCapital, isFirst, isWord }) => {
      if (!isWord || !isCapital || words.notNames.has(word)) return false
      if (text.length === 1) return text !== 'I' && text !== 'O'
      if ((withArticle.get(word) ?? 0) * oftenAmong > (seen.get(word) ?? 0)) return false
      if (Object.hasOwn(words.pronouns, word) || Object.hasOwn(words.possessives, word))
        return false
      if (words.verbs.has(word) && !inside.has(word)) return false
      if (isFirst && words.adverbEnding?.test(word)) return inside.has(word)
      return (
        !isFirst ||
        inside.has(word) ||
        (!lower.has(word) && (isBesideVerb || (seen.get(word) ?? 0) > 1))
      )
    }
  return { anywhere: judge(false), besideVerb: judge(true) }
}

/** German: `der Fischer`, `ein sehr alter Fischer`. */
const nounWithArticle =
  /(?<!\p{L})(?:[dD]er|[dD]ie|das|den|dem|des|im|am|zum|zur|vom|beim|ein(?:e[nmrs]?)?|kein(?:e[nmrs]?)?|[mds]ein(?:e[nmrs]?)?|ihr(?:e[nmrs]?)?|dies(?:e[nmrs]?))\s+(?:\p{Ll}+\s+){0,2}(\p{Lu}[\p{L}-]*)/gu

const bare = (found: string): string => found.toLowerCase().replaceAll('’', "'").replace(/'s$/, '')
