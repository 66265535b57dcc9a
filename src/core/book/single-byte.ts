// Windows-1252 or Mac Roman: both give letters for every byte, only one gives words.

/** What no text in Latin letters has: a capital inside a word, a sign between two letters. */
const oddities =
  /\p{Ll}[^\P{Lu}A-Z]|[^\P{L}\x00-\x7f]\p{Lu}(?=\p{Ll})|\p{L}[^\P{S}\x00-\x7f]\p{L}|\p{L}[§¶†‡•¿¡«»“„](?=\p{Ll})|(?:^|[\s—–-])[’”»](?=\p{L})/gmu

const count = (text: string): number => text.match(oddities)?.length ?? 0

/** The better of the two labels for a sample. */
export function westernEncoding(sample: Uint8Array, guessed: string): string {
  const others = ['windows-1252', 'macintosh']
  if (!others.includes(guessed)) return guessed
  const scored = others.map((label) => ({
    label,
    oddities: count(new TextDecoder(label).decode(sample)) + (label === guessed ? 0 : 0.5),
  }))
  scored.sort((a, b) => a.oddities - b.oddities)
  return scored[0]?.label ?? guessed
}
