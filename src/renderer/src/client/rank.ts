// The only importer of uFuzzy: what fits a search, best first.
import UFuzzy from '@leeoniya/ufuzzy'

/** Letters of every script; letters of a word may be left out, words may stand in any order. */
const fuzzy = new UFuzzy({
  unicode: true,
  interSplit: "[^\\p{L}\\d']+",
  intraSplit: '\\p{Ll}\\p{Lu}',
  intraBound: '\\p{L}\\d|\\d\\p{L}|\\p{Ll}\\p{Lu}',
  intraChars: "[\\p{L}\\d']",
  intraContr: "'\\p{L}{1,2}\\b",
  intraIns: 2,
})

/** More than so many words are not turned about: each more is a multiple of the work. */
const mostTurned = 4

const plain = (text: string): string => UFuzzy.latinize(text)

/** The things whose text fits, best first. All of them, in their order, when nothing is searched. */
export function rank<T>(things: readonly T[], search: string, textOf: (thing: T) => string): T[] {
  if (search.trim() === '') return [...things]
  const texts = things.map((thing) => plain(textOf(thing)))
  const [found, , order] = fuzzy.search(texts, plain(search), mostTurned)
  if (found === null) return []
  const places = order === null ? found : order.map((at) => found[at] ?? -1)
  return places.flatMap((at) => {
    const thing = things[at]
    return thing === undefined ? [] : [thing]
  })
}
