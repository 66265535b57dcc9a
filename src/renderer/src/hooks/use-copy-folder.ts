// The folder that gets a copy of every export, where the door can ask for one.
import { useEffect, useState } from 'react'
import { useFace } from './use-face.ts'

export type CopyFolder = {
  /** Null while none is chosen. */
  name: string | null
  choose(): Promise<void>
  giveUp(): Promise<void>
}

/** Null in a browser, whose exports are downloads. */
export function useCopyFolder(): CopyFolder | null {
  const { connection, news } = useFace()
  const { chooseFolder } = connection.host
  const [name, setName] = useState<string | null>(null)
  const canChoose = chooseFolder !== null
  useEffect(() => {
    let gone = false
    if (canChoose)
      void connection.call('export.copyFolder', {}).then((reply) => {
        if (reply.ok && !gone) setName(reply.value.name)
      })
    return () => {
      gone = true
    }
  }, [connection, canChoose])
  if (chooseFolder === null) return null
  const take = async (ticket: string | null) => {
    const chosen = news.settle(await connection.call('export.chooseCopyFolder', { ticket }))
    if (chosen !== null) setName(chosen.name)
  }
  return {
    name,
    async choose() {
      const ticket = await chooseFolder()
      if (ticket !== null) await take(ticket)
    },
    giveUp: () => take(null),
  }
}
