// A key or a password that is being written: it goes in by its own way, and never comes out.
import { useState } from 'react'
import type { Reply } from '../../../contract/index.ts'
import { useFace } from './use-face.ts'

export type Secret = {
  /** One that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** To be handed in; undefined: none. */
  written: string | undefined
}

/** `forgotten`: what is said when it was. */
export function useSecret(forget: () => Promise<Reply<unknown>>, forgotten: string): Secret {
  const { news } = useFace()
  const [key, setKey] = useState<string | null>(null)
  return {
    key,
    setKey,
    async forgetKey() {
      if (news.settle(await forget()) !== null) news.say(forgotten)
    },
    written: key?.trim() || undefined,
  }
}
