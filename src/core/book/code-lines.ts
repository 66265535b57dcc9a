// A program's lines that are a paragraph each, as word processors write them: one block of a program.
import { hasWords } from './clean-text.ts'
import type { FlowBlock } from './flow.ts'
import { textLimits } from './limits.ts'

export type CodeLines = {
  block(flow: FlowBlock): void
  /** Nothing follows. */
  end(): void
}

/** Word's and LibreOffice's names of styles for programs, and Pandoc's; lower case. */
const names =
  /^(?:html preformatted|preformatted text|source ?code|code|code ?(?:block|listing)|program ?listing)$/

/** Whether a paragraph style of this name is for a program's lines. */
export const isCodeStyle = (name: string): boolean => names.test(name)

export function createCodeLines(emit: (flow: FlowBlock) => void): CodeLines {
  let open: FlowBlock | null = null

  const end = () => {
    const flow = open
    open = null
    if (flow && hasWords(flow.block.text)) emit({ ...flow, doubtful: true })
  }

  return {
    block(flow) {
      if (flow.block.leftOut !== 'code') {
        end()
        return emit(flow)
      }
      const text = open ? `${open.block.text}\n${flow.block.text}` : flow.block.text
      if (text.length > textLimits.maxBlockCharacters) {
        end()
        return void (open = flow)
      }
      open = { ...(open ?? flow), block: { ...(open ?? flow).block, kind: 'verse', text } }
    },
    end,
  }
}
