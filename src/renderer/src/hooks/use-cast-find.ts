// Finds who speaks in the open book, and gives them their lines.
import { useCallback, useState } from 'react'
import type { CommandReply, Failure } from '../../../contract/index.ts'
import { useAnswer } from './use-answer.ts'
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
  const [turn, setTurn] = useState(0)
  const { value, isCurrent, failure } = useAnswer('cast.find', { projectId }, { again: turn })
  const [taking, setTaking] = useState<CastFind | null>(null)
  const again = useCallback(() => {
    setTaking(null)
    setTurn((now) => now + 1)
  }, [])
  const looked = (): CastFind => {
    if (failure !== null) return { state: 'failed', failure }
    return isCurrent && value !== null ? { state: 'found', found: value } : { state: 'finding' }
  }
  const find = taking ?? looked()
  return {
    find,
    again,
    async take(characters, confidence) {
      if (find.state !== 'found') return
      setTaking({ state: 'taking', found: find.found })
      const args = { projectId, characters: [...characters], confidence }
      const taken = news.settle(await connection.call('cast.takeUp', args))
      setTaking(taken && { state: 'done', taken })
    },
  }
}
