// A text of a row that is being written: kept as a draft letter by letter, saved when its editor goes.
import { useEffect, useState } from 'react'
import { longest } from '../../../contract/index.ts'
import { beginWriting, draftKey, type Keep, type Writing } from '../state/drafts.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'

/** For one row as long as it is mounted; `begun` and `keep` are those of the beginning. */
export function useWriting(
  what: 'text' | 'say',
  segmentId: string,
  begun: string,
  keep: Keep,
): Pick<Writing, 'text' | 'write' | 'save' | 'forget'> {
  const { drafts, news } = useFace()
  const { projectId } = useBook()
  /** What is too long is refused here, in words that help; it stays written. */
  const withinLimit =
    (by: Keep): Keep =>
    async (text, before) => {
      if (text === before || text.length <= longest.text) return by(text, before)
      news.fail({ code: 'text-too-long', params: { limit: longest.text }, retry: 'never' })
      return false
    }
  const [writing] = useState(() =>
    beginWriting(drafts, draftKey(what, projectId, segmentId), begun, withinLimit(keep)),
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
    save: (by = keep) => writing.save(withinLimit(by)),
    forget: writing.forget,
  }
}
