// Finds who speaks in the open book, and gives them their lines.
import { useCallback, useEffect, useState } from 'react'
import type { CommandReply, Failure } from '../../../contract/index.ts'
import { useBook } from './use-book.ts'
import { useFace } from './use-face.ts'

export type FoundCast = CommandReply<'cast.find'>
export type TakenCast = CommandReply<'cast.takeUp'>

export type CastFind =
  | { state: 'finding' }
  | { state: 'failed'; failure: Failure }
  | { state: 'found' | 'taking'; found: FoundCast }
  | { state: 'done'; taken: TakenCast }

export type CastFinding = {
  find: CastFind
  again(): void
  /** `confidence`: 0 to 1. */
  take(characters: readonly string[], confidence: number): Promise<void>
}

/** Looks when it is first shown; the book is read by the studio and changed by `take` alone. */
export function useCastFind(): CastFinding {
  const { connection, news } = useFace()
  const { projectId } = useBook()
  const [find, setFind] = useState<CastFind>({ state: 'finding' })
  const [turn, setTurn] = useState(0)
  useEffect(() => {
    let gone = false
    void connection.call('cast.find', { projectId }).then((reply) => {
      if (gone) return
      setFind(
        reply.ok
          ? { state: 'found', found: reply.value }
          : { state: 'failed', failure: reply.failure },
      )
    })
    return () => {
      gone = true
    }
  }, [connection, projectId, turn])
  const again = useCallback(() => {
    setFind({ state: 'finding' })
    setTurn((now) => now + 1)
  }, [])
  return {
    find,
    again,
    async take(characters, confidence) {
      if (find.state !== 'found') return
      setFind({ state: 'taking', found: find.found })
      const args = { projectId, characters: [...characters], confidence }
      const taken = news.settle(await connection.call('cast.takeUp', args))
      setFind(taken === null ? find : { state: 'done', taken })
    },
  }
}
