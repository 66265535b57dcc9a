// An answer of the studio that changes all the time, asked for again and again while it is looked at.
import { useEffect, useState } from 'react'
import type { CommandName, CommandReply } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
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
  useEffect(() => {
    let stop = () => {}
    let gone = false
    const ask = async () => {
      const reply = document.hidden ? null : await connection.call(name, {} as never)
      if (gone) return
      if (reply?.ok) setAnswer(reply.value as CommandReply<N>)
      stop = after(againMs, () => void ask())
    }
    void ask()
    return () => {
      gone = true
      stop()
    }
  }, [connection, name, turn])
  return { answer, again: () => setTurn((before) => before + 1) }
}
