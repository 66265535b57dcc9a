// What the studio answers to a question for as long as somebody looks: asked when it is first shown, and again.
import { useEffect, useState } from 'react'
import type { CommandArgs, CommandName, CommandReply, Failure } from '../../../contract/index.ts'
import { after } from '../client/after.ts'
import { useFace } from './use-face.ts'

export type Answer<N extends CommandName> = {
  /** The last that was answered about this; null before the first. */
  value: CommandReply<N> | null
  /** Whether that is the answer to what is asked now. */
  isCurrent: boolean
  /** Of what is asked now. */
  failure: Failure | null
}

type How = {
  /** Whenever it is another, it is asked again. */
  again?: unknown
  /** While this is the same, the last value stays until the next one is here; usually the arguments. */
  about?: string
  /** Asks only when it has been the same question for so long. */
  restMs?: number
  /** Tells of a failure. */
  tells?: boolean
}

type Asked = { key: string; again: unknown }
type Kept<N extends CommandName> = {
  about: string
  answered: (Asked & { value: CommandReply<N> }) | null
  failed: (Asked & { failure: Failure }) | null
}

/** `args`: JSON; null asks nothing. */
export function useAnswer<N extends CommandName>(
  name: N,
  args: CommandArgs<N> | null,
  { again, about: subject, restMs = 0, tells = false }: How = {},
): Answer<N> {
  const { connection, news } = useFace()
  const [kept, setKept] = useState<Kept<N> | null>(null)
  const key = args === null ? '' : JSON.stringify(args)
  const about = subject ?? key
  useEffect(() => {
    if (key === '') return
    let gone = false
    const ask = () =>
      void connection.call(name, JSON.parse(key) as CommandArgs<N>).then((reply) => {
        if (gone) return
        const asked = { key, again }
        if (reply.ok)
          return setKept({ about, answered: { ...asked, value: reply.value }, failed: null })
        if (tells) news.fail(reply.failure)
        setKept((before) => ({
          about,
          answered: before?.about === about ? before.answered : null,
          failed: { ...asked, failure: reply.failure },
        }))
      })
    const stop = restMs > 0 ? after(restMs, ask) : ask()
    return () => {
      gone = true
      stop?.()
    }
  }, [connection, news, name, key, again, about, restMs, tells])
  const known = key !== '' && kept?.about === about ? kept : null
  const isNow = (asked: Asked | null | undefined) =>
    asked?.key === key && Object.is(asked.again, again)
  return {
    value: known?.answered?.value ?? null,
    isCurrent: isNow(known?.answered),
    failure: isNow(known?.failed) ? (known?.failed?.failure ?? null) : null,
  }
}
