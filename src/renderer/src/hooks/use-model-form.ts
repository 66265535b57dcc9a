// The form of a model's server: what is written, what is wrong with it, and its way to the studio.
import { useState } from 'react'
import type { Failure } from '../../../contract/index.ts'
import {
  draftOfModel,
  type ModelDraft,
  modelFieldOf,
  type ModelField,
  modelOfDraft,
  type ModelProblems,
  modelProblems,
} from '../state/model-draft.ts'
import type { ModelServerMirror, ModelServerView } from '../state/model-server.ts'
import type { ModelServerKind } from '../state/model-server-kinds.ts'
import { failureSentence, words } from '../words.ts'
import { useFace } from './use-face.ts'

export type ModelForm<P extends string> = {
  kind: ModelServerKind<P>
  draft: ModelDraft<P>
  change(patch: Partial<ModelDraft<P>>): void
  /** A key that was written here; null: none, what is kept stays. */
  key: string | null
  setKey(key: string | null): void
  forgetKey(): Promise<void>
  /** By field, once the person has tried to save. */
  problemOf(field: ModelField<P> | 'key'): string | undefined
  /** What no field is to blame for. */
  failure: Failure | null
  busy: boolean
  /** False: it was refused. */
  save(): Promise<boolean>
  /** False: it was refused, or does not answer. */
  saveAndCheck(): Promise<boolean>
}

export function useModelForm<P extends string>(
  kind: ModelServerKind<P>,
  mirror: ModelServerMirror<P>,
  view: ModelServerView<P>,
): ModelForm<P> {
  const { news } = useFace()
  const [draft, setDraft] = useState(() => draftOfModel(view.server, kind.amounts))
  const [key, setKey] = useState<string | null>(null)
  const [tried, setTried] = useState(false)
  const [failure, setFailure] = useState<Failure | null>(null)
  const [busy, setBusy] = useState(false)
  const problems: ModelProblems<P> = tried ? modelProblems(draft) : {}
  const blamed = failure === null ? null : modelFieldOf(failure)

  const send = async (): Promise<boolean> => {
    const reply = await mirror.save(modelOfDraft(draft))
    if (!reply.ok) setFailure(reply.failure)
    if (!reply.ok || key === null || key.trim() === '') return reply.ok
    const keyed = await mirror.setKey(key.trim())
    if (keyed.ok) setKey(null)
    else setFailure(keyed.failure)
    return keyed.ok
  }
  const attempt = async (): Promise<boolean> => {
    setTried(true)
    setFailure(null)
    if (Object.keys(modelProblems(draft)).length > 0) return false
    setBusy(true)
    const done = await send()
    setBusy(false)
    return done
  }
  return {
    kind,
    draft,
    change: (patch) => setDraft((now) => ({ ...now, ...patch })),
    key,
    setKey,
    async forgetKey() {
      if (news.settle(await mirror.setKey(null)) !== null) news.say(words.servers.keyForgotten)
    },
    problemOf(field) {
      const problem = field === 'key' ? undefined : problems[field]
      if (problem !== undefined) return kind.say.problems[problem]
      return failure !== null && blamed === field ? failureSentence(failure) : undefined
    },
    failure: blamed === null ? failure : null,
    busy,
    async save() {
      const done = await attempt()
      if (done) news.tell(kind.say.saved(draft.model.trim()))
      return done
    },
    async saveAndCheck() {
      if (!(await attempt())) return false
      const checked = news.settle(await mirror.check())
      return checked?.check?.failure === null
    },
  }
}
