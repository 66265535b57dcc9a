// A row with another text, as changes of the document: what is spoken follows, also where it was written by hand.
import type { OneChange } from '../../../contract/index.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { silentBeginning } from '../../segment/silent-beginning.ts'
import { spokenOf } from '../../segment/spoken-of.ts'

/** Empty where the text is as it was. */
export function editedText(row: StoredSegment, text: string, language: string): OneChange[] {
  // The white space at the end belongs to the chapter's text, not to what was typed.
  const tail = /\s*$/.exec(row.text)?.[0] ?? ''
  if (text.trim() + tail === row.text) return []
  // Composed, as the texts of books are: decomposed letters would be found by nobody.
  const whole = text.trim().normalize('NFC') + tail
  if (whole === row.text) return []
  const { id: segmentId, manner } = row
  const edit: OneChange = {
    ...{ kind: 'segment-edited', segmentId, text: whole, edited: true },
    ...spokenOf(whole, language, silentBeginning(row, whole)),
  }
  const unsaid: OneChange = {
    kind: 'segments-set',
    rows: [{ segmentId, set: { isSaidByHand: false } }],
  }
  return manner?.isSaidByHand ? [edit, unsaid] : [edit]
}
