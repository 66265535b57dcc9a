// An answer of the studio that changes all the time, asked for again and again while it is looked at.
import { useEffect, useState } from 'react'
import type { CommandName, CommandReply } from '../../../contract/index.ts'
import { askAgain } from '../client/ask-again.ts'
import { useFace } from './use-face.ts'

/** At rest nobody's figures move; while much is done, nobody reads faster. */
const againMs = 5000

/** Commands that want nothing to be told. */
type Question = Extract<CommandName, `performance.${string}`>

/** The newest answer; null before the first. `again` asks at once. */
export function useAskedAgain<N extends Question>(name: N) {
  const { connection } = useFace()
  const [answer, setAnswer] = useState<CommandReply<N> | null>(null)
  const [turn, setTurn] = useState(0)
  useEffect(
    () =>
      askAgain(
        againMs,
        () => connection.call(name, {} as never),
        (reply) => {
          if (reply.ok) setAnswer(reply.value as CommandReply<N>)
        },
      ),
    [connection, name, turn],
  )
  return { answer, again: () => setTurn((before) => before + 1) }
}
