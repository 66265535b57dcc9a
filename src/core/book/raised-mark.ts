// Note marks that only their look tells of: raised after a finished word, or in a link to a note.
import { isNoteMark, isRaisedMark } from './marks.ts'
import type { Paragraph } from './paragraph.ts'

/** No mark is long. */
const maxCharacters = 20

function dropMark(
  paragraph: Paragraph,
  at: number,
  anchor: string,
  isMark: (text: string, before: string) => boolean,
): void {
  if (at > paragraph.raw.length || paragraph.raw.length - at > maxCharacters) return
  const before = paragraph.raw.slice(Math.max(0, at - 12), at)
  if (!isMark(paragraph.raw.slice(at), before)) return
  paragraph.cut(at)
  paragraph.mark(anchor)
}

/** Marks are not counted here: what counts on is no sign. */
const noneDue = 0

const linkTo = (anchor: string, raised: boolean) => ({
  href: `#${anchor}`,
  className: '',
  id: '',
  raised,
})

/** Takes raised text from `at` on back when it is a mark; `anchor` is where its link leads, or empty. */
export const dropRaisedMark = (paragraph: Paragraph, at: number, anchor: string): void =>
  dropMark(
    paragraph,
    at,
    anchor,
    (text, before) =>
      isRaisedMark(text, before, noneDue) ||
      (anchor !== '' && isNoteMark(text, linkTo(anchor, true))),
  )

/** Takes a link's text from `at` on back when it is a mark. */
export const dropLinkedMark = (paragraph: Paragraph, at: number, anchor: string): void => {
  if (anchor !== '')
    dropMark(paragraph, at, anchor, (text) => isNoteMark(text, linkTo(anchor, false)))
}
