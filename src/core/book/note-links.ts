// The links that text stands in, innermost last: where each leads, and whether all its text is a note's mark.
import type { Paragraph } from './paragraph.ts'
import { dropLinkedMark } from './raised-mark.ts'

export type NoteLinks = {
  /** Whether text stands in one. */
  readonly inside: boolean
  /** Where the innermost leads within its document; empty where that is elsewhere, or there is none. */
  readonly anchor: string
  /** `at`: units of its paragraph's raw text before it. */
  open(anchor: string, at: number): void
  close(paragraph: Paragraph | undefined): void
}

export function createNoteLinks(): NoteLinks {
  const links: { anchor: string; at: number }[] = []
  return {
    get inside() {
      return links.length > 0
    },
    get anchor() {
      return links.at(-1)?.anchor ?? ''
    },
    open: (anchor, at) => void links.push({ anchor, at }),
    close(paragraph) {
      const link = links.pop()
      if (link && paragraph) dropLinkedMark(paragraph, link.at, link.anchor)
    },
  }
}
