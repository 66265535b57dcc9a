// When the words of a text were heard, by what a listener timed: only those that it surely heard.
import { alignWords, areFarApart, canAlign } from './align-words.ts'
import { heardWords, type HeardWord } from './heard-words.ts'
import { similarity } from './similarity.ts'

/** In seconds of the sound. `word` may hold several, and signs. */
export type HeardTime = { word: string; start: number; end: number }

/** `at`: where the word begins in the text, in UTF-16 units. */
export type WordTime = { at: number; seconds: number }

/** With fewer of its words heard, it is another text, and nothing is known of this one. */
const leastShare = 0.5
/** So alike, one was misheard for the other. */
const alikeEnough = 0.5

/** Ascending in both; empty where the hearing says nothing of the text. `heard`: figures and short forms in words. */
export function wordTimes(text: string, heard: readonly HeardTime[], language: string): WordTime[] {
  const expected = heardWords(text, language)
  const said = heard.flatMap((each) => inOrder(each, language))
  if (areFarApart(expected, said) || !canAlign(expected, said)) return []
  const times: WordTime[] = []
  let last = -Infinity
  for (const [at, by] of pairsOf(expected, said)) {
    const seconds = said[by]?.seconds ?? last
    if (seconds <= last) continue
    times.push({ at: expected[at]?.at ?? 0, seconds })
    last = seconds
  }
  return times.length >= expected.length * leastShare ? times : []
}

type Said = HeardWord & { seconds: number }

/** Several words in one have its time in equal parts. */
function inOrder({ word, start, end }: HeardTime, language: string): Said[] {
  const words = heardWords(word, language)
  return words.map((each, index) => ({
    ...each,
    seconds: start + ((end - start) * index) / words.length,
  }))
}

/** Numbers of words that belong together. What both begin and end with alike needs no search. */
function pairsOf(expected: readonly HeardWord[], said: readonly HeardWord[]): [number, number][] {
  const isSame = (at: number, by: number) => expected[at]?.plain === said[by]?.plain
  const isAlike = (at: number, by: number) =>
    similarity(expected[at]?.plain ?? '', said[by]?.plain ?? '') >= alikeEnough
  const least = Math.min(expected.length, said.length)
  let head = 0
  while (head < least && isSame(head, head)) head += 1
  let tail = 0
  while (tail < least - head && isSame(expected.length - 1 - tail, said.length - 1 - tail))
    tail += 1
  const between = alignWords(
    expected.slice(head, expected.length - tail),
    said.slice(head, said.length - tail),
  )
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...between.flatMap((step): [number, number][] =>
      'expected' in step && 'heard' in step && isAlike(head + step.expected, head + step.heard)
        ? [[head + step.expected, head + step.heard]]
        : [],
    ),
    ...Array.from({ length: tail }, (_, at): [number, number] => [
      expected.length - tail + at,
      said.length - tail + at,
    ]),
  ]
}
