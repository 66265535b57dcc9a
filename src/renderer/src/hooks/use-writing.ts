// A text of a row that is being written: kept as a draft letter by letter, saved when its editor goes.
import { useEffect, useState } from 'react'
import { beginWriting, draftKey, type Writing } from '../state/drafts.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'

/** For one row as long as it is mounted; `begun` and `keep` are those of the beginning. */
export function useWriting(
  what: 'text' | 'say',
  segmentId: string,
  begun: string,
  keep: Parameters<typeof beginWriting>[3],
): Pick<Writing, 'text' | 'write' | 'save' | 'forget'> {
  const { drafts } = useFace()
  const { projectId } = useBook()
  const [writing] = useState(() =>
    beginWriting(drafts, draftKey(what, projectId, segmentId), begun, keep),
  )
  const [text, setText] = useState(writing.text)
  useEffect(() => {
    writing.open()
    return writing.close
  }, [writing])
  return {
    text,
    write(next) {
      setText(next)
      writing.write(next)
    },
    save: writing.save,
    forget: writing.forget,
  }
}
