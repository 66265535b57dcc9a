// `<pre>` is text inside HTML: its lines are read as a text file's are, unless they are a program's.
import type { Block } from '../../../contract/index.ts'
import { cleanText, hasWords } from '../clean-text.ts'
import { textLimits } from '../limits.ts'
import { blockOfGroup } from '../text/group-block.ts'
import { createGrouper } from '../text/groups.ts'
import { detectLayout } from '../text/layout.ts'

/** What an element says of its lines: that they are verse, or a program's. */
type LinesOf = { verse: boolean; code: boolean }

export const preformattedBlocks = (text: string, { verse, code }: LinesOf): Block[] =>
  code ? codeBlocks(text) : proseBlocks(text, verse)

function proseBlocks(text: string, verse: boolean): Block[] {
  const lines = text.split(/\r\n|[\n\r\u2028]/)
  const layout = { ...detectLayout(lines), style: 'wrapped' } as const
  const grouper = createGrouper(layout)
  const groups = [...lines.map((line) => grouper.push(line)), grouper.end()]
  return groups.flatMap((group): Block[] => {
    if (!group) return []
    if (verse) {
      const stanza = group.lines.map(cleanText).filter(Boolean).join('\n')
      return stanza ? [{ kind: 'verse', text: stanza }] : []
    }
    const block = blockOfGroup(group.lines, layout.width)
    return block ? [block] : []
  })
}

/** A program's lines, kept as they are but unspoken. */
function codeBlocks(text: string): Block[] {
  const lines = text
    .split(/\r\n|[\n\r\u2028]/)
    .map(cleanText)
    .filter(Boolean)
  const kept = lines.join('\n').slice(0, textLimits.maxBlockCharacters)
  return hasWords(kept) ? [{ kind: 'verse', text: kept.toWellFormed(), leftOut: 'code' }] : []
}
