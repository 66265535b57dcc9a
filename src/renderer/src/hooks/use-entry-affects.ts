// Which segments an entry would be said in, while it is being written.
import { useEffect, useState } from 'react'
import type { CommandReply, DictionaryEntry } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import { useFace } from './use-face.ts'

export type Affected = CommandReply<'dictionary.affects'>

/** Longer than between two keys: each asking is a look through the whole book. */
const pauseMs = 350

/**
 * Null while it is being counted, or where there is no word. Only what decides where it is said counts:
 * how it is said may change meanwhile.
 */
export function useEntryAffects(projectId: string, entry: DictionaryEntry | null): Affected | null {
  const { connection } = useFace()
  const [counted, setCounted] = useState<{ of: string; affected: Affected } | null>(null)
  const of =
    entry === null ? '' : JSON.stringify({ ...entry, id: 'draft', say: entry.word, ipa: undefined })
  useEffect(() => {
    if (of === '') return
    let gone = false
    const cancel = after(pauseMs, () => {
      const args = { projectId, entry: JSON.parse(of) as DictionaryEntry }
      void connection.call('dictionary.affects', args).then((reply) => {
        if (reply.ok && !gone) setCounted({ of, affected: reply.value })
      })
    })
    return () => {
      gone = true
      cancel()
    }
  }, [connection, projectId, of])
  return counted?.of === of ? counted.affected : null
}
