// A table of contents or an index in a document becomes a chapter of its own, so that it can be unticked.
import type { Matter } from '../../contract/index.ts'
import type { FlowItem } from './flow.ts'
import { matterOfTitle } from './matter-words.ts'

const start: FlowItem = { kind: 'start', title: null, level: 1, matter: null, linear: true }
const apart: ReadonlySet<Matter | null> = new Set(['contents', 'index', 'bibliography'])

/** Puts starts around the blocks whose matter says that they are one. */
export function createContentsChapter(): (item: FlowItem) => FlowItem[] {
  let inside: Matter | null = null
  /** What the last block's heading announces. */
  let announced: Matter | null = null
  return (item) => {
    if (item.kind !== 'block' || item.block.kind === 'scene-break') return [item]
    if (item.block.leftOut !== undefined) return [item]
    const matter = apart.has(item.matter) ? item.matter : null
    const begins = matter !== inside && (matter === null || matter !== announced)
    inside = matter
    announced = item.block.kind === 'heading' ? matterOfTitle(item.block.text) : null
    return begins ? [start, item] : [item]
  }
}
