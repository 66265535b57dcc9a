// What one hearing of a take says against its text, and what two hearings agree on.
import { alignWords, areFarApart, canAlign, type Step } from './align-words.ts'
import { heardWords, type HeardWord } from './heard-words.ts'
import { similarity } from './similarity.ts'

export type Difference = {
  kind: 'missing' | 'added' | 'swapped' | 'other'
  /** Number of the word of the text, or of the one behind which something was added (-1: at its beginning). */
  at: number
  /** As it stands in the text; empty where something was added. */
  expected: string
  /** Empty where something is missing. */
  heard: string
}

/** So alike two words are one, heard or spelled a little differently. */
const alikeEnough = 0.5
/** Names are spelled as a listener likes. */
const nameAlikeEnough = 0
/** Where words are parted otherwise (`any one`, `anyone`) their letters together decide. */
const lettersAlike = 0.85
/** Two hearings of one word. */
const sameWord = 0.6
/** So many places a word may have moved. */
const farthest = 2
/** Of so short a line a listener cannot be sure. */
const shortLine = 2

/** Raised when a hearing may be judged otherwise: what was heard before is judged again, without being heard. */
export const judgeVersion = 2

/**
 * `expected` and `heard` are texts in words: numbers and short forms written out on both sides. None where the line is
 * too long to be compared.
 */
export function hearingDifferences(
  expected: string,
  heard: string,
  language: string,
): Difference[] {
  const text = heardWords(expected, language)
  const said = heardWords(heard, language)
  if (text.length <= shortLine) return []
  if (areFarApart(text, said)) return [anotherText(text, said)]
  if (!canAlign(text, said)) return []
  const differences: Difference[] = []
  /** The last word of the text so far. */
  let reached = -1
  for (const stretch of stretchesOf(alignWords(text, said))) {
    const isOne = isOneSpelling(stretch, text, said)
    for (const step of stretch) {
      const found = isOne ? null : differenceOf(step, text, said, reached)
      if (found) differences.push(found)
      if ('expected' in step) reached = step.expected + (step.kind === 'swapped' ? 1 : 0)
    }
  }
  return withMoves(differences)
}

const anotherText = (text: readonly HeardWord[], said: readonly HeardWord[]): Difference => {
  const begin = (words: readonly HeardWord[]) =>
    words
      .slice(0, 5)
      .map(({ written }) => written)
      .join(' ')
  return { kind: 'other', at: 0, expected: begin(text), heard: begin(said) }
}

/** A word that is missing here and added beside has changed its place, also where one of them was misheard. */
function withMoves(differences: readonly Difference[]): Difference[] {
  const gone = new Set<Difference>()
  const moved = differences.flatMap((missing) => {
    if (missing.kind !== 'missing') return []
    const added = differences.find(
      (each) =>
        each.kind === 'added' &&
        !gone.has(each) &&
        Math.abs(each.at - missing.at) <= farthest &&
        similarity(each.heard.toLowerCase(), missing.expected.toLowerCase()) >= sameWord,
    )
    if (!added) return []
    gone.add(missing).add(added)
    const at = Math.min(missing.at, added.at + 1)
    return [{ kind: 'swapped' as const, at, expected: missing.expected, heard: added.heard }]
  })
  return [...differences.filter((each) => !gone.has(each)), ...moved].toSorted(
    (a, b) => a.at - b.at,
  )
}

/** What two hearings say both: a listener errs here and there, and seldom twice in one way. */
const agreed = (a: readonly Difference[], b: readonly Difference[]): Difference[] =>
  a.filter((one) =>
    b.some(
      (other) =>
        one.kind === other.kind &&
        isNear(one, other) &&
        (one.kind === 'swapped' || similarity(one.heard, other.heard) >= sameWord),
    ),
  )

const isNear = (a: Difference, b: Difference): boolean => Math.abs(a.at - b.at) <= 1

/** How often one take is heard at most. */
export const mostHearings = 3

/**
 * What is wrong by so many hearings, the first one first; `again`: another one would tell more. Whom the first says
 * nothing against is not heard again; a third time only what two hearings find fault with at one place in two ways.
 */
export function verdictOf(hearings: readonly (readonly Difference[])[]): {
  again: boolean
  wrong: Difference[]
} {
  const [first = [], second, third] = hearings
  if (first.length === 0) return { again: hearings.length === 0, wrong: [] }
  if (!second) return { again: true, wrong: [] }
  const both = agreed(first, second)
  if (both.length > 0) return { again: false, wrong: both }
  if (!third) return { again: first.some((a) => second.some((b) => isNear(a, b))), wrong: [] }
  const either = [...agreed(first, third), ...agreed(second, third)]
  return { again: false, wrong: either }
}

/** Neighbouring steps that are all `same`, or none of which is. */
function stretchesOf(steps: readonly Step[]): Step[][] {
  const stretches: Step[][] = []
  let last: Step | null = null
  for (const step of steps) {
    const isNew = !last || (last.kind === 'same') !== (step.kind === 'same')
    if (isNew) stretches.push([step])
    else stretches.at(-1)?.push(step)
    last = step
  }
  return stretches
}

function isOneSpelling(
  stretch: readonly Step[],
  text: readonly HeardWord[],
  said: readonly HeardWord[],
): boolean {
  if (stretch.some(({ kind }) => kind === 'swapped')) return false
  const letters = (words: readonly HeardWord[], side: 'expected' | 'heard') =>
    stretch
      .flatMap((step) =>
        side in step ? [words[(step as Record<typeof side, number>)[side]]?.plain] : [],
      )
      .join('')
  const [a, b] = [letters(text, 'expected'), letters(said, 'heard')]
  return a !== '' && b !== '' && similarity(a, b) >= lettersAlike
}

function differenceOf(
  step: Step,
  text: readonly HeardWord[],
  said: readonly HeardWord[],
  reached: number,
): Difference | null {
  switch (step.kind) {
    case 'same':
      return null
    case 'missing':
      return {
        kind: 'missing',
        at: step.expected,
        expected: text[step.expected]?.written ?? '',
        heard: '',
      }
    case 'added': {
      const heard = said[step.heard]?.written ?? ''
      return { kind: 'added', at: reached, expected: '', heard }
    }
    case 'swapped': {
      const both = (words: readonly HeardWord[], from: number) =>
        words
          .slice(from, from + 2)
          .map(({ written }) => written)
          .join(' ')
      const { expected, heard } = step
      return {
        kind: 'swapped',
        at: expected,
        expected: both(text, expected),
        heard: both(said, heard),
      }
    }
    case 'other': {
      const [word, heard] = [text[step.expected], said[step.heard]]
      if (!word || !heard) return null
      const share = similarity(word.plain, heard.plain)
      if (share >= (word.isName ? nameAlikeEnough : alikeEnough)) return null
      return { kind: 'other', at: step.expected, expected: word.written, heard: heard.written }
    }
  }
}
