// Items of the script as tests want them.
import type { ScriptItem } from '../../../src/core/script/script-item.ts'

export const itemOf = (id: string, given: Partial<ScriptItem> = {}): ScriptItem => ({
  ...{ id, line: id, scene: 'one', shown: { text: `Line ${id}.` } },
  ...{ before: [], after: [] },
  ...given,
})

export const itemsOf = (count: number, scene = 'one'): ScriptItem[] =>
  Array.from({ length: count }, (_, index) => itemOf(`${scene}-${index}`, { scene }))
