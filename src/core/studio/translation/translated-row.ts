// A row of a book in another language: pure.
import type { Segment, SomeManner } from '../../../contract/index.ts'
import { unusualManner } from '../../base/manner.ts'
import type { StoredSegment } from '../../ports/projects.ts'
import { silentBeginning, silentName } from '../../segment/silent-beginning.ts'
import { spokenOf } from '../../segment/spoken-of.ts'

/** `text`: its translation, or null where there is none: it is kept as it was, and unspoken. */
export function translatedRow(row: StoredSegment, text: string | null, language: string): Segment {
  const { id, chapterId, block, kind, pauseAfter, noteId, noteMarks } = row
  const manner = mannerOf(row.manner ?? {})
  const bare = {
    ...{ id, chapterId, block, kind, pauseAfter },
    ...(noteId !== undefined && { noteId }),
    ...(noteMarks && { noteMarks }),
    ...(Object.keys(manner).length > 0 && { manner }),
  }
  const shown = text === null ? row.text : inPlaceOf(row, text)
  const said = spokenOf(shown, language, silentBeginning(row, shown))
  if (text !== null) return { ...bare, text: shown, ...said, original: row.text }
  const { spoken, map, normalised } = said
  return {
    ...{ ...bare, text: shown, spoken, map },
    ...(normalised && { normalised }),
    leftOut: row.leftOut ?? 'untranslated',
  }
}

/** The name of who speaks was not asked about, and the white space at the end belongs to the chapter's text. */
function inPlaceOf(row: StoredSegment, text: string): string {
  const name = silentName(row)
  const tail = /\s*$/.exec(row.text)?.[0] ?? ''
  return (name === '' ? '' : `${name} `) + text + tail
}

/** Who speaks, how, and with which pause is as it was; what is of one voice, one take or one text is not. */
const mannerOf = ({ speaker, delivery, pauseMs }: SomeManner): SomeManner =>
  unusualManner({
    ...(speaker !== undefined && { speaker }),
    ...(delivery !== undefined && { delivery }),
    ...(pauseMs !== undefined && { pauseMs }),
  })
