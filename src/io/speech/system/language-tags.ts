// What systems call languages (`en_US`, `en-gb-scotland`, `en-us-nyc`) as BCP 47 tags.

/** Canonical tags, each once, and at last the plain language; what is no tag loses its end, or all. */
export function languageTags(words: readonly string[]): string[] {
  const tags = words.flatMap((word) => canonical(word.replaceAll('_', '-').split('-')))
  const plain = tags.slice(0, 1).map((tag) => new Intl.Locale(tag).language)
  return [...new Set([...tags, ...plain])]
}

function canonical(subtags: readonly string[]): string[] {
  try {
    return Intl.getCanonicalLocales(subtags.join('-'))
  } catch {
    return subtags.length > 1 ? canonical(subtags.slice(0, -1)) : []
  }
}
