// Paragraphs of rich text under way: the text's own, and those of the notes and text boxes inside of it.
import { createAfterParagraph } from '../after-paragraph.ts'
import type { FlowBlock, FlowItem } from '../flow.ts'
import { createLateNotes } from '../late-notes.ts'
import { createParagraph, plainShape, type Paragraph } from '../paragraph.ts'

export type Paragraphs = {
  /** The innermost. */
  readonly current: Paragraph
  /** Whether it is a note's or a text box's. */
  readonly isInner: boolean
  /** What comes is a note; its mark is where it begins. */
  beginNote(): void
  beginBox(): void
  /** Ends the innermost, of which its words say this. */
  end(said: { heading: number; contents: boolean; code: boolean }): void
  /** Back to what is around the innermost; false where nothing is. */
  leave(): boolean
  /** The notes, once all else is over. */
  takeNotes(): FlowItem[]
}

/** `send` gets the text's own paragraphs, `sendBoxed` those of text boxes, when theirs are over. */
export function createParagraphs(
  send: (flow: FlowBlock) => void,
  sendBoxed: (flow: FlowBlock) => void,
): Paragraphs {
  const notes = createLateNotes()
  const boxed = createAfterParagraph(sendBoxed)
  const outermost = { paragraph: createParagraph(send), noteId: null }
  const inner: { paragraph: Paragraph; noteId: string | null }[] = []
  const top = () => inner[inner.length - 1] ?? outermost
  let noteCount = 0

  return {
    get current() {
      return top().paragraph
    },
    get isInner() {
      return inner.length > 0
    },
    beginNote() {
      noteCount += 1
      const noteId = `note-${noteCount}`
      top().paragraph.mark(noteId)
      inner.push({ paragraph: createParagraph(notes.add), noteId })
    },
    beginBox: () => void inner.push({ paragraph: createParagraph(boxed.add), noteId: null }),
    end({ heading, contents, code }) {
      const { paragraph, noteId } = top()
      const isNote = noteId !== null
      Object.assign(paragraph.shape, plainShape, {
        heading: isNote || contents ? 0 : heading,
        matter: isNote ? 'notes' : contents ? 'contents' : null,
        leftOut: code && !isNote && heading === 0 ? 'code' : null,
        noteId,
      })
      paragraph.end()
      if (inner.length === 0) boxed.release()
    },
    leave() {
      if (inner.pop()) return true
      boxed.release()
      return false
    },
    takeNotes: () => notes.take(),
  }
}
