// The folder that gets a copy of every export, where the door can ask for one.
import { useState } from 'react'
import { useAnswer } from './use-answer.ts'
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
  const { value } = useAnswer('export.copyFolder', chooseFolder === null ? null : {})
  const [since, setSince] = useState<{ name: string | null } | null>(null)
  if (chooseFolder === null) return null
  const take = async (ticket: string | null) => {
    const chosen = news.settle(await connection.call('export.chooseCopyFolder', { ticket }))
    if (chosen !== null) setSince(chosen)
  }
  return {
    name: (since ?? value)?.name ?? null,
    async choose() {
      const ticket = await chooseFolder()
      if (ticket !== null) await take(ticket)
    },
    giveUp: () => take(null),
  }
}
