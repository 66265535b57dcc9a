// Note marks that only their look tells of: raised after a finished word, or in a link to a note.
import { isNoteMark, isRaisedMark } from './marks.ts'
import type { Paragraph } from './paragraph.ts'
import { raisedDigits } from './raised-digits.ts'

/** No mark is long. */
const maxCharacters = 20

function dropMark(
  paragraph: Paragraph,
  at: number,
  anchor: string,
  isMark: (text: string, before: string) => boolean,
): boolean {
  if (at > paragraph.raw.length || paragraph.raw.length - at > maxCharacters) return false
  const before = paragraph.raw.slice(Math.max(0, at - 12), at)
  if (!isMark(paragraph.raw.slice(at), before)) return false
  paragraph.cut(at)
  paragraph.mark(anchor)
  return true
}

/** Marks are not counted here: what counts on is no sign. */
const noneDue = 0

const linkTo = (anchor: string, raised: boolean) => ({
  href: `#${anchor}`,
  className: '',
  id: '',
  raised,
})

/**
 * Takes raised text from `at` on back when it is a mark; another number stays raised. `anchor` is where its
 * link leads, or empty.
 */
export function dropRaisedMark(paragraph: Paragraph, at: number, anchor: string): void {
  const isMark = (text: string, before: string) =>
    isRaisedMark(text, before, noneDue) || (anchor !== '' && isNoteMark(text, linkTo(anchor, true)))
  if (dropMark(paragraph, at, anchor, isMark)) return
  const { raw } = paragraph
  if (raw.length - at > maxCharacters) return
  const text = raw.slice(at)
  const raised = raisedDigits(text, raw.slice(Math.max(0, at - 12), at))
  if (raised === text) return
  paragraph.cut(at)
  paragraph.add(raised)
}

/** Takes a link's text from `at` on back when it is a mark. */
export const dropLinkedMark = (paragraph: Paragraph, at: number, anchor: string): void => {
  if (anchor !== '')
    dropMark(paragraph, at, anchor, (text) => isNoteMark(text, linkTo(anchor, false)))
}
