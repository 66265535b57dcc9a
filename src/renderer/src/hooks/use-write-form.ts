// The form in which a script is asked for: what is written in it, notes from a document, and its start.
import { type DragEventHandler, useCallback, useEffect, useState } from 'react'
import { after } from '../client/after.ts'
import { type BudgetForm, useBudget } from './use-budget.ts'
import {
  emptyFields,
  keepFields,
  keptFields,
  readFields,
  type WriteFields,
  type WriteProblems,
  type WriteWish,
} from '../state/write-fields.ts'
import { language } from '../words.ts'
import { useFace } from './use-face.ts'

export type WriteFormNow = {
  fields: WriteFields
  change(fields: WriteFields): void
  wish: WriteWish | null
  /** Once it was tried to begin with it. */
  problems: WriteProblems
  budget: BudgetForm
  isReading: boolean
  isStarting: boolean
  /** Takes a document's text as notes. */
  read(file: File): Promise<void>
  /** For the place where a document may be dropped. */
  place: Record<'onDragOver' | 'onDrop', DragEventHandler>
  /** Null: it was not begun. */
  start(): Promise<{ jobId: string } | null>
  clear(): void
}

/** What is typed before it is kept. */
const keepAfterMs = 500

/** What is written stays with the browser until there is a script of it. */
export function useWriteForm(isPriced: boolean): WriteFormNow {
  const { connection, news } = useFace()
  const [fields, change] = useState(() => keptFields(localStorage) ?? emptyFields(language))
  const clear = useCallback(() => change(emptyFields(language)), [])
  useEffect(() => {
    const keep = () => keepFields(localStorage, fields)
    const stop = after(keepAfterMs, keep)
    window.addEventListener('pagehide', keep)
    return () => {
      stop()
      window.removeEventListener('pagehide', keep)
    }
  }, [fields])
  const [tried, setTried] = useState(false)
  const [isReading, setReading] = useState(false)
  const [isStarting, setStarting] = useState(false)
  const budget = useBudget(isPriced)
  const { wish, problems } = readFields(fields)
  const read = async (file: File) => {
    setReading(true)
    const ticket = news.settle(await connection.host.ticketForFile(file))
    const found =
      ticket === null ? null : news.settle(await connection.call('write.read', { ticket }))
    setReading(false)
    if (found === null) return
    const { title, notes } = found
    const own = found.language === 'und' ? null : found.language
    change((now) => ({ ...now, title, notes, language: own ?? now.language }))
  }
  return {
    fields,
    change,
    wish,
    problems: tried ? problems : {},
    budget,
    isReading,
    isStarting,
    read,
    place: {
      onDragOver(event) {
        // Else it would be a book.
        if (event.dataTransfer.types.includes('Files')) event.preventDefault()
      },
      onDrop(event) {
        const [file] = event.dataTransfer.files
        if (file === undefined) return
        event.preventDefault()
        void read(file)
      },
    },
    async start() {
      setTried(true)
      const limit = budget.take()
      if (limit === null || wish === null) return null
      setStarting(true)
      const job = news.settle(await connection.call('write.start', { ...wish, ...limit }))
      setStarting(false)
      return job
    },
    clear,
  }
}
