// Where chapters begin in a book without a table of contents: at its headings.
import { isHeard, type FlowItem } from './flow.ts'
import { isBareLabel, isByline, labelOf } from './heading-words.ts'

export type HeadingStarts = {
  /** The items with the starts put in before their headings. */
  push(items: readonly FlowItem[]): FlowItem[]
}

/** `levels` begin chapters; `nesting`, those of them that others may be inside of, give the depth. */
export function createHeadingStarts(
  levels: ReadonlySet<number>,
  nesting: ReadonlySet<number> = levels,
): HeadingStarts {
  const depths = [...nesting].sort((a, b) => a - b)
  const seen = new Set<number>()
  /** The last heading while nothing but headings has come in this chapter. */
  let leading: { text: string; level: number } | null = null

  /** Depth by the levels met so far, so that a book without parts begins at 1. */
  const depthOf = (level: number): number => {
    seen.add(level)
    return 1 + depths.filter((each) => each < level && seen.has(each)).length
  }
  const belongsToLast = (text: string): boolean =>
    leading !== null && (isByline(text) || (isBareLabel(leading.text) && !labelOf(text)))

  return {
    push: (items) =>
      items.flatMap((item): FlowItem[] => {
        if (item.kind !== 'block') return [item]
        const { block, matter } = item
        if (block.kind !== 'heading') {
          if (block.kind !== 'scene-break' && isHeard(block)) leading = null
          return [item]
        }
        const level = block.level ?? 2
        if (!levels.has(level) || matter === 'copyright' || matter === 'notes') return [item]
        if (belongsToLast(block.text)) {
          leading = { text: block.text, level }
          return [item]
        }
        leading = { text: block.text, level }
        const start = { title: null, level: depthOf(level), matter: null, linear: true }
        return [{ kind: 'start', ...start }, item]
      }),
  }
}
