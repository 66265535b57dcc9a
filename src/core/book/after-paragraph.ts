// What text boxes, frames and pictures hold: it comes after the paragraph that they hang on.
import type { FlowBlock } from './flow.ts'
import { blockCost, textLimits } from './limits.ts'

export type AfterParagraph = {
  /** Waits for the paragraph's end; where more waits than anyone hangs on one, all of it comes now. */
  add(flow: FlowBlock): void
  /** The paragraph has ended. */
  release(): void
}

export function createAfterParagraph(emit: (flow: FlowBlock) => void): AfterParagraph {
  let waiting: FlowBlock[] = []
  let characters = 0

  const release = () => {
    const all = waiting
    waiting = []
    characters = 0
    for (const flow of all) emit(flow)
  }

  return {
    add(flow) {
      waiting.push(flow)
      characters += flow.block.text.length + blockCost
      if (characters > textLimits.maxWaitingCharacters) release()
    },
    release,
  }
}
