// The lines that a word processor's document begins with, title, author and date by their styles: a title page.
import type { FlowItem, TitleLine } from './flow.ts'
import { joinHeadings } from './chapter-title.ts'

/** By a paragraph style's name, lower case: Word's own and Pandoc's; null for any other. */
export function titleLineOf(style: string): TitleLine | null {
  if (style === 'title' || style === 'subtitle') return 'title'
  return style === 'author' || style === 'date' ? 'credit' : null
}

/** No title page has more lines. */
const mostLines = 20

export type TitleLines = {
  push(item: FlowItem): FlowItem[]
  /** Nothing follows. */
  end(): FlowItem[]
}

/**
 * Makes the first lines a chapter of their own, if there are more than titles among them: what follows begins
 * one with the document's title, unless a heading names it.
 */
export function createTitleLines(): TitleLines {
  let held: FlowItem[] | null = []

  const release = (next: FlowItem | null): FlowItem[] => {
    const lines = held ?? []
    held = null
    const blocks = lines.flatMap((item) => (item.kind === 'block' ? [item] : []))
    const titles = blocks.filter(({ titleLine }) => titleLine === 'title')
    if (titles[0] !== blocks[0] || titles.length === blocks.length || next === null) return lines
    const isNamed = next.kind === 'block' && next.block.kind === 'heading'
    const title = isNamed ? null : joinHeadings(titles.slice(0, 1).map(({ block }) => block.text))
    return [
      ...lines.map((item): FlowItem => {
        return item.kind === 'block' ? { ...item, matter: 'title-page' } : item
      }),
      { kind: 'start', title, level: 1, matter: null, linear: true },
    ]
  }

  return {
    push(item) {
      if (held === null) return [item]
      const isEmpty = item.kind === 'block' && item.block.kind === 'scene-break'
      const isLine = item.kind !== 'block' || isEmpty || item.titleLine !== undefined
      if (isLine && item.kind !== 'start' && held.length < mostLines) {
        held.push(item)
        return []
      }
      return [...release(item), item]
    },
    end: () => release(null),
  }
}
