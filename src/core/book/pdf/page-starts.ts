// Where a PDF has neither an outline nor headings: a chapter begins every so many pages, at a paragraph.
import type { FlowItem } from '../flow.ts'

/** About half an hour of reading aloud. */
const pagesOfChapter = 20

export type PageStarts = {
  /** What one page has made complete, with a start put in where it is time for one. */
  push(items: readonly FlowItem[]): FlowItem[]
}

export function createPageStarts(): PageStarts {
  let page = 0
  let due = 0
  return {
    push(items) {
      page += 1
      const at = items.findIndex((item) => item.kind === 'block' && !item.block.leftOut)
      if (at < 0 || page < due) return [...items]
      due = page + pagesOfChapter
      const start = { title: null, level: 1, matter: null, linear: true }
      return [...items.slice(0, at), { kind: 'start', ...start }, ...items.slice(at)]
    },
  }
}

/** Whether a flow of items begins any chapter. */
export const beginsChapters = (items: readonly FlowItem[]): boolean =>
  items.some((item) => item.kind === 'start')
