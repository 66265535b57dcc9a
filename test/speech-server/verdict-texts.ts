// A written book for each profile: paragraphs of every length, and none that another book has.

const beginnings = ['By noon', 'Late that evening', 'After the storm', 'Before breakfast', 'In May']
const people = [
  'the keeper',
  'her old teacher',
  'a tall stranger',
  'the younger sister',
  'the cook',
]
const deeds = ['carried', 'forgot', 'found', 'painted', 'hid', 'counted', 'washed', 'sold']
const things = ['the brass lamp', 'seven grey blankets', 'a broken compass', 'the harbour keys']
const places = [
  'behind the mill',
  'under the wide stairs',
  'at the edge of the wood',
  'on the quay',
]
const ends = [
  'and nobody asked why',
  'because the rain had not yet stopped',
  'while the dogs slept by the fire and the kettle began to sing',
  'although the letter had said something quite different about the matter',
]

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 97) >>> 0
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** `book` is the seed. The paragraphs take turns at one to three sentences. */
export function paragraphsOf(book: number, count: number): string[] {
  const random = seeded(book)
  const one = (words: readonly string[]) => words[Math.floor(random() * words.length)] ?? ''
  let house = book * 200
  const sentence = (isLong: boolean) => {
    // No sentence stands in two books: it would be found instead of asked for.
    house += 1
    const plain = `${one(beginnings)} ${one(people)} ${one(deeds)} ${one(things)} of house ${house} ${one(places)}`
    return isLong ? `${plain}, ${one(ends)}.` : `${plain}.`
  }
  const made = new Set<string>()
  while (made.size < count) {
    const sentences = 1 + (made.size % 3)
    const paragraph = Array.from({ length: sentences }, () => sentence(made.size % 2 === 0))
    made.add(paragraph.join(' '))
  }
  return [...made]
}

export const bookOf = (title: string, paragraphs: readonly string[]): string =>
  `# ${title}\n\n${paragraphs.join('\n\n')}\n`
