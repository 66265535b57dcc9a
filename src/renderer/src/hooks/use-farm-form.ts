// The form of the farm: what is written, what is wrong with it, and its way to the studio.
import { useState } from 'react'
import type { Failure, FarmView } from '../../../contract/index.ts'
import { farmWords } from '../farm-words.ts'
import type { FarmMirror } from '../state/farm.ts'
import {
  draftOfFarm,
  type FarmDraft,
  farmFieldOf,
  type FarmField,
  farmOfDraft,
  farmProblems,
  hostOf,
} from '../state/farm-draft.ts'
import { failureSentence } from '../words.ts'
import { useFace } from './use-face.ts'

export type FarmForm = {
  draft: FarmDraft
  change(patch: Partial<FarmDraft>): void
  /** A password that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** By field, once the person has tried to save. */
  problemOf(field: FarmField | 'key'): string | undefined
  /** What no field is to blame for. */
  failure: Failure | null
  busy: boolean
  /** False: it was refused. */
  save(): Promise<boolean>
}

const wrong: Record<FarmField, string> = {
  address: farmWords.addressWrong,
  prefix: farmWords.prefixWrong,
}

export function useFarmForm(mirror: FarmMirror, view: FarmView): FarmForm {
  const { news } = useFace()
  const [draft, setDraft] = useState(() => draftOfFarm(view.settings))
  const [key, setKey] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const problems = tried ? farmProblems(draft) : new Set<FarmField>()
  const blamed = failure === null ? null : farmFieldOf(failure)

  const send = async (): Promise<boolean> => {
    const reply = await mirror.set(farmOfDraft(draft))
    if (!reply.ok) {
      setFailure(reply.failure)
      return false
    }
    // Without the password that may have been written into it.
    const { settings } = reply.value
    if (settings !== null) setDraft(settings)
    if (key === null || key.trim() === '') return true
    const kept = await mirror.setPassword(key.trim())
    if (kept.ok) setKey(null)
    else setFailure(kept.failure)
    return kept.ok
  }
  return {
    draft,
    change: (patch) => setDraft((now) => ({ ...now, ...patch })),
    key,
    setKey,
    async forgetKey() {
      if (news.settle(await mirror.setPassword(null)) !== null)
        news.say(farmWords.password.keyForgotten)
    },
    problemOf(field) {
      if (field !== 'key' && problems.has(field)) return wrong[field]
      return failure !== null && blamed === field ? failureSentence(failure) : undefined
    },
    failure: blamed === null ? failure : null,
    busy,
    async save() {
      setTried(true)
      setFailure(null)
      if (farmProblems(draft).size > 0) return false
      setBusy(true)
      const done = await send()
      setBusy(false)
      if (done) news.tell(farmWords.saved(hostOf(draft.address)))
      return done
    },
  }
}
