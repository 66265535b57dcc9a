// How words are said, in the open book and in all: read when it is looked at, and changed.
import { useCallback, useEffect, useMemo, useState } from 'react'
import { fileNameOf, type Dictionary, type DictionaryEntry } from '../../../contract/index.ts'
import { saveText } from '../client/save-text.ts'
import { type DictionaryPlace, type EntryDraft, entryOf } from '../state/entry-draft.ts'
import { words } from '../words.ts'
import { useProject } from './use-book.ts'
import { useFace } from './use-face.ts'

export type DictionaryDeeds = {
  /** Null until they are read. */
  entries: Readonly<Record<DictionaryPlace, Dictionary>> | null
  /** False: it was refused. */
  save(draft: EntryDraft): Promise<boolean>
  remove(entry: DictionaryEntry, place: DictionaryPlace): Promise<void>
  move(entry: DictionaryEntry, from: DictionaryPlace): Promise<void>
  bring(entries: Dictionary, place: DictionaryPlace): Promise<boolean>
  exportCsv(place: DictionaryPlace): Promise<void>
}

const otherPlace = (place: DictionaryPlace): DictionaryPlace =>
  place === 'book' ? 'everywhere' : 'book'

export function useDictionary(): DictionaryDeeds {
  const { connection, news } = useFace()
  const { project } = useProject()
  const { id: projectId, title, dictionary: book } = project
  const [everywhere, setEverywhere] = useState<Dictionary | null>(null)
  const read = useCallback(async () => {
    const reply = await connection.call('dictionary.read', { projectId })
    if (reply.ok) setEverywhere(reply.value.everywhere)
  }, [connection, projectId])
  useEffect(() => connection.onOpen(() => void read()), [connection, read])

  const entries = useMemo(
    () => (everywhere === null ? null : { book, everywhere }),
    [book, everywhere],
  )
  return useMemo(() => {
    const change = async (place: DictionaryPlace, put: Dictionary, remove: string[] = []) => {
      const args = { projectId: place === 'book' ? projectId : null, put, remove }
      const done = news.settle(await connection.call('dictionary.change', args)) !== null
      // Of all books nobody tells; the book tells of its own.
      if (place === 'everywhere') await read()
      return done
    }
    return {
      entries,
      async save(draft) {
        const entry = entryOf(draft, () => crypto.randomUUID())
        if (!(await change(draft.place, [entry]))) return false
        if (draft.from !== null && draft.from !== draft.place)
          await change(draft.from, [], [entry.id])
        news.say(words.dictionary.added(entry.word))
        return true
      },
      async remove(entry, place) {
        if (!(await change(place, [], [entry.id]))) return
        // The book has its own undo; of all books this is the only way back.
        const back = () => void change(place, [entry])
        const offer = { label: words.dictionary.undo, act: back }
        news.tell(words.dictionary.removed(entry.word), place === 'book' ? undefined : offer)
      },
      async move(entry, from) {
        const to = otherPlace(from)
        if (!(await change(to, [entry])) || !(await change(from, [], [entry.id]))) return
        news.tell(words.dictionary.moved[to])
      },
      async bring(brought, place) {
        const done = await change(place, brought)
        if (done) news.tell(words.dictionary.broughtDone(brought.length))
        return done
      },
      async exportCsv(place) {
        const args = { projectId: place === 'book' ? projectId : null }
        const written = news.settle(await connection.call('dictionary.writeCsv', args))
        if (written === null) return
        const name = words.dictionary.csvName[place]
        const file = fileNameOf(place === 'book' ? `${title} ${name}` : name, 'csv')
        const done = await saveText(connection.host.door, file, written.csv, 'text/csv')
        const { csvCopied, csvRefused, csvSaved } = words.dictionary
        const number = entries?.[place].length ?? 0
        news.tell(
          done === 'saved' ? csvSaved(number) : done === 'copied' ? csvCopied(number) : csvRefused,
        )
      },
    }
  }, [connection, news, projectId, title, entries, read])
}
