// Lines of a plain text to blocks: paragraphs, verse, scene breaks and headings that begin chapters.
import type { Block } from '../../../contract/index.ts'
import { flowBlock, type FlowItem } from '../flow.ts'
import { isBareLabel } from '../heading-words.ts'
import { matterOfTitle } from '../matter-words.ts'
import { createAsides } from './asides.ts'
import { blockOfGroup } from './group-block.ts'
import { createGrouper, type LineGroup } from './groups.ts'
import type { Layout } from './layout.ts'
import { headingOf, isSubtitle, type TextHeading } from './text-headings.ts'

export type TextFlow = {
  push(lines: readonly string[]): FlowItem[]
  end(): FlowItem[]
}

/** So many headings without a word between them are a table of contents. */
const listLength = 4

export function createTextFlow(layout: Layout): TextFlow {
  const grouper = createGrouper(layout)
  const asides = createAsides()
  /** Headings that nothing has followed yet: chapters, or lines of a table of contents. */
  let pending: TextHeading[] = []
  let inContents = false

  const asHeading = ({ text, level }: TextHeading): FlowItem =>
    flowBlock({ kind: 'heading', text, level })
  const asLine = ({ text }: TextHeading): FlowItem => flowBlock({ kind: 'paragraph', text })

  /** The headings right before text are the chapter's; those of the same kind before them are a list. */
  const settle = (): FlowItem[] => {
    const headings = pending
    pending = []
    const last = headings[headings.length - 1]
    if (!last) return []
    const isList = inContents || headings.length > listLength
    if (!isList) return headings.map(asHeading)
    let own = headings.length - 1
    // A part's title goes with its first chapter, a number's name with the number.
    while (own > 0) {
      const above = headings[own - 1]
      const below = headings[own]
      if (!above || !below) break
      const nested = above.level < below.level || (above.labelled && !below.labelled)
      if (!nested) break
      own -= 1
    }
    const begin = headings.slice(0, own)
    const contents = begin.findIndex((heading) => matterOfTitle(heading.text) === 'contents')
    inContents = own === 0 && inContents && !last.labelled
    return begin
      .map((heading, index) =>
        index === contents || !isList ? asHeading(heading) : asLine(heading),
      )
      .concat(headings.slice(own).map(asHeading))
  }

  const take = (group: LineGroup): FlowItem[] => {
    const aside = asides.take(group)
    if (aside) return [...settle(), aside]
    const heading = headingOf(group, layout)
    const last = pending[pending.length - 1]
    if (last && !heading?.labelled && isBareLabel(last.text) && isSubtitle(group)) {
      const block = blockOfGroup(group.lines, 0)
      if (block?.kind === 'paragraph') {
        pending.push({ level: last.level, text: block.text, labelled: false })
        return []
      }
    }
    if (heading) {
      if (matterOfTitle(heading.text) === 'contents') {
        const before = settle()
        inContents = true
        return [...before, asHeading(heading)]
      }
      pending.push(heading)
      return []
    }
    const block: Block | null = blockOfGroup(group.lines, layout.width)
    if (!block) return []
    const wasContents = inContents
    const begun = settle()
    // Lines of contents that are no headings keep it going; a paragraph ends it.
    if (wasContents && begun.length > 0) inContents = false
    return [...begun, flowBlock(asides.paragraph(block))]
  }

  return {
    push: (lines) =>
      lines.flatMap((line) => {
        const group = grouper.push(line)
        return group ? take(group) : []
      }),
    end() {
      const group = grouper.end()
      return [...(group ? take(group) : []), ...settle()]
    },
  }
}
