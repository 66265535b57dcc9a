// Changes which key does a deed: asks before it takes a key from another one, and says what was done.
import { useState } from 'react'
import { type DeedId, deedTable } from '../state/deed-table.ts'
import { bind, ownerOf } from '../state/keys.ts'
import { failureSentence, words } from '../words.ts'
import { keyText } from './key-name.ts'
import { useFace } from './use-face.ts'

/** What stands in the way of a key, in words; `take` where the person may take it all the same. */
export type KeyProblem = { deed: DeedId; sentence: string; take: (() => void) | null }

export type KeyBinding = {
  problem: KeyProblem | null
  forget(): void
  /** Gives a deed these keys; `usual`: those it comes with. */
  set(deed: DeedId, keys: readonly string[] | 'usual'): void
}

/** Keys that a browser keeps for itself, or that write, move or leave. */
const reserved = new Set([
  ...['Tab', 'shift+Tab', 'Escape', 'Backspace', 'F5', 'F11', 'F12', 'ContextMenu'],
  ...['a', 'c', 'v', 'x', 'n', 'q', 'r', 't', 'w', 'l'].map((letter) => `mod+${letter}`),
  ...['n', 't', 'w', 'i', 'r'].map((letter) => `mod+shift+${letter}`),
])

const keysText = (keys: readonly string[]): string =>
  keys.length === 0 ? words.keys.none : keys.map(keyText).join(', ')

export function useKeyBinding(): KeyBinding {
  const { keys, news } = useFace()
  const [problem, setProblem] = useState<KeyProblem | null>(null)
  const fail = (deed: DeedId, sentence: string) => setProblem({ deed, sentence, take: null })

  const save = async (deed: DeedId, wanted: readonly string[] | 'usual') => {
    setProblem(null)
    const reply = await keys.change(bind(keys.bindings(), deed, wanted))
    if (!reply.ok) return fail(deed, failureSentence(reply.failure))
    news.say(words.keys.settings.saved(words.keys.deeds[deed], keysText(keys.get()[deed])))
  }
  return {
    problem,
    forget: () => setProblem(null),
    set(deed, wanted) {
      const list = wanted === 'usual' ? deedTable[deed].keys : wanted
      const kept = list.find((key) => reserved.has(key))
      if (kept !== undefined) return fail(deed, words.keys.settings.reserved(keyText(kept)))
      const take = () => void save(deed, wanted)
      for (const key of list) {
        const owner = ownerOf(keys.get(), deed, key)
        if (owner === null) continue
        const sentence = words.keys.settings.taken(keyText(key), words.keys.deeds[owner])
        return setProblem({ deed, sentence, take })
      }
      take()
    },
  }
}
