// A listener that errs: on words here and there, on names often, each time otherwise.

export type Mishearing = {
  /** Part of the words that are heard wrongly. */
  words: number
  /** Part of the names. */
  names: number
}

const vowels = 'aeiou'

/** Another word that is written alike: one letter is another, or is gone, or stands twice. */
function alike(word: string, random: () => number): string {
  const at = Math.floor(random() * word.length)
  const letter = word[at] ?? 'a'
  const other = vowels[Math.floor(random() * vowels.length)] ?? 'a'
  const way = random()
  if (way < 0.5) return word.slice(0, at) + (letter === other ? 'y' : other) + word.slice(at + 1)
  if (way < 0.75 && word.length > 2) return word.slice(0, at) + word.slice(at + 1)
  return word.slice(0, at) + letter + letter + word.slice(at + 1)
}

const fillers = ['uh', 'the', 'and', 'so', 'well', 'oh']

/** Of the errors three in five are words alike, one in five is a word lost, one in five one too many. */
export function mishear(text: string, share: Mishearing, random: () => number): string {
  const words = text.split(/\s+/).filter((word) => word !== '')
  const heard = words.flatMap((word, index) => {
    const isName = index > 0 && /^\p{Lu}/u.test(word) && !/[.!?]$/.test(words[index - 1] ?? '')
    if (random() >= (isName ? share.names : share.words)) return [word]
    const kind = random()
    if (isName || kind < 0.6) return [alike(word, random)]
    return kind < 0.8 ? [] : [word, fillers[Math.floor(random() * fillers.length)] ?? 'uh']
  })
  // Nor are signs and capitals the listener's strength.
  return heard.join(' ').replace(/[,;:“”"]/g, '')
}
