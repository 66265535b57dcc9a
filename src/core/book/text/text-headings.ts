// Headings of a plain text: told from lines by what they say and by the blank lines around them.
import { isBareNumeral, isEnding, labelOf } from '../heading-words.ts'
import { matterOfTitle } from '../matter-words.ts'
import type { LineGroup } from './groups.ts'
import { joinLines } from './group-block.ts'
import type { Layout } from './layout.ts'

/** 1 a part, 2 a chapter, 3 a scene; null for a group that is no heading. */
export type TextHeading = { level: 1 | 2 | 3; text: string; labelled: boolean }

/** What a chapter tells of itself, as old novels do: `CHAPTER I. In which …`, over several lines. */
const longest = 360

const endsSentence = /[.,;:!?…"”’»)\]]$/
const capitals = (text: string): boolean => /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text)

/** Plays that were tables have tabs before what is said. */
const isTabbed = ({ lines }: LineGroup): boolean => lines.some((line) => line.startsWith('\t'))

export function headingOf(group: LineGroup, layout: Layout): TextHeading | null {
  const { lines, blanks } = group
  if (lines.length > 6 || lines.join('').length > 500) return null
  const text = joinLines(lines)
  if (text === '' || text.length > longest) return null
  // Where lines are paragraphs, blank lines are rare and mean more.
  const weight = layout.style === 'wrapped' ? blanks : blanks * 2
  const label = labelOf(text)
  if (label && text.length <= (capitals(text) || blanks >= 2 ? longest : 160) && weight >= 1)
    return { level: label.rank, text, labelled: true }
  if (lines.length === 1 && isBareNumeral(text) && weight >= 2)
    return { level: 2, text, labelled: true }
  if (text.length <= 60 && weight >= (capitals(text) ? 1 : 2) && matterOfTitle(text) !== null)
    return { level: 2, text, labelled: true }
  if (lines.length > 2 || text.length > 70 || isEnding(text)) return null
  if (isTabbed(group) && !capitals(text)) return null
  const alone = capitals(text) ? weight >= 3 : weight >= 4 && !endsSentence.test(text)
  return alone && /\p{L}/u.test(text) ? { level: 2, text, labelled: false } : null
}

/** Whether a line right under a bare `CHAPTER I` is the chapter's name. */
export function isSubtitle(group: LineGroup): boolean {
  const text = joinLines(group.lines)
  if (group.blanks > 3 || isTabbed(group)) return false
  // Old novels tell there what happens, in capitals and over several lines.
  if (capitals(text)) return group.lines.length <= 6 && text.length <= longest
  return group.lines.length === 1 && text.length <= 60 && !endsSentence.test(text)
}
