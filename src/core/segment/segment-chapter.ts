// A chapter's blocks become segments: what is shown, what is spoken, and which pause follows.
import type { Block, Chapter, PauseKind, Segment } from '../../contract/index.ts'
import { packSentences } from './pack-sentences.ts'
import { createSentenceSplitter } from './sentences.ts'
import { spokenOf } from './spoken-of.ts'

/**
 * Segments of a chapter in reading order, with ids `${chapterId}-1` and on. Nothing is lost: the
 * texts of a block's segments, concatenated, are the block's text. A scene break makes no segment
 * but lengthens the pause before it; one that opens the chapter is silent anyway.
 */
export function segmentChapter(chapter: Chapter, chapterId: string, language: string): Segment[] {
  const splitSentences = createSentenceSplitter(language)
  const segments: Segment[] = []
  for (const [index, block] of chapter.blocks.entries()) {
    const last = segments.at(-1)
    if (block.kind === 'scene-break' && last) last.pauseAfter = 'scene'
    for (const text of textsOf(block, splitSentences))
      segments.push({
        id: `${chapterId}-${segments.length + 1}`,
        chapterId,
        block: index,
        kind: block.kind === 'scene-break' ? 'paragraph' : block.kind,
        text,
        ...spokenOf(text, language),
        pauseAfter: 'sentence',
      })
    const ending = segments.at(-1)
    if (ending?.block === index) ending.pauseAfter = pauseOf(block)
  }
  const last = segments.at(-1)
  if (last) last.pauseAfter = 'chapter'
  return segments
}

function textsOf(block: Block, splitSentences: (text: string) => string[]): string[] {
  if (block.kind === 'scene-break' || block.text === '') return []
  return packSentences(splitSentences(block.text))
}

const pauseOf = (block: Block): PauseKind => (block.kind === 'heading' ? 'heading' : 'paragraph')
