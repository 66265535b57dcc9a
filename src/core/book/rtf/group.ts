// A group of rich text: what its words change, and its end changes back.
import type { HeadPart } from './head.ts'

export type Group = {
  silent: boolean
  head: HeadPart | null
  font: number | null
  /** How many characters stand for a Unicode one where that is not understood. */
  fallbacks: number
  hidden: boolean
  deleted: boolean
  raised: boolean
  inTable: boolean
  heading: number
  contents: boolean
  /** Whether its paragraphs are a program's lines. */
  code: boolean
  kind: 'text' | 'field' | 'instruction' | 'alternatives' | 'note' | 'box' | 'number'
}

export const outermost: Group = {
  silent: false,
  head: null,
  font: null,
  fallbacks: 1,
  hidden: false,
  deleted: false,
  raised: false,
  inTable: false,
  heading: 0,
  contents: false,
  code: false,
  kind: 'text',
}

/** A group inside another one: it begins with all that holds there. */
export function innerGroup(group: Group): Group {
  // Of two wordings the second is the one in Unicode.
  const silent = group.silent || group.kind === 'alternatives'
  const kind = group.kind === 'instruction' || group.kind === 'number' ? group.kind : 'text'
  return { ...group, silent, kind }
}

/** Takes a word that changes how the group's text is taken; false for any other word. */
export function changeGroup(
  group: Group,
  name: string,
  isOn: boolean,
  value: number | null,
): boolean {
  if (name === 'f') group.font = value
  else if (name === 'uc') group.fallbacks = Math.max(0, Math.min(value ?? 1, 10))
  else if (name === 'v') group.hidden = isOn
  else if (name === 'deleted') group.deleted = isOn
  else if (name === 'plain') Object.assign(group, { hidden: false, deleted: false, raised: false })
  else return false
  return true
}
