// Tables of contents inside a chapter: lists of links that nobody wants to hear are left out of it.
import type { Block } from '../../contract/index.ts'
import { isHeard, type FlowBlock } from './flow.ts'
import { withReadings } from './gathered-text.ts'
import { matterOfTitle } from './matter-words.ts'

/** So many lines of links in a row are a list. */
const listLength = 5
/** Share of a line's characters that stand in links. */
const linkedShare = 0.6

const isLine = (flow: FlowBlock | undefined): boolean => {
  if (!flow || flow.block.kind === 'heading') return false
  const { block, linked, matter } = flow
  return matter === 'contents' || linked >= linkedShare * Math.max(1, block.text.length)
}

/** For a chapter that has other text: a page that is nothing but contents is a chapter of its own kind. */
export function leaveOutContents(flows: readonly FlowBlock[]): FlowBlock[] {
  const out = [...flows]
  const heard = flows.flatMap((flow, index) => (isHeard(flow.block) ? [{ flow, index }] : []))
  for (let from = 0; from < heard.length; from++) {
    let to = from
    while (isLine(heard[to]?.flow)) to += 1
    const run = heard.slice(from, to)
    const said = run.some(({ flow }) => flow.matter === 'contents')
    if (said || run.length >= listLength) {
      const title = heard[from - 1]
      const names = title && matterOfTitle(title.flow.block.text) === 'contents' ? [title] : []
      for (const { flow, index } of [...names, ...run]) out[index] = asContents(flow)
    }
    from = Math.max(from, to)
  }
  return out
}

const readAs = ({ text, readings = [] }: Block) => ({ text, ...withReadings(readings) })

const asContents = (flow: FlowBlock): FlowBlock =>
  flow.block.kind === 'scene-break'
    ? flow
    : { ...flow, block: { kind: 'paragraph', ...readAs(flow.block), leftOut: 'contents' } }
