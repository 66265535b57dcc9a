// A chapter's blocks become segments: what is shown, what is spoken, and which pause follows.
import type { Block, Chapter, PauseKind, Reading, Segment } from '../../contract/index.ts'
import { packSentences } from './pack-sentences.ts'
import { createSentenceSplitter } from './sentences.ts'
import { spokenOf } from './spoken-of.ts'

export type ChapterSegmenter = {
  /** The segments that are settled by now: a block decides the pause of the segment before it. */
  add(block: Block): Segment[]
  /** What is left. */
  end(): Segment[]
}

/** Lines left out in a row that are held back for the pause before them. */
const mostHeld = 200

/**
 * Segments a chapter block by block, in reading order, with ids `${chapterId}-1` and on. Nothing is
 * lost: the texts of a block's segments, concatenated, are the block's text. A scene break makes no
 * segment but lengthens the pause before it; one that opens the chapter is silent anyway.
 */
export function createChapterSegmenter(chapterId: string, language: string): ChapterSegmenter {
  const splitSentences = createSentenceSplitter(language)
  let blocks = 0
  let made = 0
  /** The last one that is heard, and what is left out behind it: what comes decides its pause. */
  let held: Segment[] = []
  return {
    add(block) {
      const index = blocks++
      const [heard] = held
      if (block.kind === 'scene-break' && heard) heard.pauseAfter = 'scene'
      const readingsOf = createReadingCutter(block.readings ?? [])
      const segments = textsOf(block, splitSentences).map((text): Segment => ({
        id: `${chapterId}-${++made}`,
        chapterId,
        block: index,
        kind: block.kind === 'scene-break' ? 'paragraph' : block.kind,
        text,
        ...spokenOf(text, language, readingsOf(text.length)),
        pauseAfter: 'sentence',
        ...(block.leftOut && { leftOut: block.leftOut }),
        ...(block.noteId && { noteId: block.noteId }),
      }))
      const last = segments.pop()
      if (!last) return []
      last.pauseAfter = pauseOf(block)
      if (block.noteMarks) last.noteMarks = block.noteMarks
      if (block.leftOut && held.length < mostHeld) {
        held.push(...segments, last)
        return []
      }
      const settled = [...held, ...segments]
      held = [last]
      return settled
    },
    end() {
      const last = held.findLast(({ leftOut }) => !leftOut) ?? held.at(-1)
      if (last) last.pauseAfter = 'chapter'
      return held
    },
  }
}

/** All segments of a chapter at once. */
export function segmentChapter(chapter: Chapter, chapterId: string, language: string): Segment[] {
  const segmenter = createChapterSegmenter(chapterId, language)
  return [...chapter.blocks.flatMap((block) => segmenter.add(block)), ...segmenter.end()]
}

function textsOf(block: Block, splitSentences: (text: string) => string[]): string[] {
  if (block.kind === 'scene-break' || block.text === '') return []
  return packSentences(withoutCuts(splitSentences(block.text), block.readings ?? []))
}

/** What is said as one is one: sentences that a reading begins in and goes beyond are joined. */
function withoutCuts(sentences: string[], readings: readonly Reading[]): string[] {
  if (readings.length === 0) return sentences
  const joined: string[] = []
  let start = 0
  let isCut = false
  for (const sentence of sentences) {
    if (isCut) joined.push((joined.pop() ?? '') + sentence)
    else joined.push(sentence)
    start += sentence.length
    const end = start
    isCut = readings.some(({ at, length }) => at < end && at + length > end)
  }
  return joined
}

/** Hands out a block's readings text by text, each counted from its own text's beginning. */
function createReadingCutter(readings: readonly Reading[]): (length: number) => Reading[] {
  let start = 0
  return (length) => {
    const from = start
    start += length
    if (readings.length === 0) return []
    const own = readings.filter(({ at }) => at >= from && at < from + length)
    return own.map((reading) => ({ ...reading, at: reading.at - from }))
  }
}

const pauseOf = (block: Block): PauseKind => (block.kind === 'heading' ? 'heading' : 'paragraph')
