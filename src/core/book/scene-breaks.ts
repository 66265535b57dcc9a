// Scene breaks: one between two paragraphs, none at a chapter's edges or beside a heading.
import type { FlowBlock } from './flow.ts'

/** Empty paragraphs mean a break only while they are rare; in many books every line is set apart by one. */
const rare = 1 / 8

export function settleBreaks(flows: readonly FlowBlock[]): FlowBlock[] {
  const tentative = flows.filter((flow) => flow.tentative).length
  const paragraphs = flows.filter((flow) => flow.block.kind === 'paragraph').length
  const keepTentative = tentative <= Math.max(1, paragraphs * rare)
  const settled: FlowBlock[] = []
  let wanted: FlowBlock | null = null
  for (const flow of flows) {
    if (flow.block.leftOut !== undefined) {
      settled.push(flow)
      continue
    }
    if (flow.block.kind === 'scene-break') {
      if (!flow.tentative || keepTentative) wanted ??= flow
      continue
    }
    const before = settled.findLast(({ block }) => block.leftOut === undefined)
    const between = before && before.block.kind !== 'heading' && flow.block.kind !== 'heading'
    if (wanted && between) settled.push(wanted)
    wanted = null
    settled.push(flow)
  }
  return settled
}
