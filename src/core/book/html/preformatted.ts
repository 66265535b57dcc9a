// `<pre>` is text inside HTML: its lines are read as a text file's are, unless they are a program's.
import type { Block } from '../../../contract/index.ts'
import { cleanText, hasWords } from '../clean-text.ts'
import { textLimits } from '../limits.ts'
import { blockOfGroup } from '../text/group-block.ts'
import { createGrouper } from '../text/groups.ts'
import { detectLayout } from '../text/layout.ts'

export type PreformattedLines<Of> = {
  /** Whether what is written now is in such lines. */
  readonly open: boolean
  /** Whether nothing has been written in them yet. */
  readonly isEmpty: boolean
  begin(): void
  /** `of`: the element around. */
  add(data: string, of: Of): void
  end(of: Of): void
}

/** Lines under way; of very many the first are handed out before their end. */
export function createPreformattedLines<Of extends LinesOf>(
  emit: (block: Block, of: Of) => void,
): PreformattedLines<Of> {
  let lines: string | null = null
  const send = (text: string, of: Of) => {
    for (const block of preformattedBlocks(text, of)) emit(block, of)
  }
  return {
    get open() {
      return lines !== null
    },
    get isEmpty() {
      return lines?.trim() === ''
    },
    begin() {
      lines = ''
    },
    add(data, of) {
      lines = (lines ?? '') + data
      const full = lines.length > textLimits.maxBlockCharacters * 4
      const end = full ? lines.lastIndexOf('\n') : -1
      if (end < 0) return
      send(lines.slice(0, end), of)
      lines = lines.slice(end)
    },
    end(of) {
      if (lines !== null) send(lines, of)
      lines = null
    },
  }
}

/** What an element says of its lines: that they are verse, or a program's. */
type LinesOf = { verse: boolean; code: boolean }

const preformattedBlocks = (text: string, { verse, code }: LinesOf): Block[] =>
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
