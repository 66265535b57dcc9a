// A key or a password that is being written: it goes in by its own way, and never comes out.
import { useState } from 'react'
import type { Failure, Reply } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'

export type Secret = {
  /** One that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** Hands in what was written; null: it is kept, or there was none. */
  send(): Promise<Failure | null>
}

/** `forgotten`: what is said when it was. */
export function useSecret(
  keep: (key: string | null) => Promise<Reply<unknown>>,
  forgotten: string,
): Secret {
  const { news } = useFace()
  const [key, setKey] = useState<string | null>(null)
  return {
    key,
    setKey,
    async forgetKey() {
      if (news.settle(await keep(null)) !== null) news.say(forgotten)
    },
    async send() {
      if (key === null || key.trim() === '') return null
      const kept = await keep(key.trim())
      if (!kept.ok) return kept.failure
      setKey(null)
      return null
    },
  }
}
