// Project Gutenberg's header and licence: told from the book in any format, by the lines it always writes.
import { isHeard, type FlowBlock, type FlowItem } from './flow.ts'

/** The header is over within so many blocks, or there is none. */
const maxHeaderBlocks = 120
const mentions = /project gutenberg/i
const startLine =
  /^\W*START OF (?:TH(?:E|IS) )?PROJECT GUTENBERG|^\W*END\W*THE SMALL PRINT|^\W*START\W*THE SMALL PRINT/i
const endLine =
  /^\W*END OF (?:TH(?:E|IS) )?PROJECT GUTENBERG|^\W*End of (?:the )?Project Gutenberg|^\W*START: FULL LICENSE/i
const makers =
  /^(?:produced by|e-?text prepared by|this e-?text was (?:produced|prepared)|transcribed (?:from|by))\b/i

/** Its facts, where the header lists them: `Title: Die Verwandlung`. */
export type GutenbergFacts = { title?: string; author?: string; language?: string }

/** Reads the header's list from the beginning of a text. */
export function gutenbergFacts(beginning: string): GutenbergFacts {
  if (!mentions.test(beginning.slice(0, 4000))) return {}
  const fact = (name: string) => {
    const value = new RegExp(`^\\W*${name}\\W*:\\s*(.+)$`, 'im').exec(beginning)?.[1]?.trim()
    return value ? { [name.toLowerCase()]: value } : {}
  }
  return { ...fact('Title'), ...fact('Author'), ...fact('Language') }
}

export type GutenbergMarker = {
  /** The items that are decided now, header and licence marked as `copyright`. */
  push(items: readonly FlowItem[]): FlowItem[]
  /** What was held back. */
  end(): FlowItem[]
}

const asLegal = (item: FlowItem): FlowItem =>
  item.kind === 'block' ? { ...item, matter: 'copyright' } : item

export function createGutenbergMarker(): GutenbergMarker {
  let phase: 'beginning' | 'header' | 'makers' | 'book' | 'licence' = 'beginning'
  let held: FlowItem[] = []
  let heldBlocks = 0

  const release = (): FlowItem[] => {
    const items = held
    held = []
    return items
  }

  const decide = (flow: FlowBlock, item: FlowItem, out: FlowItem[]) => {
    const { text } = flow.block
    if (phase === 'beginning' || phase === 'header') {
      heldBlocks += 1
      held.push(item)
      if (startLine.test(text)) {
        out.push(...release().map(asLegal))
        phase = 'makers'
      } else if (mentions.test(text)) phase = 'header'
      else if (heldBlocks > (phase === 'header' ? maxHeaderBlocks : 6)) {
        out.push(...release())
        phase = 'book'
      }
      return
    }
    if (phase === 'makers') {
      phase = 'book'
      if (makers.test(text)) return void out.push(asLegal(item))
    }
    if (phase === 'book' && endLine.test(text) && text.length < 400) phase = 'licence'
    out.push(phase === 'licence' ? asLegal(item) : item)
  }

  return {
    push(items) {
      const out: FlowItem[] = []
      for (const item of items) {
        if (item.kind === 'block' && isHeard(item.block)) decide(item, item, out)
        else if (phase === 'beginning' || phase === 'header') held.push(item)
        else out.push(phase === 'licence' ? asLegal(item) : item)
      }
      return out
    },
    end: release,
  }
}
