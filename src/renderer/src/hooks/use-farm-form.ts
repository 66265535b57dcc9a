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
import { type Secret, useSecret } from './use-secret.ts'

export type FarmForm = {
  draft: FarmDraft
  change(patch: Partial<FarmDraft>): void
  password: Secret
  /** Of the store of takes. */
  storeKey: Secret
  /** By field, once the person has tried to save. */
  problemOf(field: FarmField): string | undefined
  /** What no field is to blame for. */
  failure: Failure | null
  busy: boolean
  /** False: it was refused. */
  save(): Promise<boolean>
}

const { store } = farmWords
const wrong: Record<FarmField, string> = {
  address: farmWords.addressWrong,
  prefix: farmWords.prefixWrong,
  'store.address': store.addressWrong,
  'store.bucket': store.bucketWrong,
  'store.accessKeyId': store.accessKeyIdWrong,
  'store.region': store.regionWrong,
  'store.prefix': store.prefixWrong,
}

export function useFarmForm(mirror: FarmMirror, view: FarmView): FarmForm {
  const { news } = useFace()
  const [draft, setDraft] = useState(() => draftOfFarm(view.settings))
  const { settings: before } = view
  const password = useSecret(
    () => mirror.set({ settings: before, password: null }),
    farmWords.password.keyForgotten,
  )
  const storeKey = useSecret(
    () => mirror.set({ settings: before, storeKey: null }),
    store.secret.keyForgotten,
  )
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const problems = tried ? farmProblems(draft) : new Set<FarmField>()
  const blamed = failure === null ? null : farmFieldOf(failure)

  /** Null: all of it is kept. */
  const send = async (): Promise<Failure | null> => {
    const reply = await mirror.set({
      settings: farmOfDraft(draft),
      password: password.written,
      storeKey: draft.shares === 'store' ? storeKey.written : undefined,
    })
    if (!reply.ok) return reply.failure
    // Without the password that may have been written into it.
    const { settings } = reply.value
    if (settings !== null) setDraft(draftOfFarm(settings))
    password.setKey(null)
    if (draft.shares === 'store') storeKey.setKey(null)
    return null
  }
  return {
    draft,
    change: (patch) => setDraft((now) => ({ ...now, ...patch })),
    ...{ password, storeKey },
    problemOf(field) {
      if (problems.has(field)) return wrong[field]
      return failure !== null && blamed === field ? failureSentence(failure) : undefined
    },
    failure: blamed === null ? failure : null,
    busy,
    async save() {
      setTried(true)
      setFailure(null)
      if (farmProblems(draft).size > 0) return false
      setBusy(true)
      const trouble = await send()
      setBusy(false)
      setFailure(trouble)
      if (trouble === null) news.tell(farmWords.saved(hostOf(draft.address)))
      return trouble === null
    },
  }
}
