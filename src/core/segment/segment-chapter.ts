// A chapter's blocks become segments: what is shown, what is spoken, and which pause follows.
import type { Block, Chapter, PauseKind, Segment } from '../../contract/index.ts'
import { packSentences } from './pack-sentences.ts'
import { createSentenceSplitter } from './sentences.ts'
import { spokenOf } from './spoken-of.ts'

export type ChapterSegmenter = {
  /** The segments that are settled by now: a block decides the pause of the segment before it. */
  add(block: Block): Segment[]
  /** What is left. */
  end(): Segment[]
}

/**
 * Segments a chapter block by block, in reading order, with ids `${chapterId}-1` and on. Nothing is
 * lost: the texts of a block's segments, concatenated, are the block's text. A scene break makes no
 * segment but lengthens the pause before it; one that opens the chapter is silent anyway.
 */
export function createChapterSegmenter(chapterId: string, language: string): ChapterSegmenter {
  const splitSentences = createSentenceSplitter(language)
  let blocks = 0
  let made = 0
  let held: Segment | null = null
  return {
    add(block) {
      const index = blocks++
      if (block.kind === 'scene-break' && held) held.pauseAfter = 'scene'
      const segments = textsOf(block, splitSentences).map((text): Segment => ({
        id: `${chapterId}-${++made}`,
        chapterId,
        block: index,
        kind: block.kind === 'scene-break' ? 'paragraph' : block.kind,
        text,
        ...spokenOf(text, language),
        pauseAfter: 'sentence',
        ...(block.leftOut && { leftOut: block.leftOut }),
        ...(block.noteId && { noteId: block.noteId }),
      }))
      const last = segments.pop()
      if (!last) return []
      const settled = held ? [held, ...segments] : segments
      last.pauseAfter = pauseOf(block)
      if (block.noteMarks) last.noteMarks = block.noteMarks
      held = last
      return settled
    },
    end() {
      if (!held) return []
      held.pauseAfter = 'chapter'
      return [held]
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
  return packSentences(splitSentences(block.text))
}

const pauseOf = (block: Block): PauseKind => (block.kind === 'heading' ? 'heading' : 'paragraph')
