// A table of contents in the middle of a document becomes a chapter of its own, so that it can be unticked.
import type { FlowItem } from './flow.ts'
import { matterOfTitle } from './matter-words.ts'

const start: FlowItem = { kind: 'start', title: null, level: 1, matter: null, linear: true }

/** Puts starts around the blocks whose matter is `contents`. */
export function createContentsChapter(): (item: FlowItem) => FlowItem[] {
  let inside = false
  /** Whether the last block is the heading that the contents have. */
  let headed = false
  return (item) => {
    if (item.kind !== 'block' || item.block.kind === 'scene-break') return [item]
    const isContents = item.matter === 'contents'
    const changes = isContents !== inside && item.block.leftOut === undefined
    const begins = changes && !(isContents && headed)
    if (item.block.leftOut === undefined) inside = isContents
    headed = item.block.kind === 'heading' && matterOfTitle(item.block.text) === 'contents'
    return begins ? [start, item] : [item]
  }
}
